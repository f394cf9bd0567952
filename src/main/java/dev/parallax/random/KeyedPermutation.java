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
    long to = once(place);
    while (to >= size) {
      to = once(to);
    }
    return to;
  }

  private long once(long place) {
    long l = place / low;
    long r = place % low;
    for (int j = 0; j < keys.length; j += 2) {
      l += Bounded.scale(Keys.mix(r ^ keys[j]), high);
      l -= l >= high ? high : 0;
      r += Bounded.scale(Keys.mix(l ^ keys[j + 1]), low);
      r -= r >= low ? low : 0;
    }
    return l * low + r;
  }
}
