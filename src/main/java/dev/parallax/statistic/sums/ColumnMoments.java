package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mean, variance and skewness of a column over a resample. One per thread.
 *
 * <p>As {@link PairMoments}, it takes one pass over the drawn rows of the centred column, and
 * another on a copy of them, centred anew, for freak resamples only: so the variance is zero
 * exactly when the drawn values are equal.
 */
public final class ColumnMoments {
  private final double[] raw;
  private final CentredColumn column;
  private final ColumnSums sums = new ColumnSums();

  private CentredColumn centred;
  private double size;
  private double mean;
  private double squares;

  /** Of a column as it is, and as it is centred. */
  public ColumnMoments(double[] raw, CentredColumn column) {
    this.raw = raw;
    this.column = column;
    centred = column;
  }

  /** Goes to the next resample. */
  public void over(Resample resample) {
    take(column, resample);
    if (size > 0 && !Soundness.sound(squares, size * sums.second())) {
      double[] drawn = IntStream.of(resample.rows()).mapToDouble(row -> raw[row]).toArray();
      take(CentredColumn.of(drawn), Resample.everyRow(drawn.length));
    }
  }

  private void take(CentredColumn from, Resample resample) {
    centred = from;
    size = resample.size();
    sums.over(from, resample);
    mean = sums.first() / size;
    squares = size * sums.second() - sums.first() * sums.first();
  }

  /** Goes to weights, which leave the number of rows as it is. */
  public void over(double[] weights) {
    centred = column;
    size = raw.length;
    mean = WithWeights.mean(column.values(), weights);
    double[] squared = column.values().clone();
    Arrays.setAll(squared, row -> (squared[row] - mean) * (squared[row] - mean));
    squares = size * size * WithWeights.mean(squared, weights);
  }

  /** How many rows were drawn. */
  public double size() {
    return size;
  }

  /** The mean, in the column's own units. */
  public double mean() {
    return centred.restored(mean);
  }

  /** The variance with divisor n, times n², in units of 2^(2 {@link #exponent}). */
  public double squares() {
    return squares;
  }

  /** The power of two of the unit. */
  public int exponent() {
    return centred.exponent();
  }

  /** The third central moment over the 3/2 power of the second, for the last resample's rows. */
  public double skewness(Resample resample) {
    boolean anew = centred != column;
    return skewness(anew ? Resample.everyRow(resample.size()).counts() : resample.counts());
  }

  private double skewness(int[] counts) {
    double[] values = centred.values();
    double second = 0;
    double third = 0;
    for (int row = 0; row < values.length; row++) {
      double d = values[row] - mean;
      double wdd = counts[row] * d * d;
      second += wdd;
      third += wdd * d;
    }
    return skewness(second / size, third / size);
  }

  /** The same for weights. */
  public double skewness(double[] weights) {
    double[] values = centred.values();
    double[] squared = new double[values.length];
    double[] cubed = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      double d = values[row] - mean;
      squared[row] = d * d;
      cubed[row] = d * d * d;
    }
    return skewness(WithWeights.mean(squared, weights), WithWeights.mean(cubed, weights));
  }

  private static double skewness(double second, double third) {
    return second > 0 ? third / (second * Math.sqrt(second)) : Double.NaN;
  }
}
