package dev.parallax.statistic.path;

import dev.parallax.model.Expansion;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic.Evaluator;
import dev.parallax.model.Statistic.Smooth;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * An evaluator of one value, with what it is for real weights and how it changes with them.
 *
 * @param plain the value on a resample
 * @param weighed the value for weights, one per row
 * @param path how it changes; made when it is asked for
 */
public record SmoothValue(
    Evaluator plain, ToDoubleFunction<double[]> weighed, Supplier<? extends Path> path)
    implements Smooth {

  @Override
  public double evaluate(Resample resample) {
    return plain.evaluate(resample);
  }

  @Override
  public void weigh(double[] weights, double[] values) {
    values[0] = weighed.applyAsDouble(weights);
  }

  @Override
  public Expansion towards(int value, int row) {
    return path.get().towards(row);
  }

  @Override
  public Expansion along(int value, double[] direction) {
    return path.get().along(direction);
  }

  @Override
  public Expansion without(int value, int row) {
    return path.get().without(row);
  }
}
