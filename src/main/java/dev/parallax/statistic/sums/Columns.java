package dev.parallax.statistic.sums;

/** What every statistic asks of its columns. */
public final class Columns {
  private Columns() {}

  /**
   * The columns themselves, when there are as many as asked for, of one length.
   *
   * @throws IllegalArgumentException if not
   */
  public static double[][] checked(double[][] columns, int expected) {
    if (columns.length != expected) {
      throw new IllegalArgumentException(
          "expected " + expected + " column(s), not " + columns.length);
    }
    for (double[] column : columns) {
      if (column.length == 0) {
        throw new IllegalArgumentException("a column has no rows");
      }
      if (column.length != columns[0].length) {
        throw new IllegalArgumentException(
            "columns of different lengths: " + columns[0].length + " and " + column.length);
      }
    }
    return columns;
  }
}
