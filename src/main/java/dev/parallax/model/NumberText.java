package dev.parallax.model;

import dev.parallax.text.Digits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes numbers for people and programs of all languages. */
public final class NumberText {
  /** Below it a whole number has its digits in a {@code long}. */
  private static final double LONG = 0x1p63;

  /** Below it every whole number is a double. */
  private static final double EXACT = 0x1p53;

  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{16,}");

  private NumberText() {}

  /**
   * The number with the digits that read back to the same bits; whole numbers below 2^63 with all
   * their digits and no fraction, but for -0.0. Infinities and NaN are {@code inf}, {@code -inf}
   * and {@code nan}.
   */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LONG && !isNegativeZero(value)) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value)) {
      return "nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Digits.shortest(value);
  }

  /**
   * What is wrong with reading a text as a double, if it is a whole number, written with nothing
   * but digits, that no double is: from 2^53 on there are such. To be put behind the number.
   */
  public static Optional<String> rounded(String text, double value) {
    if (Math.abs(value) < EXACT) {
      return Optional.empty();
    }
    String number = text.strip();
    if (!DIGITS.matcher(number).matches()) {
      return Optional.empty();
    }
    if (Double.isInfinite(value)) {
      return Optional.of("beyond the largest double, which is " + Double.MAX_VALUE);
    }
    if (new BigDecimal(value).compareTo(new BigDecimal(number)) == 0) {
      return Optional.empty();
    }
    String nearest = new BigDecimal(value).toPlainString();
    return Optional.of(
        "beyond 2^53, and no double is that whole number; the nearest is " + nearest);
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }
}
