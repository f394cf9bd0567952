package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;

/**
 * What an engine maps over slices: a block function with what its items are allowed. It is sent to
 * each worker process once.
 *
 * @param <S> the type of the data that travel with a slice
 */
public sealed interface BlockTask<S extends Serializable> extends Serializable
    permits ItemTask, SubsetTask {

  /**
   * The results of a slice, on this thread or on threads that it waits for.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws EngineException if memory runs out
   */
  BlockResult result(Slice<S> slice);

  /**
   * The results of a slice, and what they took.
   *
   * @param where this machine, in words
   */
  default Outcome outcome(Slice<S> slice, String where) {
    double began = Effort.clock();
    long start = System.nanoTime();
    BlockResult result = result(slice);
    double seconds = (System.nanoTime() - start) * 1e-9;
    Block block = slice.block();
    int done = result.size(block); // fewer where limits ended the block
    return new Outcome(block.part(0, done), result, new Effort(seconds, where, began));
  }
}
