package dev.parallax.sum;

import java.math.BigInteger;

/** The sum of finite numbers as if computed without rounding, rounded once. */
public final class ExactSum {
  private static final int BIAS = 1075;
  private static final long FRACTION = (1L << 52) - 1;
  private static final long HIDDEN = 1L << 52;

  private final WideSum sums = new WideSum(-1074, 1024);
  private boolean special;
  private double specials;

  /** Of nothing yet: 0. */
  public ExactSum() {}

  /** Takes a number; one that is not finite makes the sum what a plain one would be. */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      special = true;
      specials += value;
      return;
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long mantissa = (bits & FRACTION) | (exponent == 0 ? 0 : HIDDEN);
    long sign = bits >> 63;
    sums.add((mantissa ^ sign) - sign, Math.max(1, exponent) - BIAS);
  }

  /** The sum; infinite too where it is larger than any double. */
  public double value() {
    return over(1);
  }

  /**
   * The sum over a whole number, such as how many numbers there are.
   *
   * @param divisor 1 or more
   */
  public double over(long divisor) {
    return special ? specials : sums.total().over(BigInteger.valueOf(divisor));
  }
}
