package dev.parallax.table;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;

/** Doubles as text. */
final class Digits {
  private Digits() {}

  /**
   * The fewest digits that read back as the same double, alike on every JDK: before 19, the JDK's
   * own {@code Double.toString} sometimes gives more. NaN is {@code NaN}, the infinities {@code
   * Infinity} and {@code -Infinity}, which R, NumPy and Java all read.
   */
  static String shortest(double value) {
    return DoubleToDecimal.toString(value);
  }
}
