package dev.parallax.workload.point;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import java.io.Serializable;
import java.util.List;

/**
 * Finds points in a worker, from their indices and what travelled with their slice.
 *
 * @param <S> the type of the data that travel with a slice
 */
public interface PointSource<S extends Serializable> extends Serializable {

  /** The parameters' names, in the order of a point's values. */
  List<String> names();

  /** One pass over the points of a slice, for one thread. */
  Opening.Places places(Slice<S> slice);

  /**
   * What a model is told when it is opened for a slice.
   *
   * @param seed the job's seed
   * @param again whether the slice was evaluated before, and the results did not hold
   */
  default Opening opening(Slice<S> slice, long seed, boolean again) {
    Block block = slice.block();
    return new Opening(names(), seed, block.index(), () -> places(slice), block.size(), again);
  }
}
