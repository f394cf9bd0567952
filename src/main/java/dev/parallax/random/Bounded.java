package dev.parallax.random;

/**
 * Unbiased integers below a bound by multiply and shift, rejecting what would make some values
 * likelier. Bounds of 64 bits are unsigned and not zero.
 *
 * @see <a href="https://doi.org/10.1145/3230636">Lemire, Fast random integer generation in an
 *     interval (2019)</a>
 */
final class Bounded {

  private Bounded() {}

  /** 2<sup>32</sup> mod bound: a 32-bit draw is rejected when its product's low half is below. */
  static long threshold(int bound) {
    return (1L << 32) % bound;
  }

  /** The value in [0, bound) that an accepted word stands for: its product's high half. */
  static long scale(long word, long bound) {
    return Math.multiplyHigh(word, bound) + ((word >> 63) & bound) + ((bound >> 63) & word);
  }

  /** The same for a bound below 2^63. */
  static long scaleBelow(long word, long bound) {
    return Math.multiplyHigh(word, bound) + ((word >> 63) & bound);
  }

  static boolean accepts(long word, long bound) {
    long low = word * bound;
    return Long.compareUnsigned(low, bound) >= 0
        || Long.compareUnsigned(low, Long.remainderUnsigned(-bound, bound)) >= 0;
  }

  /** A value in [0, bound) from the spare generator alone, after a rejection. */
  static long retry(long bound, Xoshiro256 spare) {
    long word = spare.next();
    while (!accepts(word, bound)) {
      word = spare.next();
    }
    return scale(word, bound);
  }

  static void fill(WordSource source, int bound, int[] out, int from, int to) {
    int at = from;
    while (to - at >= 2) {
      int count = source.block((to - at) / 2);
      int start = source.take(count);
      int[] rejected = source.rejected();
      int found =
          source.lanes().bounded(source.words(), start, start + count, bound, out, at, rejected);
      for (int j = 0; j < found; j++) {
        out[at + rejected[j]] = (int) retry(bound, source.spare());
      }
      at += 2 * count;
    }
    if (at < to) {
      out[at] = half(source, bound);
    }
  }

  /** The last of an odd number of draws: the low half of a word whose high half is dropped. */
  private static int half(WordSource source, int bound) {
    long product = (source.next() & 0xffffffffL) * bound;
    boolean accepted = (product & 0xffffffffL) >= threshold(bound);
    return (int) (accepted ? product >>> 32 : retry(bound, source.spare()));
  }
}
