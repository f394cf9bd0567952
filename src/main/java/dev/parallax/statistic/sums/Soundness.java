package dev.parallax.statistic.sums;

/** Whether n Σx² - (Σx)² is as good as a sum of squares about the mean would be. */
final class Soundness {
  /** Below this share of n Σx², a variance has lost bits worth having. */
  private static final double SHARE = 0x1p-5;

  /** Below this, squares may have been lost to underflow. */
  private static final double LEAST = 0x1p-400;

  private Soundness() {}

  /**
   * False for a resample whose values are all equal, however its sums were rounded, and when a
   * value is not finite.
   *
   * @param variance n Σx² - (Σx)²
   * @param square n Σx²
   */
  static boolean sound(double variance, double square) {
    return variance >= SHARE * square && square >= LEAST;
  }
}
