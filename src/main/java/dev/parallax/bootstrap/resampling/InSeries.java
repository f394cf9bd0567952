package dev.parallax.bootstrap.resampling;

import dev.parallax.engine.ItemLoop;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;

/**
 * Evaluates a statistic that is told of a block's resamples before they are asked for.
 *
 * @param statistic the statistic
 * @param resamples those of the block
 */
public record InSeries(Statistic.Ahead statistic, Resamples resamples) {

  /**
   * Evaluates all; once more where the values do not hold.
   *
   * @param items the loop over the block
   * @param results where the values go, by value and place
   */
  public void evaluate(ItemLoop items, double[][] results) {
    if (!holds(resamples, items, results)) {
      items.again();
      holds(resamples.evaluatedAgain(), items, results);
    }
  }

  private boolean holds(Resamples told, ItemLoop items, double[][] results) {
    double[] values = new double[results.length];
    try (Resamples.Series series = statistic.open(told)) {
      items.forEach(
          i -> {
            series.evaluate(i, values);
            for (int k = 0; k < values.length; k++) {
              results[k][i] = values[k];
            }
          });
      return series.holds();
    }
  }
}
