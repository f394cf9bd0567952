package dev.parallax.run;

import dev.parallax.engine.Failure;
import java.util.List;

/** Is told how far a run is. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void started(long items) {}

        @Override
        public void done(long items) {}

        @Override
        public void ended() {}
      };

  /** The run starts, with so many items to do. */
  void started(long items);

  /** So many items more are done. */
  void done(long items);

  /** Items of a block that has just arrived failed. */
  default void failed(List<Failure> failures) {}

  /** The run is over, one way or the other. */
  void ended();
}
