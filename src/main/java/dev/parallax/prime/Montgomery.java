package dev.parallax.prime;

/**
 * Multiplication modulo an odd n below 2^63 without division, after Montgomery: x stands for x R
 * mod n with R = 2^64.
 *
 * <p>Residues are signed, from -n to n, and a product needs no correction. With q = a b / n mod R,
 * taken from -R/2 to R/2, a b - q n is a multiple of R, and its R-th part is at most (n^2 + n R/2)
 * / R &lt; n in size.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1985-0777282-X">Montgomery 1985</a>
 */
final class Montgomery {
  private Montgomery() {}

  /** The inverse of the odd integer modulo 2^64, by Newton's iteration from 5 right bits. */
  static long inverse(long n) {
    long x = (3 * n) ^ 2;
    x *= 2 - n * x;
    x *= 2 - n * x;
    x *= 2 - n * x;
    return x * (2 - n * x);
  }

  /**
   * A residue congruent to a b / 2^64, from -n to n.
   *
   * @param a times b is at most 2^63 n in size
   * @param inverse that of n modulo 2^64
   */
  static long product(long a, long b, long n, long inverse) {
    return Math.multiplyHigh(a, b) - Math.multiplyHigh(a * b * inverse, n);
  }

  /** 2^64 mod n: what stands for 1. From 0 to n - 1. */
  static long one(long n) {
    long half = Long.MAX_VALUE % n + 1;
    return least(2 * half - n, n);
  }

  /**
   * A residue congruent to a - b, from -n to n.
   *
   * @param a from -n to n
   * @param b from 0 to n
   */
  static long difference(long a, long b, long n) {
    return a - b + (n & (a >> 63));
  }

  /** The same residue from 0 to n - 1, if it was from -n to n - 1. */
  static long least(long a, long n) {
    return a + (n & (a >> 63));
  }
}
