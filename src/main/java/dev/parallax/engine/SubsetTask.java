package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /**
   * Some items of a job as so many slices, each with a slice of the job for every item.
   *
   * @param items their indices, in order; item k of what is to be done is the k-th of them
   */
  public static <S extends Serializable> List<Slice<ArrayList<Slice<S>>>> slices(
      Workload<S> whole, long[] items, int parts) {
    return Block.split(items.length, parts).stream()
        .map(block -> new Slice<>(block, singles(whole, items(items, block), block.index())))
        .toList();
  }

  private static <S extends Serializable> ArrayList<Slice<S>> singles(
      Workload<S> whole, long[] items, int index) {
    ArrayList<Slice<S>> singles = new ArrayList<>();
    for (long item : items) {
      singles.add(whole.slice(new Block(index, item, 1)));
    }
    return singles;
  }

  /** The indices that a block's items have in the job. */
  public static long[] items(long[] all, Block block) {
    return Arrays.copyOfRange(all, (int) block.first(), (int) block.end());
  }
}
