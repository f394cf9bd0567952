package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic.Evaluator;
import dev.parallax.model.Statistic.Weighted;
import java.util.function.ToDoubleFunction;

/**
 * An evaluator of one value, with what it is for real weights.
 *
 * @param plain the value on a resample
 * @param weighed the value for weights, one per row
 */
public record WithWeights(Evaluator plain, ToDoubleFunction<double[]> weighed) implements Weighted {

  @Override
  public double evaluate(Resample resample) {
    return plain.evaluate(resample);
  }

  @Override
  public void weigh(double[] weights, double[] values) {
    values[0] = weighed.applyAsDouble(weights);
  }

  /** The mean of values with weights. */
  public static double mean(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int row = 0; row < values.length; row++) {
      sum += weights[row] * values[row];
      total += weights[row];
    }
    return sum / total;
  }
}
