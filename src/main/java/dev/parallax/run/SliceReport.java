package dev.parallax.run;

/**
 * How one slice went.
 *
 * @param index its place among the slices, from 0
 * @param items how many items it had
 * @param seconds how long the block function took
 * @param where the worker that did it
 */
public record SliceReport(int index, long items, double seconds, String where) {}
