package dev.parallax.workload.sweep;

import dev.parallax.engine.block.Block;
import dev.parallax.workload.sweep.design.PointBlock;
import java.io.Serializable;

/**
 * How often each point is evaluated. The replications of a point are items that follow each other,
 * so that points added at the end leave the items before them as they are.
 *
 * @param each how often, 1 or more
 */
record Replications(int each) implements Serializable {
  Replications {
    if (each < 1) {
      throw new IllegalArgumentException(
          "the number of replications must be 1 or more, not " + each);
    }
  }

  /** How many items points have. */
  long items(long points) {
    try {
      return Math.multiplyExact(points, each);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the sweep has more than 2^63-1 items", e);
    }
  }

  /** The point of an item. */
  long point(long item) {
    return item / each;
  }

  /** Which replication of its point an item is, from 0. */
  long number(long item) {
    return item % each;
  }

  /** The points of a block of items. */
  PointBlock points(Block items) {
    return new PointBlock(items, each);
  }
}
