package dev.parallax.run;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import java.util.List;

/**
 * A job on paper: it is cut into slices, and never run.
 *
 * @param items how many
 * @param each the seconds that each takes
 */
record EvenItems(long items, double each) implements Workload<Integer> {
  @Override
  public String name() {
    return "even";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public List<Response> responses() {
    return List.of(new Response("y", ColumnType.DOUBLE));
  }

  @Override
  public BlockFunction<Integer> function() {
    throw new UnsupportedOperationException("on paper");
  }

  @Override
  public Integer data(Block block) {
    return 0;
  }
}
