package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Workload;
import java.io.Serializable;

/**
 * A timed trial of the first items on this thread: says how long an item takes, and leaves the code
 * warm. Its results are thrown away, which law 1 makes free of consequences.
 */
public final class Pilot {
  private Pilot() {}

  /**
   * Runs the first items, four times as many each time, until {@code seconds} have gone by in all
   * or all items have been run.
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
    long begin = System.nanoTime();
    int size = 1;
    while (true) {
      long start = System.nanoTime();
      function.apply(workload.slice(new Block(0, 0, size)));
      long now = System.nanoTime();
      if ((now - begin) * 1e-9 > seconds / 2 || size == most) {
        return (now - start) * 1e-9 / size;
      }
      size = (int) Math.min(most, 4L * size);
    }
  }
}
