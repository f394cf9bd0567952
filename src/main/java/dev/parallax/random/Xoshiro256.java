package dev.parallax.random;

/**
 * One xoshiro256++ generator: the spare that serves rejections, and the reference for the lanes.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman and Vigna, Scrambled linear pseudorandom
 *     number generators (2021)</a>
 */
final class Xoshiro256 {

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  Xoshiro256 state(long w0, long w1, long w2, long w3) {
    s0 = w0;
    s1 = w1;
    s2 = w2;
    s3 = w3;
    return this;
  }

  /** Restarts as the given lane of an item. */
  Xoshiro256 seed(long[] keys, long item, int lane) {
    long low = Keys.low(keys, item, lane);
    long high = Keys.high(keys, item, lane);
    return state(
        Keys.mix(low ^ keys[1]),
        Keys.mix(low ^ keys[2]),
        Keys.mix(high ^ keys[4]),
        Keys.mix(high ^ keys[5]));
  }

  long next() {
    long word = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return word;
  }

  /** A double in [0, 1), a multiple of 2<sup>-53</sup>. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }
}
