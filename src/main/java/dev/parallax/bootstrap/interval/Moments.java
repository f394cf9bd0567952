package dev.parallax.bootstrap.interval;

/**
 * The mean of a distribution, and its spread and shape by central moments, which are weighted means
 * of powers of the deviation from the mean. As shapes have no unit, none of this overflows.
 *
 * @param mean the mean
 * @param deviation the root of the second moment
 * @param skewness the third over the deviation cubed; 0 where all values are equal
 * @param kurtosis the fourth over the deviation to the fourth; 0 where all values are equal
 */
public record Moments(double mean, double deviation, double skewness, double kurtosis) {

  /**
   * These moments.
   *
   * @param exponent the unit of the central ones is 2^exponent
   * @param second the second central moment in squared units
   * @param third the third
   * @param fourth the fourth
   */
  static Moments of(double mean, int exponent, double second, double third, double fourth) {
    boolean equal = second == 0;
    return new Moments(
        mean,
        Math.scalb(Math.sqrt(second), exponent),
        equal ? 0 : third / (second * Math.sqrt(second)),
        equal ? 0 : fourth / (second * second));
  }

  /** The second central moment, the variance. */
  public double second() {
    return deviation * deviation;
  }

  /** The third central moment. */
  public double third() {
    return skewness * second() * deviation;
  }

  /** The fourth central moment. */
  public double fourth() {
    return kurtosis * second() * second();
  }
}
