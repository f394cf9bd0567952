package dev.parallax.run;

import dev.parallax.engine.Block;

/**
 * The order in which items are kept that go to slices cyclically, item i to part i mod p: one part
 * after the other, so that a slice's items are side by side. Items beyond those, of a run that was
 * made longer, stay where they are.
 *
 * @param parts how many slices they went to, from 1 to {@link #MOST_PARTS}
 * @param items how many items went to them
 */
public record CyclicOrder(int parts, long items) {
  /** So that gathering, which takes a piece of each part at a time, takes pieces worth a read. */
  public static final int MOST_PARTS = 1 << 12;

  /** Checks the numbers. */
  public CyclicOrder {
    if (parts < 1 || parts > MOST_PARTS || items < parts) {
      throw new IllegalArgumentException(
          "no cyclic order: " + items + " items in " + parts + " parts");
    }
  }

  /** Where a part begins. */
  long start(long part) {
    return part * (items / parts) + Math.min(part, items % parts);
  }

  /** The place of an item. */
  long place(long item) {
    return item >= items ? item : start(item % parts) + item / parts;
  }

  /** The item at a place. */
  long item(long place) {
    if (place >= items) {
      return place;
    }
    int part = part(place);
    return part + (place - start(part)) * parts;
  }

  /** The part that a place is in. */
  private int part(long place) {
    long less = items / parts;
    long larger = items % parts * (less + 1);
    return (int) (place < larger ? place / (less + 1) : items % parts + (place - larger) / less);
  }

  /** The place after the last one of the part that a place is in; beyond the parts none. */
  long end(long place) {
    return place >= items ? Long.MAX_VALUE : start(part(place) + 1L);
  }

  /** The items at places side by side, of one part. */
  Block items(Block places) {
    int step = places.first() >= items ? 1 : parts;
    return new Block(places.index(), item(places.first()), places.size(), step);
  }

  /** The places of a part's items, or of some of them. */
  Block places(Block some) {
    return new Block(some.index(), place(some.first()), some.size());
  }
}
