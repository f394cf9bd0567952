package dev.parallax.prime;

import java.util.Arrays;

/**
 * The primes below 2^20, by the sieve of Eratosthenes: one bit per odd number, made at first use.
 */
final class Sieve {
  /** What it knows: the integers from 0 up to here, exclusive. */
  static final int LIMIT = 1 << 20;

  /** Bit i of the whole stands for 2 i + 1. */
  private static final long[] ODD_PRIMES = sieve();

  private Sieve() {}

  /**
   * Whether the integer is prime.
   *
   * @param n from 0 to {@link #LIMIT} - 1
   */
  static boolean isPrime(int n) {
    return ((ODD_PRIMES[n >> 7] >>> (n >> 1)) & n & 1) != 0 || n == 2;
  }

  private static long[] sieve() {
    long[] bits = new long[LIMIT >> 7];
    Arrays.fill(bits, -1L);
    bits[0] &= ~1L;
    for (int p = 3; p * p < LIMIT; p += 2) {
      if (((bits[p >> 7] >>> (p >> 1)) & 1) != 0) {
        strike(bits, p);
      }
    }
    return bits;
  }

  private static void strike(long[] bits, int p) {
    for (int i = (p * p) >> 1; i < LIMIT / 2; i += p) {
      bits[i >> 6] &= ~(1L << i);
    }
  }
}
