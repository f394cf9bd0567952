package dev.parallax.report.figure;

import java.util.Arrays;

/**
 * Bins of equal width.
 *
 * @param low where the first one begins
 * @param width of each, above 0
 * @param shares the share of the values in each bin; they sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record Histogram(double low, double width, double[] shares) {
  private static final int FEWEST = 12;
  private static final int MOST = 100;
  private static final int SPIKE = 21; // bins around it

  /** The finite ones of some values, all of one weight. */
  public static Histogram of(double[] values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return of(values, weights);
  }

  /**
   * The finite ones of some values with weights. The width is that of Freedman and Diaconis, twice
   * the interquartile range over the cube root of the number (1981, doi:10.1007/BF01025868), within
   * 12 to 100 bins.
   *
   * @throws IllegalArgumentException if no value is finite
   */
  public static Histogram of(double[] values, double[] weights) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no value is finite: there is nothing to draw");
    }
    double low = sorted[0];
    double range = sorted[sorted.length - 1] - low;
    if (!(range > 1e-12 * Math.abs(low))) {
      return spike(low);
    }
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double width = 2 * quartiles / Math.cbrt(sorted.length);
    int bins = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(range / width)));
    return new Histogram(low, range / bins, shares(values, weights, low, range, bins));
  }

  /**
   * Some finite values; where they are few different whole numbers, each has a bin of its own. Of
   * no values, a bin without any.
   */
  public static Histogram counted(double[] values) {
    double[] distinct = Distinct.of(values);
    if (distinct.length == 0) {
      return new Histogram(0, 1, new double[1]);
    }
    boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    double range = Arrays.stream(values).max().orElseThrow() - distinct[0];
    if (!whole || range >= MOST || distinct.length == 1) {
      return of(values);
    }
    double[] shares = new double[(int) range + 1];
    for (double value : values) {
      shares[(int) (value - distinct[0])] += 1.0 / values.length;
    }
    return new Histogram(distinct[0] - 0.5, 1, shares);
  }

  /** All values are one: a bin for it in the middle of empty ones. */
  private static Histogram spike(double value) {
    double[] shares = new double[SPIKE];
    shares[SPIKE / 2] = 1;
    double width = value == 0 ? 0.1 : Math.abs(value) / 100;
    return new Histogram(value - width * SPIKE / 2, width, shares);
  }

  private static double[] shares(
      double[] values, double[] weights, double low, double range, int bins) {
    double[] shares = new double[bins];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        int bin = (int) ((values[i] - low) / range * bins);
        shares[Math.min(bins - 1, bin)] += weights[i];
        sum += weights[i];
      }
    }
    for (int bin = 0; bin < bins; bin++) {
      shares[bin] /= sum;
    }
    return shares;
  }
}
