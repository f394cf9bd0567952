package dev.parallax.bootstrap.interval;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What studentized intervals are made of.
 *
 * @param error the estimate's standard error
 * @param replicates the statistic on each resample
 * @param errors its standard error on each
 * @param controls what balance takes away from chance; empty for independent resamples
 * @param weights the resamples' probabilities, if all of them are there
 */
@SuppressWarnings("ArrayRecordComponent") // views on results
public record Studentization(
    double error,
    double[] replicates,
    double[] errors,
    double[][] controls,
    Optional<double[]> weights) {

  /**
   * The distribution of (g(t*) - g(t)) / (g'(t*) s*), g being a transform.
   *
   * @param estimate t
   */
  BootstrapDistribution pivots(double estimate, Transform transform) {
    double[] pivots = new double[replicates.length];
    double centre = transform.apply(estimate);
    for (int b = 0; b < pivots.length; b++) {
      double error = transform.derivative(replicates[b]) * errors[b];
      pivots[b] = (transform.apply(replicates[b]) - centre) / error;
    }
    return weights
        .<BootstrapDistribution>map(w -> ExactDistribution.of(pivots, w))
        .orElseGet(() -> ReplicateDistribution.of(pivots, 0, controls));
  }

  /** How many replicates have no standard error above 0: all rows drawn are the same, perhaps. */
  long without() {
    return IntStream.range(0, replicates.length)
        .filter(b -> Double.isFinite(replicates[b]))
        .filter(b -> !(errors[b] > 0 && errors[b] < Double.POSITIVE_INFINITY))
        .count();
  }
}
