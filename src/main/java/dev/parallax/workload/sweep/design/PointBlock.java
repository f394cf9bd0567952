package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Block;

/**
 * The points of a block of items, each once and in order.
 *
 * @param items the items
 * @param each how many items, one after another, each point has
 */
public record PointBlock(Block items, int each) {

  /** The points of items that have one point each. */
  public static PointBlock of(Block items) {
    return new PointBlock(items, 1);
  }

  /** How many points there are. */
  public int size() {
    return isRun() ? (int) (items.last() / each - first() + 1) : items.size();
  }

  /** The index of a point, by its place among these. */
  public long point(int place) {
    return isRun() ? first() + place : items.item(place) / each;
  }

  /** The place among these of a point that is one of them. */
  public int place(long point) {
    if (isRun()) {
      return (int) (point - first());
    }
    long beyond = Math.max(0, point * each - items.first());
    return (int) ((beyond + items.step() - 1) / items.step());
  }

  /** Whether the items are too near each other for a point to be left out. */
  private boolean isRun() {
    return items.step() <= each;
  }

  private long first() {
    return items.first() / each;
  }
}
