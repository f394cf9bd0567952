package dev.parallax.kernel;

/**
 * The strong Lucas probable prime test with {@linkplain Selfridge Selfridge's} P = 1 and Q: with n
 * + 1 = d 2^s, d odd, a prime n divides U(d), or V(d 2^r) for an r below s.
 *
 * <p>The sequence W with P' = 1/Q - 2 and Q' = 1 does the same with fewer products, because V(2 k)
 * = Q^k W(k). With d = 2 m + 1, D U(d) = Q^(m+1) (W(m+1) - W(m)) and V(d) = Q^(m+1) (W(m+1) +
 * W(m)), and one step from W(k), W(k+1) to twice as far is W(2k) = W(k)^2 - 2, W(2k+1) = W(k)
 * W(k+1) - P'.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1980-0583518-6">Baillie and Wagstaff 1980</a>
 */
final class StrongLucas {
  /** How many integers are tested together. */
  static final int LANES = 4;

  /** What stands for a P' that does not exist. */
  private static final long NONE = -1;

  private final long[] moduli = new long[LANES];
  private final long[] inverses = new long[LANES];
  private final long[] twos = new long[LANES];
  private final long[] parameters = new long[LANES];
  private final long[] indices = new long[LANES];
  private final long[] lower = new long[LANES];
  private final long[] upper = new long[LANES];

  /** Whether the odd integer, 2^10 or more, passes. */
  static boolean passes(long n) {
    return new StrongLucas().passing(new long[] {n}, 0, 1) != 0;
  }

  /**
   * Tests up to {@link #LANES} integers, each odd and 2^10 or more.
   *
   * @param integers where they are, in succession
   * @param from where the first is
   * @param count how many there are
   * @return bit i is set if integer i passes
   */
  int passing(long[] integers, int from, int count) {
    long all = 0;
    for (int i = 0; i < count; i++) {
      begin(i, integers[from + i]);
      all |= indices[i];
    }
    for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(all); bit >= 0; bit--) {
      for (int i = 0; i < count; i++) {
        step(i, bit);
      }
    }
    int passing = 0;
    for (int i = 0; i < count; i++) {
      passing |= parameters[i] != NONE && accepts(i) ? 1 << i : 0;
    }
    return passing;
  }

  /** Begins with W(0) = 2 and W(1) = P'. */
  private void begin(int lane, long n) {
    moduli[lane] = n;
    inverses[lane] = Montgomery.inverse(n);
    long one = Montgomery.one(n);
    twos[lane] = Montgomery.least(2 * one - n, n);
    parameters[lane] = parameter(n, one, twos[lane]);
    indices[lane] = (n + 1) >>> (Long.numberOfTrailingZeros(n + 1) + 1);
    lower[lane] = twos[lane];
    upper[lane] = parameters[lane];
  }

  /** P' = 1/Q - 2 from 0 to n - 1, or {@link #NONE}: then n is composite. */
  private static long parameter(long n, long one, long two) {
    int discriminant = Selfridge.discriminant(n);
    if (discriminant == Selfridge.NONE) {
      return NONE;
    }
    int q = (1 - discriminant) / 4;
    int size = Math.abs(q);
    long wanted = one % size;
    long residue = n % size;
    // 1 / |Q| = (1 + t n) / |Q| for the t that makes this whole; none if Q and n share a factor.
    for (int t = 0; t < size; t++) {
      long rest = wanted + t * residue;
      if (rest % size == 0) {
        long inverse = one / size + t * (n / size) + rest / size;
        long signed = q < 0 ? -inverse : inverse - n;
        return Montgomery.least(Montgomery.difference(signed, two, n), n);
      }
    }
    return NONE;
  }

  /** From W(k), W(k+1) to W(2k), W(2k+1) or, if the bit is set, W(2k+1), W(2k+2). */
  private void step(int lane, int bit) {
    long n = moduli[lane];
    long inverse = inverses[lane];
    long set = -((indices[lane] >>> bit) & 1);
    long a = lower[lane];
    long b = upper[lane];
    long cross = Montgomery.difference(Montgomery.product(a, b, n, inverse), parameters[lane], n);
    long x = a ^ ((a ^ b) & set);
    long square = Montgomery.difference(Montgomery.product(x, x, n, inverse), twos[lane], n);
    long change = (square ^ cross) & set;
    lower[lane] = square ^ change;
    upper[lane] = cross ^ change;
  }

  /** Whether W(m), W(m+1) show that n divides U(d) or V(d), or W(d 2^r), for r below s - 1. */
  private boolean accepts(int lane) {
    long n = moduli[lane];
    long a = Montgomery.least(lower[lane], n);
    long b = Montgomery.least(upper[lane], n);
    if (a == b || a == n - b || a + b == 0) {
      return true;
    }
    long product = Montgomery.product(a, b, n, inverses[lane]);
    long w = Montgomery.difference(product, parameters[lane], n);
    for (int left = Long.numberOfTrailingZeros(n + 1) - 1; left > 0; left--) {
      if (w == 0 || w == n || w == -n) {
        return true;
      }
      long square = Montgomery.product(w, w, n, inverses[lane]);
      w = Montgomery.difference(square, twos[lane], n);
    }
    return false;
  }
}
