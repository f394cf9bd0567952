package dev.parallax.workload.integral;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.PointModel;
import dev.parallax.workload.point.PointEvaluation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values of a model at random points of a box, whose mean times the volume is the integral.
 *
 * @param model what is integrated
 * @param box where
 * @param items at how many points
 */
record Integral(PointModel model, Box box, long items) implements Workload<String> {
  @Override
  public String name() {
    return "integrate";
  }

  @Override
  public long seed() {
    return box.seed();
  }

  @Override
  public List<Response> inputs() {
    return box.names().stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  @Override
  public List<Column> inputs(Block block) {
    double[][] columns = new double[box.names().size()][block.size()];
    for (int i = 0; i < block.size(); i++) {
      double[] point = box.at(block.item(i));
      for (int d = 0; d < point.length; d++) {
        columns[d][i] = point[d];
      }
    }
    return IntStream.range(0, columns.length)
        .<Column>mapToObj(d -> new Column.Doubles(columns[d]))
        .toList();
  }

  @Override
  public List<Response> responses() {
    return model.responses().stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public BlockFunction<String> function() {
    return new PointEvaluation<>(model, box, box.seed(), true);
  }

  @Override
  public String data(Block block) {
    return "";
  }
}
