package dev.parallax.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which item each thread of this process is at. It is a register of the process, as the JVM's own
 * list of threads is, and therefore static: who asks is told of a thread and nothing else, after
 * that thread called {@code System.exit}. The thread can be one of Spark's, and what runs on it is
 * then made there from bytes, so no object of the one who asks reaches it. Nothing is computed from
 * what stands here.
 */
public final class ItemThreads {
  private static final Map<Thread, ItemLoop> UNDER_WAY = new ConcurrentHashMap<>();

  private ItemThreads() {}

  /** Which item a thread is at, such as {@code slice 3, item 37}, if it is at any. */
  public static Optional<String> at(Thread thread) {
    return Optional.ofNullable(UNDER_WAY.get(thread)).map(ItemLoop::whereabouts);
  }

  /**
   * This thread goes through a loop from now on.
   *
   * @return the loop in an item of which that is, if it is in one
   */
  static Optional<ItemLoop> enter(ItemLoop loop) {
    return Optional.ofNullable(UNDER_WAY.put(Thread.currentThread(), loop));
  }

  /** This thread has left its loop, for the one around it if there is one. */
  static void leave(Optional<ItemLoop> around) {
    UNDER_WAY.compute(Thread.currentThread(), (thread, loop) -> around.orElse(null));
  }
}
