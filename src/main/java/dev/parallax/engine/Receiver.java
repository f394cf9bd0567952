package dev.parallax.engine;

import dev.parallax.engine.block.Outcome;

/** Takes the blocks of a job as they finish. */
@FunctionalInterface
public interface Receiver {

  /** Called once per block, in any order of blocks, never two at a time. */
  void receive(Outcome outcome);
}
