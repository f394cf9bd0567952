package dev.parallax.sum;

import java.math.BigInteger;

/**
 * A whole multiple of a power of two, exactly; rounded only as it becomes a double, once, to the
 * nearest, and to the even one of two as near.
 *
 * @param whole how many units
 * @param exponent a unit is 2^exponent
 */
record Dyadic(BigInteger whole, int exponent) {
  /** More bits than a double has. */
  private static final int BITS = 64;

  private static final int MANTISSA = 53;
  private static final int LEAST_EXPONENT = -1074;

  Dyadic times(long factor) {
    return new Dyadic(whole.multiply(BigInteger.valueOf(factor)), exponent);
  }

  Dyadic squared() {
    return new Dyadic(whole.multiply(whole), 2 * exponent);
  }

  Dyadic minus(Dyadic other) {
    int unit = Math.min(exponent, other.exponent);
    return new Dyadic(in(unit).subtract(other.in(unit)), unit);
  }

  private BigInteger in(int unit) {
    return whole.shiftLeft(exponent - unit);
  }

  /** The integer part, of a number that is one. */
  BigInteger integer() {
    return whole.shiftLeft(exponent); // to the right if it is negative
  }

  /** It over a positive number. */
  double over(BigInteger divisor) {
    int shift = Math.max(0, BITS - (whole.bitLength() - divisor.bitLength()));
    BigInteger[] parts = whole.abs().shiftLeft(shift).divideAndRemainder(divisor);
    double size = rounded(parts[0], parts[1].signum() != 0, exponent - shift);
    return whole.signum() < 0 ? -size : size;
  }

  /** The root of it over a positive number; it is not negative. */
  double rootOver(BigInteger divisor) {
    int shift = Math.max(0, 2 * BITS - (whole.bitLength() - divisor.bitLength()));
    shift += (exponent - shift) & 1;
    BigInteger[] parts = whole.shiftLeft(shift).divideAndRemainder(divisor);
    BigInteger[] root = parts[0].sqrtAndRemainder();
    boolean more = parts[1].signum() != 0 || root[1].signum() != 0;
    return rounded(root[0], more, (exponent - shift) / 2);
  }

  /**
   * A number of units, and a little more or nothing more; no units, or more than 53 bits of them.
   *
   * @param exponent a unit is 2^exponent
   */
  private static double rounded(BigInteger units, boolean more, int exponent) {
    if (units.signum() == 0) {
      return 0;
    }
    BigInteger halves = more ? units.shiftLeft(1).setBit(0) : units.shiftLeft(1);
    int unit = exponent - 1;
    int drop = Math.max(halves.bitLength() - MANTISSA, LEAST_EXPONENT - unit);
    BigInteger kept = halves.shiftRight(drop);
    boolean half = halves.testBit(drop - 1);
    if (half && (kept.testBit(0) || halves.getLowestSetBit() < drop - 1)) {
      kept = kept.add(BigInteger.ONE);
    }
    return Math.scalb(kept.doubleValue(), unit + drop);
  }
}
