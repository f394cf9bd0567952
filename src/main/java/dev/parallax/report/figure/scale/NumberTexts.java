package dev.parallax.report.figure.scale;

import dev.parallax.text.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the numbers of an axis are written: all with as many decimals, with a minus sign and not a
 * hyphen, and large and small ones with powers of ten.
 *
 * @param decimals how many digits are behind the point
 * @param power the power of ten that is written behind the numbers; 0 for none
 */
record NumberTexts(int decimals, int power) {
  private static final int PLAIN_DIGITS = 12;
  private static final String RAISED =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  /** Numbers that are multiples of a step, the largest of which is about this large. */
  static NumberTexts of(double largest, BigDecimal step) {
    int unit = step.precision() - step.scale() - 1;
    int highest = largest > 0 ? (int) Math.floor(Math.log10(largest) + 1e-12) : 0;
    boolean usual = largest <= 1e6 * (1 + 1e-9) && highest >= -3;
    boolean close = highest - unit > 4 && highest >= -3 && highest < PLAIN_DIGITS;
    int power = usual || close ? 0 : highest;
    return new NumberTexts(Math.max(0, power - unit), power);
  }

  String text(BigDecimal value) {
    if (value.signum() == 0) {
      return power == 0 ? signed(value.setScale(decimals).toPlainString()) : "0";
    }
    BigDecimal mantissa = value.scaleByPowerOfTen(-power).setScale(decimals, RoundingMode.HALF_UP);
    return signed(mantissa.toPlainString()) + (power == 0 ? "" : "\u00d710" + raised(power));
  }

  /** A digit times a power of ten. */
  static String decade(int digit, int power, boolean plain) {
    if (plain) {
      return BigDecimal.valueOf(digit).scaleByPowerOfTen(power).toPlainString();
    }
    return (digit == 1 ? "" : digit + "\u00d7") + "10" + raised(power);
  }

  /** A number in its fewest digits. */
  static String shortest(double value) {
    BigDecimal exact = new BigDecimal(Digits.shortest(value)).stripTrailingZeros();
    int power = exact.precision() - exact.scale() - 1;
    boolean plain = exact.signum() == 0 || (power >= -4 && power <= 6);
    return plain
        ? signed(exact.signum() == 0 ? "0" : exact.toPlainString())
        : new NumberTexts(exact.precision() - 1, power).text(exact);
  }

  private static String signed(String text) {
    return text.replace('-', '\u2212');
  }

  /** An exponent, above the line. */
  static String raised(int power) {
    StringBuilder text = new StringBuilder(power < 0 ? "\u207b" : "");
    Integer.toString(Math.abs(power)).chars().forEach(c -> text.append(RAISED.charAt(c - '0')));
    return text.toString();
  }
}
