package dev.parallax.prime;

import java.util.Arrays;

/**
 * The strong Lucas probable prime test with {@linkplain Selfridge Selfridge's} P = 1 and Q: with n
 * + 1 = d 2^s, d odd, a prime n divides U(d), or V(d 2^r) for an r below s.
 *
 * <p>The sequence W with P' = 1/Q - 2 and Q' = 1 says the same with fewer products, because V(2k) =
 * Q^k W(k). With d = 2m + 1, D U(d) = Q^(m+1) (W(m+1) - W(m)) and V(d) = Q^(m+1) (W(m+1) + W(m)),
 * and V(d 2^r) has the divisors of W(d 2^(r-1)). A step doubles k: W(2k) = W(k)^2 - 2, W(2k+1) =
 * W(k) W(k+1) - P'.
 *
 * <p>Several integers are taken through it together, because a multiplication takes longer to
 * finish than to start the next.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1980-0583518-6">Baillie and Wagstaff 1980</a>
 */
final class StrongLucas {
  /** How many integers are tested together. */
  static final int LANES = 4;

  private final Chain[] chains = new Chain[LANES];

  StrongLucas() {
    Arrays.setAll(chains, i -> new Chain());
  }

  /** Whether the odd integer, 2^10 or more, passes. */
  static boolean passes(long n) {
    Chain chain = new Chain();
    chain.begin(n);
    for (int bit = bits(chain.index()) - 1; bit >= 0; bit--) {
      chain.step(bit);
    }
    return chain.passes();
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
    long indices = 0;
    for (int i = 0; i < count; i++) {
      chains[i].begin(integers[from + i]);
      indices |= chains[i].index();
    }
    for (int bit = bits(indices) - 1; bit >= 0; bit--) {
      for (int i = 0; i < count; i++) {
        chains[i].step(bit);
      }
    }
    int passing = 0;
    for (int i = 0; i < count; i++) {
      passing |= chains[i].passes() ? 1 << i : 0;
    }
    return passing;
  }

  private static int bits(long index) {
    return Long.SIZE - Long.numberOfLeadingZeros(index);
  }

  /**
   * One integer on its way through the test: the terms W(k) and W(k + 1) while k grows, bit by bit
   * from the highest, to m. All in Montgomery's form.
   */
  private static final class Chain {
    /** What stands for a P' that does not exist. */
    private static final long NONE = -1;

    private long n;
    private long inverse;
    private long two;
    private long parameter;
    private long index;
    private long lower;
    private long upper;

    /** Begins with W(0) = 2 and W(1) = P' for an odd integer of 2^10 or more. */
    void begin(long modulus) {
      n = modulus;
      inverse = Montgomery.inverse(n);
      long one = Montgomery.one(n);
      two = Montgomery.least(2 * one - n, n);
      parameter = parameter(n, one, two);
      index = (n + 1) >>> (Long.numberOfTrailingZeros(n + 1) + 1);
      lower = two;
      upper = parameter;
    }

    /** m, the number of the term to reach. */
    long index() {
      return index;
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
          long whole = one / size + t * (n / size) + rest / size;
          long signed = q < 0 ? -whole : whole - n;
          return Montgomery.least(Montgomery.difference(signed, two, n), n);
        }
      }
      return NONE;
    }

    /**
     * Goes from W(k), W(k+1) to W(2k), W(2k+1) or, if that bit of m is set, to W(2k+1), W(2k+2).
     * Bits above the highest change nothing.
     */
    void step(int bit) {
      long set = -((index >>> bit) & 1);
      long a = lower;
      long b = upper;
      long cross = Montgomery.difference(Montgomery.product(a, b, n, inverse), parameter, n);
      long base = a ^ ((a ^ b) & set);
      long square = Montgomery.difference(Montgomery.product(base, base, n, inverse), two, n);
      long change = (square ^ cross) & set;
      lower = square ^ change;
      upper = cross ^ change;
    }

    /** Whether W(m), W(m+1) show that n divides U(d) or V(d), or W(d 2^r) for an r below s - 1. */
    boolean passes() {
      if (parameter == NONE) {
        return false;
      }
      long a = Montgomery.least(lower, n);
      long b = Montgomery.least(upper, n);
      if (a == b || a == n - b || a + b == 0) {
        return true;
      }
      long w = Montgomery.difference(Montgomery.product(a, b, n, inverse), parameter, n);
      for (int left = Long.numberOfTrailingZeros(n + 1) - 1; left > 0; left--) {
        if (w == 0 || w == n || w == -n) {
          return true;
        }
        w = Montgomery.difference(Montgomery.product(w, w, n, inverse), two, n);
      }
      return false;
    }
  }
}
