package dev.parallax.text;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;

/**
 * Numbers as text, alike on every JDK: before 19, the JDK's own {@code Double.toString} and {@code
 * Float.toString} sometimes give more digits than are needed.
 */
public final class Digits {
  private Digits() {}

  /**
   * The fewest digits that read back as the same double. NaN is {@code NaN}, the infinities {@code
   * Infinity} and {@code -Infinity}, which R, NumPy and Java all read.
   */
  public static String shortest(double value) {
    return DoubleToDecimal.toString(value);
  }

  /** The fewest digits that read back as the same float. */
  public static String shortest(float value) {
    return FloatToDecimal.toString(value);
  }
}
