package dev.parallax.random;

import dev.parallax.text.Digits;

/** The checks of bounds, and numbers scaled to a range that rounding must not leave. */
final class Ranges {

  private Ranges() {}

  static long check(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    return bound;
  }

  static void check(long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException("no number from " + low + " to below " + high);
    }
  }

  static double check(double bound) {
    if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bound must be positive and finite: " + Digits.shortest(bound));
    }
    return bound;
  }

  static void check(double low, double high) {
    if (!(low < high && low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "no number from " + Digits.shortest(low) + " to below " + Digits.shortest(high));
    }
  }

  /** The point at {@code unit}, in [0, 1), of [low, high). */
  static double between(double unit, double low, double high) {
    double span = high - low;
    double x =
        span < Double.POSITIVE_INFINITY
            ? low + unit * span
            : 2 * (0.5 * low + unit * (0.5 * high - 0.5 * low));
    return x < high ? x : Math.nextDown(high);
  }

  static float between(float unit, float low, float high) {
    float x = (float) (low + unit * ((double) high - low));
    return x < high ? x : Math.nextDown(high);
  }
}
