package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The job of squares with another function. */
record Changed(Squares squares, BlockFunction<Integer> function) implements Workload<Integer> {

  private static final long SLEEP = 20;

  /** Whether an item was done by {@link #mended}, and not as fast as squares are. */
  static boolean isSlow(double seconds) {
    return seconds > 0.9e-3 * SLEEP;
  }

  /** The same without failures, slowly; remembers which items are asked for. */
  static Workload<Integer> mended(Squares squares, List<Long> tried) {
    return new Changed(
        squares,
        (slice, items) -> {
          long item = slice.block().first();
          assertEquals(1, slice.block().size());
          items.forEach(
              i -> {
                tried.add(item);
                TimeUnit.MILLISECONDS.sleep(SLEEP);
              });
          return List.of(
              new Column.Doubles(new double[] {(double) item * item}),
              new Column.Booleans(new boolean[] {item % 2 == 0}));
        });
  }

  @Override
  public String name() {
    return squares.name();
  }

  @Override
  public long items() {
    return squares.items();
  }

  @Override
  public long seed() {
    return squares.seed();
  }

  @Override
  public List<Response> inputs() {
    return squares.inputs();
  }

  @Override
  public List<Column> inputs(Block block) {
    return squares.inputs(block);
  }

  @Override
  public List<Response> responses() {
    return squares.responses();
  }

  @Override
  public ItemDetail detail() {
    return squares.detail();
  }

  @Override
  public Integer data(Block block) {
    return squares.data(block);
  }
}
