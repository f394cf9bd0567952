package dev.parallax.table.binary;

import dev.parallax.table.column.Numeral;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a stored number of a FITS column means: zero + factor times it, rounded once to a double.
 * STIL would make floats of some.
 *
 * @param factor TSCAL
 * @param zero TZERO
 */
record FitsScale(double factor, double zero) {
  static final FitsScale NONE = new FitsScale(1, 0);

  private static final double EXACT = 0x1p53;

  /** How unsigned integers, and signed bytes, are stored: STIL knows these. */
  private static final Map<String, Double> INTEGERS =
      Map.of("B", -128.0, "I", 0x1p15, "J", 0x1p31, "K", 0x1p63);

  /**
   * The scale of a column.
   *
   * @param prefix what its keywords begin with
   * @param number what they end with
   * @throws IOException if the header has no finite numbers for it
   */
  static FitsScale of(FitsHeader header, String prefix, int number) throws IOException {
    return new FitsScale(
        value(header, prefix + "TSCAL" + number, 1), value(header, prefix + "TZERO" + number, 0));
  }

  private static double value(FitsHeader header, String key, double otherwise) throws IOException {
    String text = header.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    Numeral numeral = Numeral.of(text);
    boolean number = numeral == Numeral.INTEGER || numeral == Numeral.DECIMAL;
    if (!number || !Double.isFinite(numeral.toDouble(text))) {
      throw new IOException("has '" + text + "' for " + key + " in its header");
    }
    return numeral.toDouble(text);
  }

  /** Whether it makes integers of integers as the standard has them, stored in a type. */
  boolean isOfIntegers(String type) {
    return factor == 1 && INTEGERS.containsKey(type) && INTEGERS.get(type) == zero;
  }

  /** What a number means. */
  double of(Number stored) {
    double number = stored.doubleValue();
    if (stored instanceof Long && Math.abs(number) >= EXACT) {
      BigDecimal product = new BigDecimal(factor).multiply(BigDecimal.valueOf(stored.longValue()));
      return product.add(new BigDecimal(zero)).doubleValue();
    }
    return Math.fma(factor, number, zero);
  }
}
