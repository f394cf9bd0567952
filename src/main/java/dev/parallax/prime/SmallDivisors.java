package dev.parallax.prime;

import java.util.Arrays;

/**
 * Finds the small prime divisors of integers from {@link Sieve#LIMIT} up, without branches that
 * depend on the integer.
 *
 * <p>The odd primes up to 23 are looked up: a bit per residue modulo a product of primes says
 * whether the residue shares a factor with it. For the others, n is a multiple of p exactly if n
 * times the inverse of p modulo 2^64 is at most (2^63 - 1) / p.
 */
final class SmallDivisors {
  private static final int FIVE = 3 * 5 * 7 * 11 * 13;
  private static final int THREE = 17 * 19 * 23;

  /** 2^64 / m: n times this, divided by 2^64, is n / m or one less, so residues are below 2 m. */
  private static final long FIVE_INTO = Long.divideUnsigned(-1, FIVE);

  private static final long THREE_INTO = Long.divideUnsigned(-1, THREE);
  private static final long[] COPRIME_TO_FIVE = coprime(2 * FIVE, 3, 5, 7, 11, 13);
  private static final long[] COPRIME_TO_THREE = coprime(2 * THREE, 17, 19, 23);

  private static final int[] PRIMES = {
    29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127
  };
  private static final long[] INVERSES = new long[PRIMES.length];
  private static final long[] BOUNDS = new long[PRIMES.length];

  static {
    for (int i = 0; i < PRIMES.length; i++) {
      INVERSES[i] = Montgomery.inverse(PRIMES[i]);
      BOUNDS[i] = Long.MAX_VALUE / PRIMES[i] + 1;
    }
  }

  private SmallDivisors() {}

  /** Whether no prime up to 23 divides the positive integer. */
  static boolean noneUpTo23(long n) {
    int five = (int) (n - Math.multiplyHigh(n, FIVE_INTO) * FIVE);
    int three = (int) (n - Math.multiplyHigh(n, THREE_INTO) * THREE);
    return (n & COPRIME_TO_FIVE[five >> 6] >>> five & COPRIME_TO_THREE[three >> 6] >>> three & 1)
        != 0;
  }

  /** Whether no prime from 29 to 127 divides the integer, which is greater than those. */
  static boolean noneFrom29(long n) {
    long divisible = 0;
    for (int i = 0; i < INVERSES.length; i++) {
      long quotient = n * INVERSES[i];
      divisible |= (quotient - BOUNDS[i]) & ~quotient;
    }
    return divisible >= 0;
  }

  private static long[] coprime(int limit, int... primes) {
    long[] bits = new long[(limit >> 6) + 1];
    Arrays.fill(bits, -1L);
    for (int p : primes) {
      for (int multiple = 0; multiple < limit; multiple += p) {
        bits[multiple >> 6] &= ~(1L << multiple);
      }
    }
    return bits;
  }
}
