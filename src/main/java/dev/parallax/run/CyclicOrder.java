package dev.parallax.run;

import dev.parallax.engine.block.Block;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order in which items are kept that went to slices cyclically, item i to part i mod p: one
 * part after the other. Items beyond those, of a run that was made longer, follow in their order.
 *
 * @param parts how many slices they went to, from 1 to {@link #MOST_PARTS}
 * @param items how many items went to them
 */
public record CyclicOrder(int parts, long items) {
  /** So that gathering, which takes a piece of each part at a time, takes pieces worth a read. */
  public static final int MOST_PARTS = 1 << 12;

  /** Checks the numbers. */
  public CyclicOrder {
    if (parts < 1 || parts > MOST_PARTS || Block.count(items, parts) != parts) {
      throw new IllegalArgumentException(
          "no cyclic order: " + items + " items in " + parts + " parts");
    }
  }

  /** That of a run that is to begin, in so many parts if there are so many items. */
  static CyclicOrder of(long items, int parts) {
    long count = Block.count(items, Math.min(parts, MOST_PARTS));
    if (count > MOST_PARTS) {
      throw new IllegalArgumentException(
          items + " items are too many for " + MOST_PARTS + " cyclic slices");
    }
    return new CyclicOrder((int) count, items);
  }

  /** Compares items' indices: by their part, if they have one, then by themselves. */
  static Comparator<Long> comparator(Optional<CyclicOrder> order) {
    Comparator<Long> byItem = Comparator.naturalOrder();
    return order.map(o -> Comparator.comparing(o::part).thenComparing(byItem)).orElse(byItem);
  }

  /** The part of an item; the number of parts for one beyond them. */
  int part(long item) {
    return item < items ? (int) (item % parts) : parts;
  }

  /** From an item to the next one that is kept beside it. */
  int step(long item) {
    return item < items ? parts : 1;
  }

  /** Whether a block's items are all of one part, or all beyond the parts. */
  boolean has(Block block) {
    return block.step() == step(block.first()) && part(block.first()) == part(block.last());
  }
}
