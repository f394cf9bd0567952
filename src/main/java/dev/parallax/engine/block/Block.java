package dev.parallax.engine.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a job's items, evenly spaced: {@code first}, {@code first + step}, {@code first + 2
 * step}, ... A block whose step is 1 is contiguous.
 *
 * @param index the block's place among the blocks of its job, from 0
 * @param first the index of its first item, from 0
 * @param size how many items it has, at least 1
 * @param step from an item to the next, at least 1
 */
public record Block(int index, long first, int size, int step) implements Serializable {

  /** The most items one block may have: its columns are arrays. */
  public static final int MAX_SIZE = 1 << 24;

  /** Checks the four numbers. */
  public Block {
    boolean sound = index >= 0 && first >= 0 && size >= 1 && size <= MAX_SIZE && step >= 1;
    if (!sound || first > Long.MAX_VALUE - (long) size * step) {
      throw new IllegalArgumentException(
          "no such block: index " + index + ", first " + first + ", size " + size + by(step));
    }
  }

  /** A contiguous block. */
  public Block(int index, long first, int size) {
    this(index, first, size, 1);
  }

  private static String by(int step) {
    return step == 1 ? "" : ", step " + step;
  }

  /**
   * The index of an item.
   *
   * @param place its place in the block, from 0
   */
  public long item(int place) {
    return first + (long) place * step;
  }

  /** The place in the block, from 0, of an item that is in it. */
  public int place(long item) {
    return (int) ((item - first) / step);
  }

  /** The index of its last item. */
  public long last() {
    return item(size - 1);
  }

  /** How many of its items are before an index. */
  public int before(long end) {
    return end <= first ? 0 : (int) Math.min(size, (end - 1 - first) / step + 1);
  }

  /** Whether an index lies between those of its items, or is one of them. */
  public boolean spans(long item) {
    return item >= first && item <= last();
  }

  /** Its items from one place up to but without another. */
  public Block part(int from, int to) {
    return new Block(index, item(from), to - from, step);
  }

  /**
   * The index after the last item's.
   *
   * @throws IllegalStateException if it is not contiguous
   */
  public long end() {
    if (step != 1) {
      throw new IllegalStateException(this + " is not contiguous");
    }
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
