package dev.parallax.engine;

import dev.parallax.spelling.Thrown;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** Goes through the items of a block; what throws becomes a recorded failure. */
public final class ItemLoop {
  private static final Map<Thread, ItemLoop> UNDER_WAY = new ConcurrentHashMap<>();
  private static final VarHandle PLACE = placeHandle();

  private final Block block;
  private final ItemWatch watch = ItemWatch.ofThisThread();
  private final List<Failure> failures = new ArrayList<>();
  private final ItemClock clock;
  private ItemTimes times = ItemTimes.NONE;

  @SuppressWarnings("unused") // by its handle: other threads ask where this one is
  private int place;

  /** A loop over this block's items. */
  public ItemLoop(Block block) {
    this(block, ItemClock.none());
  }

  private ItemLoop(Block block, ItemClock clock) {
    this.block = block;
    this.clock = clock;
  }

  /**
   * A loop over this block's items that takes the time of each; of items below a microsecond, that
   * of a few together, of which each has its share.
   */
  public static ItemLoop timed(Block block) {
    return new ItemLoop(block, ItemClock.of(block.size()));
  }

  private static VarHandle placeHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(ItemLoop.class, "place", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done for one item. */
  @FunctionalInterface
  public interface Body {

    /**
     * Does one item.
     *
     * @param place its place in the block, from 0
     */
    void accept(int place) throws Throwable;
  }

  /** Which item a thread is at, such as {@code slice 3, item 37}, if it is at any. */
  public static Optional<String> at(Thread thread) {
    return Optional.ofNullable(UNDER_WAY.get(thread))
        .map(loop -> loop.name((int) PLACE.getOpaque(loop)));
  }

  private String name(int which) {
    return "slice " + block.index() + ", item " + block.item(which);
  }

  /**
   * Does every item of the block, or fewer where {@link ItemLimits} end it.
   *
   * @throws CancellationException if the thread is interrupted
   * @throws EngineException if memory runs out
   */
  public void forEach(Body body) {
    UNDER_WAY.put(Thread.currentThread(), this);
    clock.start();
    try {
      checkInterrupted("before ", 0);
      for (int i = 0; i < block.size(); i++) {
        if (watch.endsBlock(i, failures.size())) {
          times = clock.stop(i);
          return;
        }
        one(i, body);
        clock.ended(i);
      }
      times = clock.stop(block.size());
    } finally {
      UNDER_WAY.remove(Thread.currentThread());
    }
  }

  private void one(int i, Body body) {
    Optional<String> given = watch.givenUp(i);
    if (given.isPresent()) {
      clock.givenUp(i, watch.seconds());
      failures.add(watch.late(item(i), given.get()));
      return;
    }
    PLACE.setOpaque(this, i);
    watch.begins(i);
    Throwable thrown = attempt(i, body);
    if (watch.ended(i)) {
      failures.add(watch.late(item(i), ""));
      return;
    }
    checkInterrupted("in ", i);
    if (thrown != null) {
      record(i, thrown);
    }
  }

  /** By the engine, or by the user's code: then what comes next would be hit. */
  private void checkInterrupted(String where, int i) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted " + where + name(i));
    }
  }

  private long item(int i) {
    return block.item(i);
  }

  /** What the body throws; null if nothing. */
  private static Throwable attempt(int i, Body body) {
    try {
      body.accept(i);
      return null;
    } catch (Throwable e) { // with a stack that overflowed, classes that are missing, assertions
      return e;
    }
  }

  private void record(int i, Throwable thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in " + name(i));
    }
    if (thrown instanceof OutOfMemoryError) { // it depends on the machine, so it is no result
      throw broken(i, " ran out of memory: " + Thrown.message(thrown));
    }
    if (thrown instanceof InternalError || thrown instanceof UnknownError) {
      throw broken(i, " met an error of Java itself: " + Thrown.text(thrown));
    }
    failures.add(Failure.of(item(i), thrown));
  }

  /** Without a cause: Spark would ask it for its words, and a user's may never end. */
  private EngineException broken(int i, String why) {
    return new EngineException(name(i) + why, null);
  }

  /** The items that failed, in item order. */
  public List<Failure> failures() {
    return failures;
  }

  /** The block's result, after the loop: these columns, the items that failed, the times. */
  public BlockResult result(List<Column> columns) {
    return new BlockResult(columns, failures, times);
  }
}
