package dev.parallax.random;

/**
 * A random permutation of 0 .. n - 1, computed place by place: nothing is shuffled or stored, so
 * that any part of it can be had anywhere.
 *
 * <p>A place is written as (l, r) = (i / b, i mod b) with b = ⌈√n⌉ and a = ⌈n / b⌉. Four times, or
 * eight if n is below 2<sup>16</sup>, l grows by a keyed hash of r modulo a, and then r by one of l
 * modulo b; each step is invertible. A result of n or more is permuted again until it is below n (a
 * Feistel network on Z<sub>a</sub> × Z<sub>b</sub>, walked in cycles). The key of step j is output
 * j of SplitMix64 started at mix(key 0 ^ number), where key 0 is that of (seed, purpose).
 *
 * @see <a href="https://doi.org/10.1007/3-540-45760-7_9">Black and Rogaway, Ciphers with arbitrary
 *     finite domains (2002)</a>
 */
public final class KeyedPermutation {
  private static final int STEPS = 8;

  /** Below, hashes of so few bits need more steps to mix. */
  private static final long SMALL = 1 << 16;

  private final long size;
  private final long high;
  private final long low;
  private final long[] keys;

  /**
   * The permutation of a seed, a purpose and a number.
   *
   * @param number which of the seed's permutations
   * @param size how many places it has, 1 .. 2^62
   * @throws IllegalArgumentException if there are none or more
   */
  public KeyedPermutation(long seed, Purpose purpose, long number, long size) {
    if (size < 1 || size > 1L << 62) {
      throw new IllegalArgumentException("no permutation of " + size + " places");
    }
    this.size = size;
    long root = (long) Math.sqrt((double) size);
    low = Math.max(1, root * root >= size ? root : root + 1);
    high = (size - 1) / low + 1;
    long start = Keys.mix(Keys.of(seed, purpose)[0] ^ number);
    keys = new long[size < SMALL ? 2 * STEPS : STEPS];
    for (int j = 0; j < keys.length; j++) {
      keys[j] = Keys.splitMix(start, j);
    }
  }

  /**
   * Where a place goes.
   *
   * @param place 0 .. size - 1
   */
  public long at(long place) {
    return walked(once(place));
  }

  private long walked(long place) {
    long to = place;
    while (to >= size) {
      to = once(to);
    }
    return to;
  }

  private long once(long place) {
    long l = place / low;
    long r = place % low;
    for (int j = 0; j < keys.length; j += 2) {
      l = grown(l, r ^ keys[j], high);
      r = grown(r, l ^ keys[j + 1], low);
    }
    return l * low + r;
  }

  private static long grown(long part, long word, long bound) {
    long sum = part + Bounded.scaleBelow(Keys.mix(word), bound);
    return sum - (sum >= bound ? bound : 0);
  }

  /**
   * Where places that follow on each other go, modulo something. Four are under way at a time: each
   * step of one waits for the step before, and a processor has more to do meanwhile.
   *
   * @param first the first place
   * @param modulus by which what is left of each is wanted, above 0
   * @param to takes {@code count} numbers, from 0 on
   */
  public void fill(long first, int count, int modulus, int[] to) {
    long l = first / low;
    long r = first % low;
    int k = 0;
    while (k < count) {
      if (count - k >= 4 && r + 4 <= low) {
        four(l, r, modulus, to, k);
        k += 4;
        r += 4;
      } else {
        to[k] = (int) (at(first + k) % modulus);
        k++;
        r++;
      }
      if (r >= low) {
        r = 0;
        l++;
      }
    }
  }

  /** Where (l, r) to (l, r + 3) go. */
  private void four(long l, long r, int modulus, int[] to, int k) {
    long l0 = l;
    long l1 = l;
    long l2 = l;
    long l3 = l;
    long r0 = r;
    long r1 = r + 1;
    long r2 = r + 2;
    long r3 = r + 3;
    for (int j = 0; j < keys.length; j += 2) {
      l0 = grown(l0, r0 ^ keys[j], high);
      l1 = grown(l1, r1 ^ keys[j], high);
      l2 = grown(l2, r2 ^ keys[j], high);
      l3 = grown(l3, r3 ^ keys[j], high);
      r0 = grown(r0, l0 ^ keys[j + 1], low);
      r1 = grown(r1, l1 ^ keys[j + 1], low);
      r2 = grown(r2, l2 ^ keys[j + 1], low);
      r3 = grown(r3, l3 ^ keys[j + 1], low);
    }
    to[k] = left(l0 * low + r0, modulus);
    to[k + 1] = left(l1 * low + r1, modulus);
    to[k + 2] = left(l2 * low + r2, modulus);
    to[k + 3] = left(l3 * low + r3, modulus);
  }

  private int left(long to, int modulus) {
    return (int) (walked(to) % modulus);
  }
}
