package dev.parallax.model.command;

import dev.parallax.random.RandomStream;

/** A seed for each item, for programs with random generators of their own. */
final class ItemSeeds {
  /** So that it is exact as a double, which is all that some languages have. */
  private static final int BITS = 53;

  private final RandomStream stream;

  ItemSeeds(long seed) {
    this.stream = RandomStream.of(seed, 0);
  }

  /** From 0 to 2<sup>53</sup> - 1: the high bits of the first word of the item's stream. */
  long of(long item) {
    return stream.moveTo(item).nextLong() >>> (Long.SIZE - BITS);
  }
}
