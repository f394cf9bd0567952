package dev.parallax.random;

/**
 * The six keys of one (seed, purpose), and the initial state words of every generator under them.
 *
 * <p>Each pair of state words mixes one 64-bit number: both share a first keyed round and take a
 * second round with a key of their own. Every round is invertible and the two second keys differ,
 * so one word of a pair determines the mixed number, and the two are never both zero.
 *
 * <p>Words 0 and 1 mix {@code 16 item + lane}, words 2 and 3 mix {@code item + (lane << 60)}. The
 * first number gives the lane and the item's low 60 bits, the second then the item's high bits: no
 * two of the 2<sup>64</sup> items times 16 lanes share a state.
 */
final class Keys {

  /** How many lanes make the main sequence. */
  static final int LANES = 8;

  /** The lane number of the spare generator, after the eight that make the main sequence. */
  static final int SPARE = 8;

  static final int COUNT = 6;
  static final long M1 = 0xbf58476d1ce4e5b9L;
  static final long M2 = 0x94d049bb133111ebL;
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private Keys() {}

  /** One invertible round, the finalizer of SplitMix64 (Stafford's mix 13). */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * M1;
    z = (z ^ (z >>> 27)) * M2;
    return z ^ (z >>> 31);
  }

  /** The number {@code j} (from 0) of the SplitMix64 sequence that starts at {@code seed}. */
  static long splitMix(long seed, int j) {
    return mix(seed + (j + 1) * GAMMA);
  }

  static long[] of(long seed, Purpose purpose) {
    long[] keys = new long[COUNT];
    for (int j = 0; j < COUNT; j++) {
      keys[j] = mix(splitMix(seed, j) ^ splitMix(purpose.key(), j));
    }
    return distinct(keys);
  }

  private static long[] distinct(long[] keys) {
    for (int j = 1; j < COUNT; j += 3) {
      if (keys[j] == keys[j + 1]) {
        keys[j + 1] = ~keys[j];
      }
    }
    return keys;
  }

  /** The shared first round of state words 0 and 1. */
  static long low(long[] keys, long item, int lane) {
    return mix(((item << 4) + lane) ^ keys[0]);
  }

  /** The shared first round of state words 2 and 3. */
  static long high(long[] keys, long item, int lane) {
    return mix((item + ((long) lane << 60)) ^ keys[3]);
  }

  /** Writes the initial state of an item's eight lanes, word w of lane l at 8 w + l. */
  static void seed(long[] keys, long item, long[] state) {
    for (int l = 0; l < LANES; l++) {
      long low = low(keys, item, l);
      long high = high(keys, item, l);
      state[l] = mix(low ^ keys[1]);
      state[LANES + l] = mix(low ^ keys[2]);
      state[2 * LANES + l] = mix(high ^ keys[4]);
      state[3 * LANES + l] = mix(high ^ keys[5]);
    }
  }

  /** The first word of an item's stream, at a fraction of the cost of seeding all of it. */
  static long firstWord(long[] keys, long item) {
    long s0 = mix(low(keys, item, 0) ^ keys[1]);
    long s3 = mix(high(keys, item, 0) ^ keys[5]);
    return Long.rotateLeft(s0 + s3, 23) + s0;
  }
}
