package dev.parallax.bootstrap;

import java.io.Serializable;

/**
 * The rows of one slice of a large table, centred and scaled; of one column, y is x.
 *
 * @param x the first column
 * @param y the second column
 */
@SuppressWarnings("ArrayRecordComponent") // travels once, and is read once
record RowSpan(double[] x, double[] y) implements Serializable {}
