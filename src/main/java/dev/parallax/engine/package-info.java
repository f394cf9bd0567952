/**
 * The heart: blocks of items, the function over a block, the columns that come back, and who
 * receives them; with the serial engine. Imports spelling of ours.
 */
package dev.parallax.engine;
