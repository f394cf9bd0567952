package dev.parallax.engine;

/** Takes the blocks of a job as they finish. */
@FunctionalInterface
public interface Receiver {

  /** Called once per block, in any order of blocks, never two at a time. */
  void receive(Outcome outcome);
}
