package dev.parallax.report;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import java.util.List;

/**
 * A job of trials at points with a text and a number: item i has text i mod 3, speed i / 2, missing
 * in every seventh; it answers with the reach, NaN in every fifth, and a verdict in words; every
 * fourth from item 3 on fails.
 */
record Trials(long items) implements Workload<Integer> {
  private static final List<String> COLOURS = List.of("red", "green, \"dark\"", "blue");
  private static final List<String> VERDICTS = List.of("short", "far");

  @Override
  public String name() {
    return "trials";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public List<Response> inputs() {
    return List.of(
        new Response("colour", ColumnType.DOUBLE, "", "of the ball", COLOURS),
        new Response("speed", ColumnType.DOUBLE, "km/s", "at the start", List.of()));
  }

  @Override
  public List<Column> inputs(Block block) {
    double[] colours = new double[block.size()];
    double[] speeds = new double[block.size()];
    for (int i = 0; i < block.size(); i++) {
      colours[i] = (block.first() + i) % COLOURS.size();
      speeds[i] = speed(block.first() + i);
    }
    return List.of(new Column.Doubles(colours), new Column.Doubles(speeds));
  }

  private static double speed(long item) {
    return item % 7 == 6 ? Double.NaN : item / 2.0;
  }

  @Override
  public List<Response> responses() {
    return List.of(
        new Response("reach", ColumnType.DOUBLE, "Mpc", "at the end", List.of()),
        new Response("verdict", ColumnType.DOUBLE, "", "", VERDICTS));
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public BlockFunction<Integer> function() {
    return (slice, items) -> {
      Block block = slice.block();
      double[] reach = new double[block.size()];
      double[] verdict = new double[block.size()];
      items.forEach(
          i -> {
            long item = block.first() + i;
            if (item % 4 == 3) {
              throw new ArithmeticException("lost, at " + item);
            }
            reach[i] = item % 5 == 4 ? Double.NaN : 2.0 * item;
            verdict[i] = item < 5 ? 0 : 1;
          });
      return List.of(new Column.Doubles(reach), new Column.Doubles(verdict));
    };
  }

  @Override
  public Integer data(Block block) {
    return block.index();
  }
}
