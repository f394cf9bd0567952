package dev.parallax.run;

import dev.parallax.engine.block.Failure;
import java.util.List;

/** Is told how far a run is. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void started(long items, long before) {}

        @Override
        public void done(long items) {}

        @Override
        public void ended() {}
      };

  /**
   * The run starts, or goes on.
   *
   * @param items how many items it has in all
   * @param before how many of them were done before
   */
  void started(long items, long before);

  /** So many items more are done. */
  void done(long items);

  /** Items of a block that has just arrived failed. */
  default void failed(List<Failure> failures) {}

  /**
   * Where the progress of what is computed beside the run's items is told.
   *
   * @param name what it is
   */
  default Progress ofStage(String name) {
    return this;
  }

  /** The run is over, one way or the other. */
  void ended();
}
