package dev.parallax.model;

/** Writes numbers for people and programs of all languages. */
public final class NumberText {
  private static final double WHOLE = 1L << 53;

  private NumberText() {}

  /**
   * The number with the digits that read back to the same bits; whole numbers up to 2^53 without a
   * fraction, but for -0.0. Infinities and NaN are {@code inf}, {@code -inf} and {@code nan}.
   */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= WHOLE && !isNegativeZero(value)) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value)) {
      return "nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }
}
