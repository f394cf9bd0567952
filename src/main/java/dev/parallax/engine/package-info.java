/**
 * The heart: the function over a block, the loop over its items, the engines that do it, but for
 * Spark's, and who receives what comes out. Imports engine.block and spelling of ours.
 */
package dev.parallax.engine;
