package dev.parallax.engine.block;

import dev.parallax.text.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How items are distributed over slices. Whichever it is, the results are the same: each item's
 * depend on its index alone, and gathering is the exact inverse of scattering.
 */
public enum Scatter {
  /** Contiguous parts; the first {@code n mod p} of them have one item more. */
  BLOCK,
  /** Item i goes to part {@code i mod p}. */
  CYCLIC;

  @Override
  public String toString() {
    return Choices.text(this);
  }

  /**
   * The parts. None is empty, so there are fewer than {@code parts} when there are fewer items; and
   * there are more when one would exceed {@link Block#MAX_SIZE}.
   *
   * @throws IllegalArgumentException if {@code items} is negative or {@code parts} is not positive
   */
  public List<Block> blocks(long items, int parts) {
    List<Block> blocks = Block.split(items, parts);
    if (this == BLOCK) {
      return blocks;
    }
    return blocks.stream()
        .map(b -> new Block(b.index(), b.index(), b.size(), blocks.size()))
        .toList();
  }

  /**
   * An array in parts.
   *
   * @throws IllegalArgumentException if {@code parts} is not positive
   */
  public List<double[]> scatter(double[] array, int parts) {
    List<double[]> all = new ArrayList<>();
    for (Block block : blocks(array.length, parts)) {
      double[] part = new double[block.size()];
      Arrays.setAll(part, i -> array[(int) block.item(i)]);
      all.add(part);
    }
    return all;
  }

  /** As {@link #scatter(double[], int)}, of integers. */
  public List<long[]> scatter(long[] array, int parts) {
    List<long[]> all = new ArrayList<>();
    for (Block block : blocks(array.length, parts)) {
      long[] part = new long[block.size()];
      Arrays.setAll(part, i -> array[(int) block.item(i)]);
      all.add(part);
    }
    return all;
  }

  /**
   * The array that was scattered.
   *
   * @param parts all of them, in order
   * @throws IllegalArgumentException if scattering does not give parts of these lengths
   */
  public double[] gather(List<double[]> parts) {
    List<Block> blocks = whole(parts.stream().mapToInt(part -> part.length).toArray());
    double[] array = new double[blocks.stream().mapToInt(Block::size).sum()];
    for (Block block : blocks) {
      double[] part = parts.get(block.index());
      for (int i = 0; i < part.length; i++) {
        array[(int) block.item(i)] = part[i];
      }
    }
    return array;
  }

  /** As {@link #gather}, of integers. */
  public long[] gatherLongs(List<long[]> parts) {
    List<Block> blocks = whole(parts.stream().mapToInt(part -> part.length).toArray());
    long[] array = new long[blocks.stream().mapToInt(Block::size).sum()];
    for (Block block : blocks) {
      long[] part = parts.get(block.index());
      for (int i = 0; i < part.length; i++) {
        array[(int) block.item(i)] = part[i];
      }
    }
    return array;
  }

  private List<Block> whole(int[] lengths) {
    int items = Arrays.stream(lengths).reduce(0, Math::addExact);
    List<Block> blocks = blocks(items, Math.max(1, lengths.length));
    for (int k = 0; k < lengths.length; k++) {
      int right = k < blocks.size() ? blocks.get(k).size() : 0;
      if (lengths[k] != right) {
        throw new IllegalArgumentException(
            "part "
                + k
                + " of "
                + lengths.length
                + " has "
                + lengths[k]
                + " of "
                + items
                + " entries instead of "
                + right);
      }
    }
    return blocks;
  }
}
