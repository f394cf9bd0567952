package dev.parallax.prime;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Primes found in other ways than the code under test: a plain sieve, and Miller-Rabin to the first
 * twelve primes as bases, which is a proof below 3.18e23, on products by floating point.
 */
final class PrimeOracle {
  private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

  private PrimeOracle() {}

  /** The composite numbers from 2 up to the limit, exclusive. */
  static BitSet composites(int limit) {
    BitSet composite = new BitSet(limit);
    for (int p = 2; p * p < limit; p = composite.nextClearBit(p + 1)) {
      for (int multiple = p * p; multiple < limit; multiple += p) {
        composite.set(multiple);
      }
    }
    return composite;
  }

  static boolean isPrime(long n) {
    if (n < 2) {
      return false;
    }
    for (int base : BASES) {
      if (n % base == 0) {
        return n == base;
      }
    }
    for (int base : BASES) {
      if (!isStrong(n, base)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the odd n passes the strong test to the base. */
  static boolean isStrong(long n, long base) {
    int s = Long.numberOfTrailingZeros(n - 1);
    long x = 1;
    for (int bit = 62; bit >= s; bit--) {
      x = product(x, x, n);
      if (((n - 1) >> bit & 1) != 0) {
        x = product(x, base % n, n);
      }
    }
    boolean strong = x == 1 || x == n - 1;
    for (int r = 1; r < s && !strong; r++) {
      x = product(x, x, n);
      strong = x == n - 1;
    }
    return strong;
  }

  /** a b mod n for a, b below n, in halves of b: every quotient is right to less than 1. */
  static long product(long a, long b, long n) {
    long high = part(part(a, b >> 32, n), 1L << 32, n);
    long low = part(a, b & 0xFFFFFFFFL, n);
    long sum = high - (n - low);
    return sum < 0 ? sum + n : sum;
  }

  private static long part(long a, long b, long n) {
    long quotient = Math.round((double) a * (double) b / (double) n);
    long rest = a * b - quotient * n;
    return rest < 0 ? rest + n : rest;
  }

  /** A positive integer whose number of bits is anything from 1 to 63 alike. */
  static long anySize(SplittableRandom random) {
    return random.nextLong() >>> 1 + random.nextInt(63);
  }
}
