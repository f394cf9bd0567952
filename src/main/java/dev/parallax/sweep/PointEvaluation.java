package dev.parallax.sweep;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Slice;
import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluates a model at the points of a block.
 *
 * @param model the model
 * @param decoder finds a point's values
 * @param order where each of the model's parameters stands in a point
 * @param seed what the points' random streams come from
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record PointEvaluation(Model model, Design.Decoder decoder, int[] order, long seed)
    implements BlockFunction<double[]> {

  @Override
  public BlockResult apply(Slice<double[]> slice) {
    Block block = slice.block();
    List<String> names = model.responses();
    double[][] responses = new double[names.size()][block.size()];
    double[] point = new double[order.length];
    RandomStream random = RandomStream.of(seed, block.first());
    ItemLoop loop = new ItemLoop(block);
    loop.forEach(
        i -> {
          long item = block.first() + i;
          decoder.decode(item, i, slice.data(), point);
          store(evaluate(point, random.moveTo(item)), responses, i);
        });
    return new BlockResult(
        Arrays.stream(responses).map(values -> (Column) new Column.Doubles(values)).toList(),
        loop.failures());
  }

  private double[] evaluate(double[] point, RandomStream random) throws Exception {
    double[] parameters = new double[order.length];
    for (int p = 0; p < order.length; p++) {
      parameters[p] = point[order[p]];
      if (Double.isNaN(parameters[p])) {
        throw new IllegalArgumentException(
            "parameter '" + model.parameters().get(p) + "' is missing");
      }
    }
    return model.evaluate(parameters, random);
  }

  private void store(double[] values, double[][] responses, int i) {
    if (values.length != responses.length) {
      throw new IllegalStateException(
          "the model returned " + values.length + " responses instead of " + responses.length);
    }
    for (int r = 0; r < responses.length; r++) {
      responses[r][i] = values[r];
    }
  }
}
