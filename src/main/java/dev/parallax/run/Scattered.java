package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemTimes;
import dev.parallax.engine.Response;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some items of a job, wherever they are, as a job of their own: item k is the k-th of them. Its
 * failures bear the indices that the items have in the whole job.
 *
 * @param whole the whole job
 * @param chosen the indices of the chosen items, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record Scattered<S extends Serializable>(Workload<S> whole, long[] chosen)
    implements Workload<ArrayList<Slice<S>>> {

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public long items() {
    return chosen.length;
  }

  @Override
  public long seed() {
    return whole.seed();
  }

  @Override
  public List<Response> inputs() {
    return List.of();
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of();
  }

  @Override
  public List<Response> responses() {
    return whole.responses();
  }

  /** The indices that a block's items have in the whole job. */
  long[] items(Block block) {
    return Arrays.copyOfRange(chosen, (int) block.first(), (int) block.end());
  }

  @Override
  public ArrayList<Slice<S>> data(Block block) {
    ArrayList<Slice<S>> singles = new ArrayList<>();
    for (long item : items(block)) {
      singles.add(whole.slice(new Block(block.index(), item, 1)));
    }
    return singles;
  }

  @Override
  public BlockFunction<ArrayList<Slice<S>>> function() {
    return each(whole.function());
  }

  /** Static, so that nothing of the driver is captured. */
  private static <S extends Serializable> BlockFunction<ArrayList<Slice<S>>> each(
      BlockFunction<S> function) {
    return slice -> joined(slice.data().stream().map(function::apply).toList());
  }

  private static BlockResult joined(List<BlockResult> singles) {
    List<Column> columns =
        IntStream.range(0, singles.get(0).columns().size())
            .mapToObj(c -> Column.joined(singles.stream().map(s -> s.columns().get(c)).toList()))
            .toList();
    return new BlockResult(
        columns,
        singles.stream().flatMap(single -> single.failures().stream()).toList(),
        ItemTimes.joined(singles));
  }
}
