package dev.parallax.statistic.sums;

import java.util.Arrays;

/**
 * A column about its median, in units of a power of two.
 *
 * <p>A sample's mean is within one standard deviation of its median, so sums of squares about the
 * median lose at most one bit when they are turned into sums about the mean, wherever the column
 * lies and however far out its outliers are; and no unit makes them overflow. An entry {@code v} of
 * {@link #values} stands for {@code (centre + v 2^exponent) 2^shift}.
 */
public final class CentredColumn {
  /**
   * The most rows for which sums go by draws; above, they go by counts, which are visited in the
   * order of the rows and need no look-ups. Part of the frozen format, as the two orders round
   * differently.
   */
  public static final int DRAWN_ROWS = 512;

  private static final double HUGE = 0x1p1021;

  private final double[] values;
  private final double centre;
  private final int exponent;
  private final int shift;
  private final boolean finite;

  private CentredColumn(double[] column, int least) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double median = sorted[sorted.length / 2];
    finite = Double.isFinite(low) && Double.isFinite(high);
    // Half the range of a double is not enough for a difference of the two largest.
    shift = Math.max(-low, high) > HUGE ? 2 : 0;
    centre = Double.isFinite(median) ? Math.scalb(median, -shift) : 0;
    values = new double[column.length];
    double largest = 0;
    for (int row = 0; row < column.length; row++) {
      values[row] = Math.scalb(column[row], -shift) - centre;
      double size = Math.abs(values[row]);
      largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
    }
    int magnitude = largest == 0 ? 0 : Math.getExponent(largest);
    exponent = magnitude > least ? magnitude : 0;
    for (int row = 0; row < column.length; row++) {
      values[row] = Math.scalb(values[row], -exponent);
    }
  }

  /** In units that make the largest entry 1 or a little more: any squares are in range. */
  public static CentredColumn of(double[] column) {
    return new CentredColumn(column, Integer.MIN_VALUE);
  }

  /** In units of 1, unless the column's sum could overflow. */
  public static CentredColumn inUnits(double[] column) {
    return new CentredColumn(column, 900);
  }

  /** The entries, one per row. */
  public double[] values() {
    return values;
  }

  /** The power of two that one unit is. */
  public int exponent() {
    return exponent + shift;
  }

  /** Whether sums go by counts; never if a number is infinite, as 0 times that is NaN. */
  boolean counted() {
    return finite && values.length > DRAWN_ROWS;
  }

  /** The number that an entry, or a mean of entries, stands for. */
  public double restored(double value) {
    return Math.scalb(centre + Math.scalb(value, exponent), shift);
  }

  /**
   * What a sum of entries stands for.
   *
   * @param count of how many entries, which may be real
   */
  public double total(double sum, double count) {
    return Math.scalb(count * centre + Math.scalb(sum, exponent), shift);
  }
}
