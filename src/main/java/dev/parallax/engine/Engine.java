package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /**
   * Is told, before the first map of a job, how long that is foreseen to take with all its cores at
   * work. Where that is not known, it is told nothing.
   *
   * @param seconds the forecast, more than 0
   */
  default void foreseen(double seconds) {}

  /** Whether it would start, for such a forecast, what takes its time: then a longer look pays. */
  default boolean startsFor(double seconds) {
    return false;
  }

  /** How many blocks it works on at a time. */
  int parallelism();

  /**
   * What it runs on: {@code serial}, {@code threads[2]}, or in Spark's terms, such as {@code
   * local[2]}.
   */
  String master();

  /** Why it runs on that, where it has chosen it itself. */
  default Optional<Choice> choice() {
    return Optional.empty();
  }

  /** What has gone wrong, and been made good, since it was opened. */
  default Incidents incidents() {
    return Incidents.NONE;
  }

  @Override
  void close();

  /**
   * Why an engine was chosen.
   *
   * @param forecast the seconds that the job was foreseen to take on all cores, if that was known
   * @param text the choice and the reason, for people
   */
  record Choice(OptionalDouble forecast, String text) {}
}
