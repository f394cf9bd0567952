package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;

/**
 * The variances and the covariance of two columns over a resample, each times n². One per thread.
 *
 * <p>One pass over the drawn rows gives them as n Σx² - (Σx)². That is as good as two passes as
 * long as little cancels, which centring on the median sees to for all but freak resamples. Those,
 * among them every resample whose rows are all equal, are centred and scaled anew: so a variance is
 * zero exactly when the drawn values are equal.
 */
public final class PairMoments {
  private final PairTable table;
  private final double[] sums = new double[PairSums.ROOM];

  private double varianceX;
  private double varianceY;
  private double covariance;
  private int exponentX;
  private int exponentY;

  /** Of a table of two columns; one for each thread. */
  public PairMoments(PairTable table) {
    this.table = table;
  }

  /** Goes to the next resample. */
  public void over(Resample resample) {
    take(table, resample);
    double n = resample.size();
    boolean sound =
        Soundness.sound(varianceX, n * sums[2]) && Soundness.sound(varianceY, n * sums[3]);
    if (n > 0 && !sound) {
      // The centred values of equal rows are zeros, and so then are their sums, exactly.
      take(table.drawn(resample.rows()), Resample.everyRow(resample.size()));
    }
  }

  /** Of x, in units of 2^(2 {@link #exponentX}); 0 if the values are equal. */
  public double varianceX() {
    return varianceX;
  }

  /** Of y, in units of 2^(2 {@link #exponentY}); 0 if the values are equal. */
  public double varianceY() {
    return varianceY;
  }

  /** Of x and y, in units of 2^({@link #exponentX} + {@link #exponentY}). */
  public double covariance() {
    return covariance;
  }

  /** The power of two of the unit of x. */
  public int exponentX() {
    return exponentX;
  }

  /** The power of two of the unit of y. */
  public int exponentY() {
    return exponentY;
  }

  private void take(PairTable from, Resample resample) {
    from.sums().over(resample, sums);
    double n = resample.size();
    varianceX = n * sums[2] - sums[0] * sums[0];
    varianceY = n * sums[3] - sums[1] * sums[1];
    covariance = n * sums[4] - sums[0] * sums[1];
    exponentX = from.exponentX();
    exponentY = from.exponentY();
  }
}
