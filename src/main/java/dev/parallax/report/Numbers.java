package dev.parallax.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
  private static final MathContext SHOWN = new MathContext(9);

  private Numbers() {}

  /** Nine significant digits. */
  public static String shown(double value) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || Math.abs(Math.log10(Math.abs(value))) < 9;
    return plain ? rounded.toPlainString() : rounded.toString();
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
