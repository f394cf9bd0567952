package dev.parallax.workload.sweep.best;

import dev.parallax.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in few digits. */
final class Written {
  private static final MathContext SHORT = new MathContext(5);

  private Written() {}

  /** Five significant digits. */
  static String brief(double value) {
    return Double.isFinite(value)
        ? Numbers.shown(new BigDecimal(value).round(SHORT).doubleValue())
        : Numbers.shown(value);
  }
}
