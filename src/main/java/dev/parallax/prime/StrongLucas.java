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

  private final LucasChain[] chains = new LucasChain[LANES];

  StrongLucas() {
    Arrays.setAll(chains, i -> new LucasChain());
  }

  /** Whether the odd integer, 2^10 or more, passes. */
  static boolean passes(long n) {
    LucasChain chain = new LucasChain();
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
}
