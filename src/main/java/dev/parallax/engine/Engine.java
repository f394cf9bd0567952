package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;

/** Something that can map a block function over blocks. */
public interface Engine extends AutoCloseable {

  /**
   * Does the task for every slice and hands each outcome to the receiver, on the calling thread, as
   * its block finishes: once per block, in any order, never two at a time.
   *
   * @throws EngineException if a block could not be evaluated at all
   * @throws java.util.concurrent.CancellationException after {@link #cancel}
   */
  <S extends Serializable> void map(BlockTask<S> task, List<Slice<S>> slices, Receiver receiver);

  /**
   * Ends the {@link #map} under way, from another thread, and lets none begin after it; the blocks
   * that were finished have been received.
   */
  void cancel();

  /**
   * Waits until it can map without delay; without this, the first map does.
   *
   * @throws EngineException if it could not be started
   */
  default void ready() {}

  /** How many blocks it works on at a time. */
  int parallelism();

  /** What it runs on, in Spark's terms, such as {@code local[2]}; {@code serial} without Spark. */
  String master();

  /** What has gone wrong, and been made good, since it was opened. */
  default Incidents incidents() {
    return Incidents.NONE;
  }

  @Override
  void close();
}
