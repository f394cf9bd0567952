package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Failure;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What an item, and a block of items, is allowed before it is given up.
 *
 * <p>An item that takes too long is interrupted, and becomes a failure. Code that heeds no
 * interrupt cannot be stopped in Java: its thread is left behind, still running, and the other
 * items of its block are computed on a new one, those before it for a second time. What is computed
 * for many items at once is not one item's, and no timeout reaches it.
 *
 * @param timeout how long an item may take; zero for no limit
 * @param failures how many items of a block may fail; at one more the block ends there
 * @param first if so many items, the first of all, fail alike, the block ends there; 0 for never
 */
public record ItemLimits(Duration timeout, long failures, int first) implements Serializable {

  /** No limit to anything. */
  public static final ItemLimits NONE = new ItemLimits(Duration.ZERO, Long.MAX_VALUE, 0);

  /** Checks that neither is negative. */
  public ItemLimits {
    if (timeout.isNegative() || failures < 0 || first < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + timeout + ", " + failures);
    }
  }

  /**
   * Whether the first items of all are in a block, and failed alike.
   *
   * @param failures those of the block, in item order
   */
  public boolean isBroken(Block block, List<Failure> failures) {
    return first > 0
        && block.first() == 0
        && block.step() == 1
        && failures.size() >= first
        && failures.get(first - 1).item() == first - 1
        && Failure.areAlike(failures.subList(0, first));
  }

  /** These limits with another timeout. */
  public ItemLimits withTimeout(Duration longest) {
    return new ItemLimits(longest, failures, first);
  }

  /** These limits with another number of failures. */
  public ItemLimits withFailures(long most) {
    return new ItemLimits(timeout, most, first);
  }

  /** These limits where a run ends if so many of its first items fail alike; 0 for never. */
  public ItemLimits withFirst(int count) {
    return new ItemLimits(timeout, failures, count);
  }
}
