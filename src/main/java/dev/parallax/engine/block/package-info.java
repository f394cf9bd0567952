/**
 * Blocks of items and what comes out of them: columns, failures, times, and what a block took.
 * Imports spelling of ours.
 */
package dev.parallax.engine.block;
