package dev.parallax.bootstrap.resampling;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows of a large table, next to each other. On the driver it copies nothing; only its own
 * rows are sent to a worker.
 */
final class RowSpan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] columns;
  private final int offset;
  private final int from;
  private final int to;

  private RowSpan(double[][] columns, int offset, int from, int to) {
    this.columns = columns;
    this.offset = offset;
    this.from = from;
    this.to = to;
  }

  /** The rows of the columns from one on up to, but without, another. */
  static RowSpan of(double[][] columns, int from, int to) {
    return new RowSpan(columns, 0, from, to);
  }

  /** The row after the last one. */
  int end() {
    return to;
  }

  /** A value of a row of the table. */
  double value(int column, int row) {
    return columns[column][row - offset];
  }

  private Object writeReplace() {
    if (columns[0].length == to - from) {
      return this;
    }
    double[][] own =
        Arrays.stream(columns)
            .map(column -> Arrays.copyOfRange(column, from - offset, to - offset))
            .toArray(double[][]::new);
    return new RowSpan(own, from, from, to);
  }
}
