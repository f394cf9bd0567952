package dev.parallax.prime;

/**
 * One integer on its way through the {@linkplain StrongLucas strong Lucas test}: the terms W(k) and
 * W(k + 1) while k grows, bit by bit from the highest, to m. All in Montgomery's form.
 */
final class LucasChain {
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
   * Goes from W(k), W(k+1) to W(2k), W(2k+1) or, if that bit of m is set, to W(2k+1), W(2k+2). Bits
   * above the highest change nothing.
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
