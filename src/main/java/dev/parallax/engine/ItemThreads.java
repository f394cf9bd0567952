package dev.parallax.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which item each thread of this process is at. It is a register of the process, as the JVM's own
 * list of threads is, and therefore static: who asks is told of a thread and nothing else, after
 * that thread called {@code System.exit}. The thread can be one of Spark's, and what runs on it is
 * then made there from bytes, so no object of the one who asks reaches it. Nothing is computed from
 * what stands here.
 */
public final class ItemThreads {
  private static final Map<Thread, Supplier<String>> UNDER_WAY = new ConcurrentHashMap<>();

  private ItemThreads() {}

  /** Which item a thread is at, such as {@code slice 3, item 37}, if it is at any. */
  public static Optional<String> at(Thread thread) {
    return Optional.ofNullable(UNDER_WAY.get(thread)).map(Supplier::get);
  }

  /**
   * This thread goes through a loop from now on.
   *
   * @param whereabouts says which item it is at, to other threads
   * @return the same of the loop in an item of which that is, if it is in one
   */
  static Optional<Supplier<String>> enter(Supplier<String> whereabouts) {
    return Optional.ofNullable(UNDER_WAY.put(Thread.currentThread(), whereabouts));
  }

  /** This thread has left its loop, for the one around it if there is one. */
  static void leave(Optional<Supplier<String>> around) {
    UNDER_WAY.compute(Thread.currentThread(), (thread, loop) -> around.orElse(null));
  }
}
