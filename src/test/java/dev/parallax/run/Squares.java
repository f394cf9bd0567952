package dev.parallax.run;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import java.util.Arrays;
import java.util.List;

/** Item i is i squared and whether i is even; every item divisible by 10 but 0 fails. */
record Squares(long items) implements Workload<Integer> {
  @Override
  public String name() {
    return "squares";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public List<Response> inputs() {
    return List.of(new Response("i", ColumnType.LONG));
  }

  @Override
  public List<Column> inputs(Block block) {
    long[] i = new long[block.size()];
    Arrays.setAll(i, block::item);
    return List.of(new Column.Longs(i));
  }

  @Override
  public List<Response> responses() {
    return List.of(
        new Response("square", ColumnType.DOUBLE), new Response("even", ColumnType.BOOLEAN));
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public BlockFunction<Integer> function() {
    return (slice, items) -> {
      Block block = slice.block();
      double[] squares = new double[block.size()];
      boolean[] even = new boolean[block.size()];
      items.forEach(
          i -> {
            long item = block.item(i);
            if (item > 0 && item % 10 == 0) {
              throw new ArithmeticException("ten");
            }
            squares[i] = (double) item * item;
            even[i] = item % 2 == 0;
          });
      return List.of(new Column.Doubles(squares), new Column.Booleans(even));
    };
  }

  @Override
  public Integer data(Block block) {
    return 0;
  }
}
