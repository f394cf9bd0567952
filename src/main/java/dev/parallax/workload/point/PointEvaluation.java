package dev.parallax.workload.point;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates a model at the points of a slice.
 *
 * @param <S> the type of the data that travel with a slice
 * @param model the model
 * @param source finds the points
 * @param seed what the points' random streams come from
 * @param nanFails whether a point fails that has a response that is not a number
 */
public record PointEvaluation<S extends Serializable>(
    PointModel model, PointSource<S> source, long seed, boolean nanFails)
    implements BlockFunction<S> {

  @Override
  public List<Column> apply(Slice<S> slice, ItemLoop items) {
    double[][] responses = new double[model.responses().size()][slice.block().size()];
    if (!holds(slice, items, responses, false)) {
      items.again();
      holds(slice, items, responses, true);
    }
    return Arrays.stream(responses).<Column>map(Column.Doubles::new).toList();
  }

  private boolean holds(Slice<S> slice, ItemLoop items, double[][] responses, boolean again) {
    Block block = slice.block();
    Opening.Places points = source.places(slice);
    RandomStream random = RandomStream.of(seed, block.first());
    double[] values = new double[responses.length];
    Opening opening =
        new Opening(
            source.names(), seed, block.index(), () -> source.places(slice), block.size(), again);
    try (PointModel.Evaluator evaluator = model.open(opening)) {
      items.forEach(
          i -> {
            evaluator.evaluate(i, sound(points.at(i)), random.moveTo(block.item(i)), values);
            check(values);
            for (int r = 0; r < values.length; r++) {
              responses[r][i] = values[r];
            }
          });
      return evaluator.holds();
    }
  }

  private void check(double[] values) {
    for (int r = 0; nanFails && r < values.length; r++) {
      if (Double.isNaN(values[r])) {
        throw new ArithmeticException("response '" + model.responses().get(r) + "' is NaN");
      }
    }
  }

  private static Point sound(Point point) {
    Optional<String> flaw = point.flaw();
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(flaw.get());
    }
    return point;
  }
}
