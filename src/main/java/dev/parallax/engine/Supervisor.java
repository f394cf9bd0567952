package dev.parallax.engine;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.text.Thrown;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Has a block computed on a thread of its own, and looks after the time its items take. */
final class Supervisor {
  private static final long MOST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LEAST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** So long an interrupted item may take to end. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ItemLimits limits;
  private final Function<ItemWatch, BlockResult> items;
  private final long poll;
  private final Map<Integer, String> givenUp = new TreeMap<>();

  /**
   * A supervisor of one block.
   *
   * @param limits what its items are allowed
   * @param items one pass over them
   */
  Supervisor(ItemLimits limits, Function<ItemWatch, BlockResult> items) {
    this.limits = limits;
    this.items = items;
    this.poll =
        Math.max(LEAST_POLL_NANOS, Math.min(MOST_POLL_NANOS, limits.timeout().toNanos() / 20));
  }

  /** One pass over the block on a thread of its own. */
  private record Pass(ItemWatch watch, FutureTask<BlockResult> task, Thread worker) {}

  /** The block's result, after as many passes as items had to be left behind, and one. */
  BlockResult result() {
    while (true) {
      Pass pass = begin();
      try {
        if (isFollowedToItsEnd(pass)) {
          return pass.task().get();
        }
      } catch (InterruptedException e) {
        pass.worker().interrupt();
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      }
    }
  }

  private Pass begin() {
    ItemWatch watch = new ItemWatch(limits, Map.copyOf(givenUp));
    FutureTask<BlockResult> pass = new FutureTask<>(() -> items.apply(watch));
    Thread worker = new Thread(pass, Thread.currentThread().getName() + ", items");
    worker.setDaemon(true); // one that is left behind does not keep the process alive
    worker.start();
    return new Pass(watch, pass, worker);
  }

  /** Whether the pass ends; else one of its items was left behind, and the rest is to be done. */
  private boolean isFollowedToItsEnd(Pass pass) throws InterruptedException, ExecutionException {
    long seen = pass.watch().place();
    long since = System.nanoTime();
    while (!isDone(pass.task())) {
      long place = pass.watch().place();
      if (place != seen) {
        seen = place;
        since = System.nanoTime();
      } else if (place >= 0
          && System.nanoTime() - since >= limits.timeout().toNanos()
          && pass.watch().interrupt(place, pass.worker())
          && isLeftBehind(pass)) {
        givenUp.put((int) place, "; it heeds no interrupt, and its thread was left running");
        return false;
      }
    }
    return true;
  }

  private boolean isLeftBehind(Pass pass) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    while (pass.watch().isInterrupted() && System.nanoTime() - start < GRACE_NANOS) {
      if (isDone(pass.task())) {
        return false;
      }
    }
    return pass.watch().leaveBehind();
  }

  /** Waits a little for the end of a pass. */
  private boolean isDone(FutureTask<BlockResult> task)
      throws InterruptedException, ExecutionException {
    try {
      task.get(poll, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new EngineException(Thrown.text(cause), cause);
  }
}
