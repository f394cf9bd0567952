package dev.parallax.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Goes through the items of a block; what throws becomes a recorded failure. */
public final class ItemLoop {
  private final Block block;
  private final List<Failure> failures = new ArrayList<>();

  /** A loop over this block's items. */
  public ItemLoop(Block block) {
    this.block = block;
  }

  /** What is done for one item. */
  @FunctionalInterface
  public interface Body {

    /**
     * Does one item.
     *
     * @param place its place in the block, from 0
     */
    void accept(int place) throws Exception;
  }

  /**
   * Does every item of the block.
   *
   * @throws CancellationException if the thread is interrupted
   * @throws EngineException if memory runs out
   */
  public void forEach(Body body) {
    for (int i = 0; i < block.size(); i++) {
      one(i, body);
    }
  }

  /** Does the item at one place of the block. */
  public void one(int place, Body body) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    try {
      body.accept(place);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (OutOfMemoryError e) { // it depends on the machine, so it is no result
      long item = block.first() + place;
      throw new EngineException("item " + item + " ran out of memory: " + e.getMessage(), e);
    } catch (InternalError | UnknownError e) {
      throw e;
    } catch (Throwable e) { // with a stack that overflowed, classes that are missing, assertions
      failures.add(Failure.of(block.first() + place, e));
    }
  }

  /** The items that failed, in item order. */
  public List<Failure> failures() {
    return failures;
  }
}
