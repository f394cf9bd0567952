package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some items of a job, wherever they are: item k of the subset is the k-th of them. They are done
 * by a {@link dev.parallax.engine.SubsetTask}.
 *
 * @param whole the whole job
 * @param chosen the indices of the chosen items, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record Subset<S extends Serializable>(Workload<S> whole, long[] chosen) {

  /** The subset in so many slices, each with a slice of the job for every item. */
  List<Slice<ArrayList<Slice<S>>>> slices(int parts) {
    return Block.split(chosen.length, parts).stream().map(this::slice).toList();
  }

  private Slice<ArrayList<Slice<S>>> slice(Block block) {
    ArrayList<Slice<S>> singles = new ArrayList<>();
    for (long item : items(block)) {
      singles.add(whole.slice(new Block(block.index(), item, 1)));
    }
    return new Slice<>(block, singles);
  }

  /** The indices that a block's items have in the whole job. */
  long[] items(Block block) {
    return Arrays.copyOfRange(chosen, (int) block.first(), (int) block.end());
  }
}
