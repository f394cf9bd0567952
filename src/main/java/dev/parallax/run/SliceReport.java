package dev.parallax.run;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Effort;

/**
 * How one slice went.
 *
 * @param index its place among the slices, from 0
 * @param block its items
 * @param seconds how long the block function took
 * @param where the worker that did it
 * @param began seconds from the run's start until it began, on the driver's clock; negative if an
 *     earlier run did it, NaN if that is not known
 */
public record SliceReport(int index, Block block, double seconds, String where, double began) {

  static SliceReport of(int index, Block block, Effort effort, double start) {
    return new SliceReport(index, block, effort.seconds(), effort.where(), effort.began() - start);
  }

  /** How many items it had. */
  public long items() {
    return block.size();
  }
}
