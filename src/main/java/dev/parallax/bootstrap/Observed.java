package dev.parallax.bootstrap;

import dev.parallax.engine.Failure;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;

/** A statistic of the rows as they are. */
final class Observed {
  private Observed() {}

  /**
   * All values of the statistic, in the order of its responses.
   *
   * @throws IllegalArgumentException if one is undefined or the statistic throws
   */
  static double[] values(Statistic statistic, Sample sample) {
    double[] values = new double[statistic.responses().size()];
    try {
      statistic
          .prepare(sample.columns())
          .evaluator()
          .evaluate(Resample.everyRow(sample.rows()), values);
    } catch (RuntimeException e) { // a user's own
      throw new IllegalArgumentException(
          "the statistic fails on the rows as they are: " + Failure.of(0, e).text(), e);
    }
    for (int k = 0; k < values.length; k++) {
      if (Double.isNaN(values[k])) {
        throw new IllegalArgumentException(
            (values.length == 1 ? "the statistic" : statistic.responses().get(k))
                + " is undefined for these rows of "
                + String.join(", ", sample.names()));
      }
    }
    return values;
  }
}
