package dev.parallax.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
  private static final MathContext SHOWN = new MathContext(9);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Numbers() {}

  /** Nine significant digits. */
  public static String shown(double value) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    if (Double.isInfinite(value)) {
      return Digits.shortest(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || Math.abs(Math.log10(Math.abs(value))) < 9;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /**
   * As many digits as an error leaves worth quoting: up to the place of the error's first digit, or
   * its second if the first is a 1. Without an error, {@link #shown(double)}.
   */
  public static String quoted(double value, double error) {
    if (!Double.isFinite(value) || !(error > 0 && error < Double.POSITIVE_INFINITY)) {
      return shown(value);
    }
    BigDecimal first = new BigDecimal(error).round(new MathContext(2));
    int leading = first.precision() - first.scale() - 1;
    boolean second = first.compareTo(BigDecimal.ONE.scaleByPowerOfTen(leading).multiply(TWO)) < 0;
    BigDecimal rounded =
        new BigDecimal(value).setScale((second ? 1 : 0) - leading, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  /** A value and its error, such as {@code 0.0704 +- 0.0002}; the value alone without an error. */
  public static String withError(double value, double error) {
    String quoted = quoted(value, error);
    return error > 0 && Double.isFinite(value) && Double.isFinite(error)
        ? quoted + " +- " + quoted(error, error)
        : quoted;
  }

  /** Integers whole, other numbers as {@link #shown(double)}. */
  public static String shown(Number value) {
    boolean whole =
        value instanceof Long || value instanceof Integer || value instanceof BigInteger;
    return whole ? value.toString() : shown(value.doubleValue());
  }

  /** A duration. */
  public static String seconds(double value) {
    if (value < 0.1) {
      return String.format(Locale.ROOT, "%.3f ms", 1000 * value);
    }
    return String.format(Locale.ROOT, value < 10 ? "%.3f s" : "%.1f s", value);
  }

  /** So many per second. */
  public static String rate(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.3g million/s", value / 1e6);
    }
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f/s", value)
        : String.format(Locale.ROOT, "%.3g/s", value);
  }

  /** One thing or several, such as {@code 1 slice} or {@code 2 slices}. */
  public static String count(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
