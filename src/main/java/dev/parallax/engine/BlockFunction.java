package dev.parallax.engine;

import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;

/**
 * What is done with a block. What it captures (a model, a data set) is sent to each worker process
 * once, not with each block; it may be called from several threads at a time.
 *
 * @param <S> the type of the data that travel with a slice
 */
@FunctionalInterface
public interface BlockFunction<S extends Serializable> extends Serializable {

  /**
   * Does the items of the slice's block in the loop that it is given, which holds each item to the
   * limits, records the items that fail, takes their times and ends the block where the job is
   * cancelled. There are no results without a pass of this loop.
   *
   * @param items goes through the items of the block; good until this method returns
   * @return one column for each response of the workload, with an entry for each item of the block;
   *     the entries of items that failed, or that the loop did not come to, do not count
   */
  List<Column> apply(Slice<S> slice, ItemLoop items);
}
