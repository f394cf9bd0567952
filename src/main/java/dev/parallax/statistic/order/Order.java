package dev.parallax.statistic.order;

import java.util.Arrays;

/** A column's rows in ascending order, sorted once for all resamples. */
public final class Order {
  private final int[] rows;
  private final double[] sorted;
  private final int[] levels;
  private final int count;

  private Order(double[] column) {
    int n = column.length;
    rows = sortedRows(column);
    sorted = new double[n];
    levels = new int[n];
    int level = -1;
    for (int k = 0; k < n; k++) {
      sorted[k] = column[rows[k]];
      // Compared as numbers, so that 0 and -0 tie.
      level += k == 0 || sorted[k] != sorted[k - 1] ? 1 : 0;
      levels[rows[k]] = level;
    }
    count = level + 1;
  }

  /** The order of a column without NaN; zeros of both signs are equal. */
  public static Order of(double[] column) {
    return new Order(column);
  }

  /** The row numbers, that of the least value first. */
  public int[] rows() {
    return rows;
  }

  /** The values, least first. */
  public double[] sorted() {
    return sorted;
  }

  /** For each row, how many distinct values are less than its own. */
  public int[] levels() {
    return levels;
  }

  /** How many distinct values there are. */
  public int count() {
    return count;
  }

  private static int[] sortedRows(double[] column) {
    // Sorting values and then finding the rows' places needs no boxed comparator.
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int[] next = new int[column.length];
    int[] rows = new int[column.length];
    for (int row = 0; row < column.length; row++) {
      int first = firstOf(sorted, column[row]);
      rows[first + next[first]] = row;
      next[first]++;
    }
    return rows;
  }

  /** The first place of a value in the sorted ones, in the order that tells -0 from 0. */
  private static int firstOf(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
