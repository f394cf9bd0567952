package dev.parallax.report.figure;

import java.util.Arrays;
import java.util.Locale;

/**
 * Bins of equal width.
 *
 * @param low where the first one begins
 * @param width of each, above 0
 * @param shares the share of the values in each bin; they sum to 1, or less if some are in none
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record Histogram(double low, double width, double[] shares) {
  private static final int FEWEST = 12;
  private static final int MOST = 100;
  private static final double LEAST_KEPT = 0.99;
  private static final double SEEN = 1000; // the highest bar is as many times one that is not seen
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
   * 12 to 100 bins. Bins at the ends that have less than a thousandth of the highest are left out,
   * if they have a hundredth of the values at most.
   *
   * @throws IllegalArgumentException if no value is finite
   */
  public static Histogram of(double[] values, double[] weights) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no value is finite: there is nothing to draw");
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (!(high - low > 1e-12 * Math.abs(low))) {
      return spike(low);
    }
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double width = 2 * quartiles / Math.cbrt(sorted.length);
    Histogram shown = between(low, high, width, values, weights);
    // Far outliers make bins too wide: what they leave is divided again.
    while (shown.high() - shown.low() < (high - low) / 2
        && shown.width() > width
        && shown.high() - shown.low() > 1e-9 * Math.abs(low)) {
      low = shown.low();
      high = shown.high();
      shown = between(low, high, width, values, weights);
    }
    return shown;
  }

  private static Histogram between(
      double low, double high, double width, double[] values, double[] weights) {
    double range = high - low;
    int bins = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(range / width)));
    double[] shares = shares(values, weights, low, range, bins);
    double least = Arrays.stream(shares).max().orElseThrow() / SEEN;
    int first = 0;
    while (shares[first] < least) {
      first++;
    }
    int end = bins;
    while (shares[end - 1] < least) {
      end--;
    }
    double kept = Arrays.stream(shares, first, end).sum();
    if (kept < LEAST_KEPT) { // a long tail, and no few stragglers
      return new Histogram(low, range / bins, shares);
    }
    double each = range / bins;
    return new Histogram(low + first * each, each, Arrays.copyOfRange(shares, first, end));
  }

  /** Where the last bin ends. */
  public double high() {
    return low + width * shares.length;
  }

  /**
   * How many of the values are in no bin, in words; empty if there are none.
   *
   * @param of what has the values, in the plural
   */
  public String outside(String of) {
    double share = 1 - Arrays.stream(shares).sum();
    return share < 1e-9
        ? ""
        : String.format(Locale.ROOT, "%.2g %% of the %s are outside", 100 * share, of);
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
        int bin = Math.min(bins - 1, (int) ((values[i] - low) / range * bins));
        if (values[i] >= low && values[i] <= low + range) {
          shares[bin] += weights[i];
        }
        sum += weights[i];
      }
    }
    for (int bin = 0; bin < bins; bin++) {
      shares[bin] /= sum;
    }
    return shares;
  }
}
