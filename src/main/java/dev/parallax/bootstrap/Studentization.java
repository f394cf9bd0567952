package dev.parallax.bootstrap;

/**
 * What studentized intervals are made of.
 *
 * @param error the estimate's standard error
 * @param replicates the statistic on each resample
 * @param errors its standard error on each
 */
@SuppressWarnings("ArrayRecordComponent") // views on results
record Studentization(double error, double[] replicates, double[] errors) {

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
    return BootstrapDistribution.of(pivots);
  }
}
