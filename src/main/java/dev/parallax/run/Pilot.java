package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Timed;
import dev.parallax.engine.Workload;
import java.io.Serializable;

/**
 * A timed trial of the first items on this thread: says how long an item takes, and leaves the code
 * warm. Its results are thrown away, which law 1 makes free of consequences.
 */
public final class Pilot {
  /** Loading and interpreting new code never takes so long: an item that does is slow itself. */
  private static final double SURELY_SLOW = 1;

  private Pilot() {}

  /**
   * Runs the first items, four times as many each time, until a trial takes half of {@code seconds}
   * or has all items. What looks slow is tried twice: the first time the code may have been new.
   *
   * @return the seconds per item in the last trial, 0 if there are no items
   */
  public static <S extends Serializable> double secondsPerItem(
      Workload<S> workload, double seconds) {
    long most = Math.min(workload.items(), Block.MAX_SIZE);
    if (most == 0) {
      return 0;
    }
    BlockFunction<S> function = workload.function();
    for (int size = 1; ; size = (int) Math.min(most, 4L * size)) {
      Slice<S> slice = workload.slice(new Block(0, 0, size));
      double trial = Timed.apply(function, slice, "pilot").effort().seconds();
      if (trial > seconds / 2 && trial < SURELY_SLOW) {
        trial = Timed.apply(function, slice, "pilot").effort().seconds();
      }
      if (trial > seconds / 2 || size == most) {
        return trial / size;
      }
    }
  }
}
