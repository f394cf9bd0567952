package dev.parallax.bootstrap;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers that are whole multiples of a power of ten, as measured ones are.
 *
 * @param multiples the numbers over the unit
 * @param scale the unit is 10^-scale
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Lattice(long[] multiples, int scale) {
  /** More digits than measured numbers have. */
  private static final int MOST_SCALE = 12;

  /** So large, sums of a few thousand multiples are still exact as doubles. */
  private static final long MOST = 1L << 40;

  /** The lattice of the numbers as they are written in decimal, if it is not too fine. */
  static Optional<Lattice> of(double[] numbers) {
    int scale = 0;
    for (double number : numbers) {
      scale = Math.max(scale, BigDecimal.valueOf(number).stripTrailingZeros().scale());
    }
    if (scale > MOST_SCALE) {
      return Optional.empty();
    }
    long[] multiples = new long[numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      BigDecimal multiple = BigDecimal.valueOf(numbers[k]).movePointRight(scale);
      if (multiple.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
        return Optional.empty();
      }
      multiples[k] = multiple.longValueExact();
    }
    return Optional.of(new Lattice(multiples, scale));
  }

  /** The greatest number of which all differences of multiples are multiples; 1 or more. */
  static long commonStep(long[] multiples) {
    long step = 0;
    for (long multiple : multiples) {
      step = gcd(step, Math.abs(multiple - multiples[0]));
    }
    return Math.max(1, step);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The multiples times a whole number. */
  Lattice times(long factor) {
    return new Lattice(Arrays.stream(multiples).map(m -> m * factor).toArray(), scale);
  }
}
