package dev.parallax.engine;

import java.io.Serializable;

/**
 * What is done with a block. What it captures (a model, a data set) is sent to each worker process
 * once, not with each block; it may be called from several threads at a time.
 *
 * @param <S> the type of the data that travel with a slice
 */
@FunctionalInterface
public interface BlockFunction<S extends Serializable> extends Serializable {

  /** Evaluates the items of the slice's block; an item that fails is recorded, never thrown. */
  BlockResult apply(Slice<S> slice);
}
