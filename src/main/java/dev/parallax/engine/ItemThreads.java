package dev.parallax.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which item each thread of this process is at. It is a register of the process, as the JVM's own
 * list of threads is, and therefore static: who asks is told of a thread and nothing else, after
 * that thread called {@code System.exit}, or of all, to show which item takes long. The thread can
 * be one of Spark's, and what runs on it is then made there from bytes, so no object of the one who
 * asks reaches it. Nothing is computed from what stands here.
 */
public final class ItemThreads {
  private static final Map<Thread, Loops> UNDER_WAY = new ConcurrentHashMap<>();

  private ItemThreads() {}

  /** A loop over a block's items, as other threads see it. */
  interface Loop {
    /** Where it is, such as {@code slice 3, item 37}. */
    String at();

    /** The item it is at, unless that was given up and its thread left running. */
    OptionalLong item();
  }

  /**
   * The loops of a thread.
   *
   * @param inner the one it is in
   * @param outer the one around all others, which is the same where there are none
   */
  record Loops(Loop inner, Loop outer) {}

  /** Which item a thread is at, such as {@code slice 3, item 37}, if it is at any. */
  public static Optional<String> at(Thread thread) {
    return Optional.ofNullable(UNDER_WAY.get(thread)).map(loops -> loops.inner().at());
  }

  /** The loops that are under way. */
  static Map<Thread, Loops> loops() {
    return Collections.unmodifiableMap(UNDER_WAY);
  }

  /**
   * This thread goes through a loop from now on.
   *
   * @return the loops in an item of which that is, if it is in one
   */
  static Optional<Loops> enter(Loop loop) {
    Thread here = Thread.currentThread();
    Optional<Loops> around = Optional.ofNullable(UNDER_WAY.get(here));
    UNDER_WAY.put(here, new Loops(loop, around.map(Loops::outer).orElse(loop)));
    return around;
  }

  /** This thread has left its loop, for the one around it if there is one. */
  static void leave(Optional<Loops> around) {
    UNDER_WAY.compute(Thread.currentThread(), (thread, loops) -> around.orElse(null));
  }
}
