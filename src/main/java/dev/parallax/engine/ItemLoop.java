package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.text.Thrown;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * Goes through the items of a block, once: one by one ({@link #forEach}), one by one after
 * something for the whole block ({@link #forEachAfter}), or some at a time ({@link #forEachPiece}).
 * What throws becomes a recorded failure. The block ends where an interrupt cancels it, and behind
 * the failure that is one more than {@link ItemLimits} allow.
 */
public final class ItemLoop {
  private static final VarHandle PLACE = placeHandle();

  private final Block block;
  private final ItemWatch watch;
  private final boolean timed;
  private final List<Failure> failures = new ArrayList<>();
  private boolean begun;
  private int done;
  private ItemTimes times = ItemTimes.NONE;

  @SuppressWarnings("unused") // by its handle: other threads ask where this one is
  private int place;

  /**
   * A loop over a block's items.
   *
   * @param watch what the items are held to
   * @param timed whether the time of each is taken; of items below a microsecond, that of a few
   *     together, of which each has its share
   */
  ItemLoop(Block block, ItemWatch watch, boolean timed) {
    this.block = block;
    this.watch = watch;
    this.timed = timed;
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

  /** What is done for items side by side at once. */
  @FunctionalInterface
  public interface Piece {

    /**
     * Does some items.
     *
     * @param from the place of the first in the block, from 0
     * @param to the place after that of the last
     */
    void accept(int from, int to) throws Throwable;
  }

  /** What is done for the whole block. */
  @FunctionalInterface
  public interface Whole {

    /** Does it. */
    void run() throws Throwable;
  }

  /** Which item it is at, for other threads. */
  private final class Whereabouts implements ItemThreads.Loop {
    @Override
    public String at() {
      return name(current());
    }

    @Override
    public OptionalLong item() {
      return watch.isLeftBehind() ? OptionalLong.empty() : OptionalLong.of(block.item(current()));
    }

    private int current() {
      return (int) PLACE.getOpaque(ItemLoop.this);
    }
  }

  private String name(int which) {
    return "slice " + block.index() + ", item " + block.item(which);
  }

  /**
   * Does every item of the block, or fewer where {@link ItemLimits} end it.
   *
   * @throws CancellationException if the thread is interrupted
   * @throws EngineException if memory runs out
   * @throws IllegalStateException if the items were gone through already
   */
  public void forEach(Body body) {
    begin();
    ItemClock clock = timed ? ItemClock.of(block.size()) : ItemClock.none();
    Optional<ItemThreads.Loops> around = ItemThreads.enter(new Whereabouts());
    clock.start();
    try {
      checkInterrupted("before ", 0);
      int i = 0;
      while (i < block.size() && watch.allows(block, i, failures)) {
        one(i, body, clock);
        clock.ended(i);
        i++;
      }
      done = i;
      times = clock.stop(i);
    } finally {
      ItemThreads.leave(around);
    }
  }

  /**
   * Does something for the whole block, such as a function of arrays, and then every item; if the
   * former throws, every item fails of it. A time limit holds for each item, and does not reach
   * into what is done for the whole block.
   *
   * @throws CancellationException if the thread is interrupted
   * @throws EngineException if memory runs out
   * @throws IllegalStateException if the items were gone through already
   */
  public void forEachAfter(Whole whole, Body body) {
    checkInterrupted("before ", 0);
    Throwable thrown = attempt(whole);
    forEach(
        thrown == null
            ? body
            : i -> {
              throw thrown;
            });
  }

  /**
   * Does the items some at a time, where that is cheaper than one by one. If a piece throws, each
   * of its items fails. An interrupt ends the block between two pieces. A time limit does not reach
   * into a piece, and no item is timed.
   *
   * @param most how many items a piece has at most
   * @throws CancellationException if the thread is interrupted
   * @throws EngineException if memory runs out
   * @throws IllegalStateException if the items were gone through already
   */
  public void forEachPiece(int most, Piece piece) {
    begin();
    checkInterrupted("before ", 0);
    while (done < block.size() && watch.allows(block, done, failures)) {
      int from = done;
      int to = from + Math.min(most, block.size() - from);
      Throwable thrown = attempt(() -> piece.accept(from, to));
      checkInterrupted("in ", from);
      if (thrown == null) {
        done = to;
      }
      while (done < to && watch.allows(block, done, failures)) {
        record(done, thrown);
        done++;
      }
    }
  }

  /** Forgets what was done, where it does not hold: the items are to be gone through once more. */
  public void again() {
    failures.clear();
    begun = false;
    done = 0;
    times = ItemTimes.NONE;
  }

  private void begin() {
    if (begun) {
      throw new IllegalStateException("the items of slice " + block.index() + " are done already");
    }
    begun = true;
  }

  private void one(int i, Body body, ItemClock clock) {
    Optional<String> given = watch.givenUp(i);
    if (given.isPresent()) {
      clock.givenUp(i, watch.seconds());
      failures.add(watch.late(block.item(i), given.get()));
      return;
    }
    PLACE.setOpaque(this, i);
    watch.begins(i);
    Throwable thrown = attempt(i, body);
    if (watch.ended(i)) {
      failures.add(watch.late(block.item(i), ""));
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

  /** What the body throws; null if nothing. */
  private static Throwable attempt(int i, Body body) {
    try {
      body.accept(i);
      return null;
    } catch (Throwable e) { // with a stack that overflowed, classes that are missing, assertions
      return e;
    }
  }

  private static Throwable attempt(Whole whole) {
    try {
      whole.run();
      return null;
    } catch (Throwable e) {
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
    failures.add(Failure.of(block.item(i), thrown));
  }

  /** Without a cause: Spark would ask it for its words, and a user's may never end. */
  private EngineException broken(int i, String why) {
    return new EngineException(name(i) + why, null);
  }

  /**
   * The block's result, after the loop: the items that were done, with 0 where one failed, for one
   * that was late may have stored something; the failures and the times.
   *
   * @throws IllegalStateException if there was no pass over the items, or a column has not an entry
   *     for each
   */
  BlockResult result(List<Column> columns) {
    if (!begun) {
      throw new IllegalStateException(
          "the function of slice " + block.index() + " did not go through its items");
    }
    BitSet failed = new BitSet();
    failures.forEach(failure -> failed.set(block.place(failure.item())));
    List<Column> sound = columns.stream().map(column -> sound(column, failed)).toList();
    return new BlockResult(sound, failures, done == block.size() ? times : times.part(0, done));
  }

  private Column sound(Column column, BitSet failed) {
    if (column.size() != block.size()) {
      throw new IllegalStateException(
          "slice " + block.index() + " has " + column.size() + " results of " + block.size());
    }
    boolean whole = done == block.size() && failed.isEmpty();
    return whole ? column : column.head(done, failed);
  }
}
