package dev.parallax.engine;

import java.io.Serializable;

/** Applies a block function with the clock running, on whichever machine that is. */
public final class Timed {
  private Timed() {}

  /** The outcome of one slice. */
  public static <S extends Serializable> Outcome apply(
      BlockFunction<S> function, Slice<S> slice, String where) {
    double began = Effort.clock();
    long start = System.nanoTime();
    BlockResult result = function.apply(slice);
    double seconds = (System.nanoTime() - start) * 1e-9;
    Block block = slice.block();
    int done = result.size(block); // fewer where limits ended the block
    return new Outcome(block.head(done), result, new Effort(seconds, where, began));
  }
}
