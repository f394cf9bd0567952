package dev.parallax.model;

/**
 * What many statistics of a resample need to know of it. Variances and covariance have divisor n;
 * of a statistic of one column, y is x.
 *
 * @param rows how many rows were drawn, n
 * @param meanX the mean of the first column
 * @param meanY the mean of the second column
 * @param varianceX the variance of the first column
 * @param varianceY the variance of the second column
 * @param covariance the covariance of both
 */
public record SampleMoments(
    double rows,
    double meanX,
    double meanY,
    double varianceX,
    double varianceY,
    double covariance) {

  /** The variance of the first column with divisor n - 1. */
  public double sampleVarianceX() {
    return varianceX * (rows / (rows - 1));
  }
}
