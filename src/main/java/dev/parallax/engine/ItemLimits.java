package dev.parallax.engine;

import java.io.Serializable;
import java.time.Duration;

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
 */
public record ItemLimits(Duration timeout, long failures) implements Serializable {

  /** No limit to anything. */
  public static final ItemLimits NONE = new ItemLimits(Duration.ZERO, Long.MAX_VALUE);

  /** Checks that neither is negative. */
  public ItemLimits {
    if (timeout.isNegative() || failures < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + timeout + ", " + failures);
    }
  }

  /** These limits with another timeout. */
  public ItemLimits withTimeout(Duration longest) {
    return new ItemLimits(longest, failures);
  }

  /** These limits with another number of failures. */
  public ItemLimits withFailures(long most) {
    return new ItemLimits(timeout, most);
  }
}
