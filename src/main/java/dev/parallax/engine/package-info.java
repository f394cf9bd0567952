/**
 * The heart: the function over a block, the loop over its items, the engines that do it, and who
 * receives what comes out; with the serial engine. Imports engine.block and spelling of ours.
 */
package dev.parallax.engine;
