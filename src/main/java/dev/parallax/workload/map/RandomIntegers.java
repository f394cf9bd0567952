package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;

/**
 * Random integers: integer i is the first bounded draw of the array's stream i, so it depends on
 * the seed and i alone.
 *
 * @param low the least value
 * @param high the value above the greatest
 * @param size how many
 */
public record RandomIntegers(long low, long high, long size) implements IntegerArray {

  /** Checks the bounds and the size. */
  public RandomIntegers {
    if (low >= high) {
      throw new IllegalArgumentException(
          "low must be below high: " + low + " is not below " + high);
    }
    if (size < 0) {
      throw new IllegalArgumentException("the size must not be negative: " + size);
    }
  }

  @Override
  public boolean exceeds(long bound) {
    return size > 0 && (low < -bound || high - 1 > bound);
  }

  @Override
  public long[] loaded(Block block) {
    return new long[0];
  }

  @Override
  public Elements elements(long seed) {
    return elements(seed, low, high);
  }

  /** Static, so that only the numbers are captured. */
  private static Elements elements(long seed, long low, long high) {
    return (block, data) -> {
      RandomStream random = RandomStream.of(seed, Purpose.ARRAY, block.first());
      long[] values = new long[block.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.firstBounded(block.item(i), low, high);
      }
      return values;
    };
  }
}
