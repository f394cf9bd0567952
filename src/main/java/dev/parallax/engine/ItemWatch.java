package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds an {@link ItemLoop} to limits, and tells the {@link Supervisor} on another thread which
 * item is under way. Without limits it costs nothing.
 *
 * <p>The state is the place of the item under way, or what has become of it. Only one of the two
 * threads can take an item from "under way" to "ended" or "late", so that an interrupt never hits
 * the item after the late one.
 */
final class ItemWatch {
  private static final long IDLE = -1;
  private static final long LATE = -2;
  private static final long INTERRUPTED = -3;
  private static final long LEFT_BEHIND = -4;

  private final ItemLimits limits;
  private final boolean timed;
  private final Map<Integer, String> givenUp;
  private final AtomicLong state = new AtomicLong(IDLE);

  /**
   * A watch for one pass over a block.
   *
   * @param givenUp the places that are failures without being tried again, and why
   */
  ItemWatch(ItemLimits limits, Map<Integer, String> givenUp) {
    this.limits = limits;
    this.timed = !limits.timeout().isZero();
    this.givenUp = givenUp;
  }

  /**
   * Whether the block goes on.
   *
   * @param done how many of its items are done
   * @param failures those of them that failed
   */
  boolean allows(Block block, int done, List<Failure> failures) {
    return failures.size() <= limits.failures()
        && (done != limits.first() || !limits.isBroken(block, failures));
  }

  Optional<String> givenUp(int place) {
    return Optional.ofNullable(givenUp.get(place));
  }

  Failure late(long item, String more) {
    String text = "took longer than " + text(limits.timeout()) + more;
    return Failure.of(item, new TimeoutException(text));
  }

  /** How long an item may take. */
  double seconds() {
    return limits.timeout().toNanos() * 1e-9;
  }

  private static String text(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  void begins(int place) {
    if (timed) {
      state.set(place);
    }
  }

  /**
   * Says that the item is no longer under way.
   *
   * @return whether it was late; its interrupt is then behind it
   */
  boolean ended(int place) {
    if (!timed || state.compareAndSet(place, IDLE)) {
      return false;
    }
    while (state.get() == LATE) {
      Thread.onSpinWait(); // the interrupt is on its way
    }
    if (!state.compareAndSet(INTERRUPTED, IDLE)) {
      throw new CancellationException("left behind");
    }
    Thread.interrupted();
    return true;
  }

  /** The place under way, or a negative number. */
  long place() {
    return state.get();
  }

  /** Interrupts the item, if it is still under way. */
  boolean interrupt(long place, Thread worker) {
    if (!state.compareAndSet(place, LATE)) {
      return false;
    }
    worker.interrupt();
    state.set(INTERRUPTED);
    return true;
  }

  boolean isInterrupted() {
    return state.get() == INTERRUPTED;
  }

  /** Whether its item was given up, and its thread left running. */
  boolean isLeftBehind() {
    return state.get() == LEFT_BEHIND;
  }

  /** Gives an interrupted item up for lost, if it has not ended. */
  boolean leaveBehind() {
    return state.compareAndSet(INTERRUPTED, LEFT_BEHIND);
  }
}
