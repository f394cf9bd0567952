package dev.parallax.engine;

import java.io.Serializable;

/** Applies a block function with the clock running, on whichever machine that is. */
public final class Timed {
  private Timed() {}

  /** The outcome of one slice. */
  public static <S extends Serializable> Outcome apply(
      BlockFunction<S> function, Slice<S> slice, String where) {
    long start = System.nanoTime();
    BlockResult result = function.apply(slice);
    return new Outcome(slice.block(), result, (System.nanoTime() - start) * 1e-9, where);
  }
}
