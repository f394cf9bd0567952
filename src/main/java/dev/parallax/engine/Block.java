package dev.parallax.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A contiguous run of items: {@code first}, {@code first + 1}, ..., {@code first + size - 1}.
 *
 * @param index the block's place among the blocks of its job, from 0
 * @param first the index of its first item, from 0
 * @param size how many items it has, at least 1
 */
public record Block(int index, long first, int size) implements Serializable {

  /** The most items one block may have: its columns are arrays. */
  public static final int MAX_SIZE = 1 << 24;

  /** Checks the three numbers. */
  public Block {
    if (index < 0 || first < 0 || size < 1 || size > MAX_SIZE || first > Long.MAX_VALUE - size) {
      throw new IllegalArgumentException(
          "no such block: index " + index + ", first " + first + ", size " + size);
    }
  }

  /** The index after the last item's. */
  public long end() {
    return first + size;
  }

  /**
   * Splits {@code items} items into {@code parts} contiguous blocks; the first {@code items mod
   * parts} blocks get one item more. No block is empty, so there are fewer than {@code parts} when
   * there are fewer items; and there are more when a block would exceed {@link #MAX_SIZE}.
   *
   * @throws IllegalArgumentException if {@code items} is negative or {@code parts} is not positive
   */
  public static List<Block> split(long items, int parts) {
    int count = Math.toIntExact(count(items, parts));
    List<Block> blocks = new ArrayList<>(count);
    long first = 0;
    for (int i = 0; i < count; i++) {
      int size = (int) (items / count + (i < items % count ? 1 : 0));
      blocks.add(new Block(i, first, size));
      first += size;
    }
    return blocks;
  }

  /** How many blocks {@link #split} makes, without making them. */
  public static long count(long items, int parts) {
    if (items < 0 || parts < 1) {
      throw new IllegalArgumentException("cannot split " + items + " items into " + parts);
    }
    long least = items / MAX_SIZE + (items % MAX_SIZE == 0 ? 0 : 1);
    return Math.max(least, Math.min(parts, items));
  }
}
