package dev.parallax.prime;

/**
 * The strong probable prime test to base 2: with n - 1 = d 2^s, d odd, a prime n has 2^d = 1 or
 * 2^(d 2^r) = -1 for an r below s, modulo n.
 *
 * <p>The powers taken here are those of 1/2, which are 1 or -1 when those of 2 are: in Montgomery's
 * form a division by 2^u is a shift and one reduction, so the exponent is read six bits at a time,
 * and no division is needed to begin with. Several integers are taken through it together, because
 * a multiplication takes longer to finish than to start the next.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1980-0572872-7">Pomerance, Selfridge and
 *     Wagstaff 1980</a>
 */
final class StrongBaseTwo {
  /** How many integers are tested together. */
  static final int LANES = 8;

  private static final int WINDOW = 6;

  private final long[] moduli = new long[LANES];
  private final long[] inverses = new long[LANES];
  private final long[] exponents = new long[LANES];
  private final long[] powers = new long[LANES];
  private final int[] starts = new int[LANES];

  /** Whether the odd integer, 3 or more, passes. */
  static boolean passes(long n) {
    long inverse = Montgomery.inverse(n);
    long exponent = exponent(n);
    int at = start(exponent);
    long power = 1L << -(exponent >>> at);
    while (at > 0) {
      at -= WINDOW;
      power = step(power, exponent >>> at, n, inverse);
    }
    return accepts(power, n, inverse);
  }

  /**
   * Tests {@link #LANES} integers, each odd and 3 or more.
   *
   * @param integers where they are, in succession
   * @param from where the first is
   * @return bit i is set if integer i passes
   */
  int passing(long[] integers, int from) {
    int last = begin(integers, from);
    for (int at = last - WINDOW; at >= 0; at -= WINDOW) {
      for (int i = 0; i < LANES; i++) {
        long stepped = step(powers[i], exponents[i] >>> at, moduli[i], inverses[i]);
        powers[i] = at < starts[i] ? stepped : powers[i];
      }
    }
    int passing = 0;
    for (int i = 0; i < LANES; i++) {
      passing |= accepts(powers[i], moduli[i], inverses[i]) ? 1 << i : 0;
    }
    return passing;
  }

  private int begin(long[] integers, int from) {
    int last = 0;
    for (int i = 0; i < LANES; i++) {
      moduli[i] = integers[from + i];
      inverses[i] = Montgomery.inverse(moduli[i]);
      exponents[i] = exponent(moduli[i]);
      starts[i] = start(exponents[i]);
      powers[i] = 1L << -(exponents[i] >>> starts[i]);
      last = Math.max(last, starts[i]);
    }
    return last;
  }

  /** d + 64: the last 64 make the power a plain residue, no more in Montgomery's form. */
  private static long exponent(long n) {
    return ((n - 1) >> Long.numberOfTrailingZeros(n - 1)) + Long.SIZE;
  }

  private static int start(long exponent) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros(exponent)) / WINDOW * WINDOW;
  }

  /** The power to the 64, divided by 2^u, where u is the last six bits of the digits. */
  private static long step(long power, long digits, long n, long inverse) {
    long x = power;
    for (int i = 0; i < WINDOW; i++) {
      x = Montgomery.product(x, x, n, inverse);
    }
    int u = (int) digits & (Long.SIZE - 1);
    long low = x << 1 << (Long.SIZE - 1 - u);
    return (x >> u) - Math.multiplyHigh(low * inverse, n);
  }

  /**
   * Whether the power is 1, or becomes -1 when squared up to s - 1 times. It is a plain residue, so
   * each of Montgomery's products takes it 2^64 further from what it stands for; 1 goes along.
   */
  private static boolean accepts(long power, long n, long inverse) {
    long x = Montgomery.least(power, n);
    if (x == 1) {
      return true;
    }
    long one = 1;
    for (int left = Long.numberOfTrailingZeros(n - 1) - 1; x + one != n; left--) {
      if (left == 0) {
        return false;
      }
      x = Montgomery.least(Montgomery.product(x, x, n, inverse), n);
      one = Montgomery.least(Montgomery.product(one, one, n, inverse), n);
    }
    return true;
  }
}
