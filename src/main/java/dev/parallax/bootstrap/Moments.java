package dev.parallax.bootstrap;

/**
 * The mean of a distribution and its central moments, as plain weighted means.
 *
 * @param mean the mean
 * @param second the mean squared deviation from the mean
 * @param third the mean cubed deviation
 * @param fourth the mean of the deviation's fourth power
 */
public record Moments(double mean, double second, double third, double fourth) {

  /** The third central moment over the second to the power 3/2; 0 where all values are equal. */
  public double skewness() {
    return second == 0 ? 0 : third / (second * Math.sqrt(second));
  }
}
