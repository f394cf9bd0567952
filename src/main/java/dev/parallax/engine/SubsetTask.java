package dev.parallax.engine;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * A task for items that do not lie side by side in their job: each of a slice's items is a slice of
 * one item, and under limits of its own. Failures bear the indices that the items have in the job.
 *
 * @param <S> the type of the data that travel with an item
 * @param each what is done with each
 */
public record SubsetTask<S extends Serializable>(ItemTask<S> each)
    implements BlockTask<ArrayList<Slice<S>>> {

  @Override
  public BlockResult result(Slice<ArrayList<Slice<S>>> slice) {
    return BlockResult.joined(slice.data().stream().map(each::result).toList());
  }
}
