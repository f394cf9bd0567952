package dev.parallax.sum;

import java.math.BigInteger;

/**
 * A sum of whole multiples of powers of two, without rounding: a number in digits of 32 bits, each
 * in a long, so that 2^30 terms are added before a digit has to be carried (Neal 2015, Fast exact
 * summation using small and large superaccumulators, arXiv:1505.05571).
 */
final class WideSum {
  private static final long DIGIT = 0xFFFF_FFFFL;
  private static final int CARRY_AFTER = 1 << 30;

  /** Digits above those of the largest term: room for the sum of 2^63 of them, and the sign. */
  private static final int HEADROOM = 4;

  private final long[] digits;
  private final int lowest;
  private int terms;

  /**
   * Zero.
   *
   * @param lowest the least exponent of a term
   * @param highest terms are less than 2^highest
   */
  WideSum(int lowest, int highest) {
    this.lowest = lowest;
    digits = new long[(highest - lowest) / 32 + HEADROOM];
  }

  /** Adds value 2^exponent. */
  void add(long value, int exponent) {
    int digit = (exponent - lowest) >>> 5;
    int shift = (exponent - lowest) & 31;
    long above = value >> (32 - shift);
    digits[digit] += (value << shift) & DIGIT;
    digits[digit + 1] += above & DIGIT;
    digits[digit + 2] += above >> 32;
    terms++;
    if (terms == CARRY_AFTER) {
      carry();
    }
  }

  private void carry() {
    for (int k = 0; k < digits.length - 1; k++) {
      digits[k + 1] += digits[k] >> 32;
      digits[k] &= DIGIT;
    }
    terms = 1; // as large as one term makes a digit
  }

  /** The sum. */
  Dyadic total() {
    carry();
    int first = 0;
    while (first < digits.length - 1 && digits[first] == 0) {
      first++;
    }
    int last = digits.length - 1;
    byte[] bytes = new byte[4 * (last - first) + 8];
    put(bytes, 0, digits[last] >> 32);
    for (int k = last; k >= first; k--) {
      put(bytes, 4 * (last - k) + 4, digits[k]);
    }
    return new Dyadic(new BigInteger(bytes), lowest + 32 * first);
  }

  private static void put(byte[] bytes, int at, long digit) {
    for (int b = 0; b < 4; b++) {
      bytes[at + b] = (byte) (digit >> (24 - 8 * b));
    }
  }
}
