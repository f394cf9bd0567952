package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockTask;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.Serializable;

/**
 * A timed trial of the first items on this thread: says how long an item takes, and leaves the code
 * warm. Its results are thrown away, which law 1 makes free of consequences.
 */
public final class Pilot {
  /** Loading and interpreting new code never takes so long: an item that does is slow itself. */
  private static final double SURELY_SLOW = 1;

  /** Where slices are slow to open, the trials grow faster, as each opens one. */
  private static final int GROWTH = 4;

  private Pilot() {}

  /**
   * Runs the first items, four times as many each time, until a trial takes half of {@code seconds}
   * or has all items. What looks slow is tried twice: the first time the code may have been new.
   *
   * @param task what is done with each slice
   * @param opening the seconds that a slice takes beside its items
   * @return the seconds per item in the last trial, 0 if there are no items
   */
  public static <S extends Serializable> double secondsPerItem(
      Workload<S> workload, BlockTask<S> task, double opening, double seconds) {
    long most = Math.min(workload.items(), Block.MAX_SIZE);
    if (most == 0) {
      return 0;
    }
    double enough = Math.max(seconds, opening) / 2;
    long growth = opening > seconds ? GROWTH * GROWTH : GROWTH;
    for (int size = 1; ; size = (int) Math.min(most, growth * size)) {
      Slice<S> slice = workload.slice(new Block(0, 0, size));
      double trial = task.outcome(slice, "pilot").effort().seconds() - opening;
      if (trial > enough && trial < SURELY_SLOW) {
        trial = task.outcome(slice, "pilot").effort().seconds() - opening;
      }
      if (trial > enough || size == most) {
        return Math.max(0, trial) / size;
      }
    }
  }
}
