package dev.parallax.bootstrap.permutation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A column's numbers as they are written in decimal, as whole multiples of a power of ten above the
 * first of them: sums of these have no rounding errors.
 *
 * @param multiples the numbers, less the first, over the unit
 * @param small the same as longs, below 2^62; empty if one is larger
 * @param scale the unit is 10^-scale
 * @param sure whether the decimals are beyond doubt: all of them have 15 digits or fewer, or are
 *     whole numbers that doubles tell apart. Of other doubles only the nearest decimals are known
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record DecimalColumn(BigInteger[] multiples, long[] small, int scale, boolean sure)
    implements Serializable {
  private static final int CERTAIN_DIGITS = 15;
  private static final int MOST_DIGITS = 17;
  private static final double WHOLE = 0x1p53;
  private static final int BITS = 62;

  /** The column of these finite numbers. */
  public static DecimalColumn of(double[] numbers) {
    BigDecimal[] decimals = new BigDecimal[numbers.length];
    boolean sure = true;
    int scale = Integer.MIN_VALUE;
    for (int row = 0; row < numbers.length; row++) {
      decimals[row] = decimal(numbers[row]);
      boolean whole = numbers[row] == Math.rint(numbers[row]) && Math.abs(numbers[row]) <= WHOLE;
      sure &= whole || decimals[row].precision() <= CERTAIN_DIGITS;
      scale = Math.max(scale, decimals[row].scale());
    }
    BigInteger[] multiples = new BigInteger[numbers.length];
    for (int row = 0; row < numbers.length; row++) {
      multiples[row] = decimals[row].subtract(decimals[0]).setScale(scale).unscaledValue();
    }
    boolean fits = Arrays.stream(multiples).allMatch(m -> m.bitLength() < BITS);
    long[] small = Arrays.stream(multiples).mapToLong(BigInteger::longValue).toArray();
    return new DecimalColumn(multiples, fits ? small : new long[0], scale, sure);
  }

  /** The shortest decimal that reads back as the number, the same on every Java version. */
  static BigDecimal decimal(double number) {
    BigDecimal all = new BigDecimal(number);
    for (int digits = CERTAIN_DIGITS; digits < MOST_DIGITS; digits++) {
      BigDecimal some = all.round(new MathContext(digits));
      if (some.doubleValue() == number) {
        return some.stripTrailingZeros();
      }
    }
    return all.round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
  }

  public boolean fits() {
    return small.length > 0;
  }

  /** The rows' numbers squared, summed, times their count, less their sum squared. */
  BigInteger squares() {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (BigInteger multiple : multiples) {
      sum = sum.add(multiple);
      squares = squares.add(multiple.multiply(multiple));
    }
    return squares.multiply(BigInteger.valueOf(multiples.length)).subtract(sum.multiply(sum));
  }
}
