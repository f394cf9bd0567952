package dev.parallax.bootstrap.interval;

/**
 * The BC and BCa rules: quantiles of the replicates at corrected probabilities.
 *
 * @param distribution the replicates
 * @param estimate the statistic of the data
 * @param below the share of them below the estimate (mid-p)
 * @param acceleration a; 0 for BC
 */
public record BiasCorrection(
    BootstrapDistribution distribution, double estimate, double below, double acceleration)
    implements EndRule {

  public static BiasCorrection of(BootstrapDistribution d, double estimate, double acceleration) {
    return new BiasCorrection(d, estimate, d.fractionBelow(estimate), acceleration);
  }

  /** The bias correction z0; infinite where no replicate, or each, is below the estimate. */
  public double z0() {
    return StandardNormal.quantile(below);
  }

  /** Whether the correction has a value at all where p of the error lies below an end. */
  boolean reaches(double p) {
    double z = z0() + StandardNormal.quantile(p);
    return Double.isFinite(z0()) && 1 - acceleration * z > 0;
  }

  /** The probability whose quantile is the end. */
  double corrected(double p) {
    double z = z0() + StandardNormal.quantile(p);
    return StandardNormal.probability(z0() + z / (1 - acceleration * z));
  }

  @Override
  public End at(double p) {
    double alpha = corrected(p);
    double error = MonteCarloError.ofQuantile(distribution, alpha, scatter(p, alpha));
    return new End(distribution.quantile(alpha), error, Math.min(alpha, 1 - alpha));
  }

  /**
   * The standard error of "share of replicates up to the end, minus the corrected probability": the
   * latter depends on the replicates by way of z0, with slope k, and the two shares are correlated.
   */
  private double scatter(double p, double alpha) {
    double stretch = 1 / (1 - acceleration * (z0() + StandardNormal.quantile(p)));
    double slope = 1 + stretch * stretch;
    double k = slope * StandardNormal.density(StandardNormal.quantile(alpha));
    k /= StandardNormal.density(z0());
    double both = Math.min(alpha, below) - alpha * below;
    double variance = alpha * (1 - alpha) + k * k * below * (1 - below) - 2 * k * both;
    double quantile = distribution.quantile(alpha);
    double weight = k;
    double left =
        distribution.scatter(
            v -> (v <= quantile ? 1 : 0) - weight * (v < estimate ? 1 : v > estimate ? 0 : 0.5));
    return Math.sqrt(Math.max(0, variance) / distribution.draws()) * left;
  }
}
