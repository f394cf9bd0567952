package dev.parallax.bootstrap.resampling;

import dev.parallax.model.SampleMoments;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One or two columns whose values are taken from near their means and in units in which the largest
 * is about 1, so that sums of squares neither overflow nor cancel.
 *
 * @param columns the columns
 * @param scaling what is taken off, and the units
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record ScaledColumns(double[][] columns, Scaling scaling) {

  static ScaledColumns of(double[][] columns) {
    double[] centres = new double[columns.length];
    int[] exponents = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      double centre = centre(columns[c]);
      double largest = Arrays.stream(columns[c]).map(v -> Math.abs(v - centre)).max().orElse(0);
      centres[c] = centre;
      exponents[c] = largest == 0 ? 0 : Math.getExponent(largest);
    }
    return new ScaledColumns(columns, new Scaling(centres, exponents));
  }

  /** Near the mean, which is near enough. */
  private static double centre(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += (value - column[0]) / column.length;
    }
    return column[0] + sum;
  }

  int rows() {
    return columns[0].length;
  }

  RowSpan span(int from, int to) {
    return RowSpan.of(columns, from, to);
  }

  /**
   * What is taken off each column, and the powers of two that are its units.
   *
   * @param centres a number near each column's mean
   * @param exponents of each column's unit
   */
  record Scaling(double[] centres, int[] exponents) implements Serializable {
    int columns() {
      return centres.length;
    }

    double scaled(int column, double value) {
      return Math.scalb(value - centres[column], -exponents[column]);
    }

    /** The moments of values from the sums of scaled ones: w, w x, w y, w x², w y², w x y. */
    SampleMoments moments(double[] sums) {
      double n = sums[0];
      double x = sums[1] / n;
      double y = sums[2] / n;
      int second = centres.length - 1;
      int ex = exponents[0];
      int ey = exponents[second];
      return new SampleMoments(
          n,
          centres[0] + Math.scalb(x, ex),
          centres[second] + Math.scalb(y, ey),
          Math.scalb(Math.max(0, sums[3] / n - x * x), 2 * ex),
          Math.scalb(Math.max(0, sums[4] / n - y * y), 2 * ey),
          Math.scalb(sums[5] / n - x * y, ex + ey));
    }
  }
}
