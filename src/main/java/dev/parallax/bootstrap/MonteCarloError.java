package dev.parallax.bootstrap;

/**
 * How far what B replicates say scatters from run to run. All are standard deviations, from the
 * influence that one replicate has on the result; 0 for an exact distribution.
 */
final class MonteCarloError {
  private MonteCarloError() {}

  /** Of the mean of the replicates, and so of the bias. */
  static double ofMean(BootstrapDistribution d) {
    return Math.sqrt(d.moments().second() / d.draws());
  }

  /** Of their standard deviation σ: sqrt((μ4 - σ⁴) / (4 σ² B)). */
  static double ofDeviation(BootstrapDistribution d) {
    Moments m = d.moments();
    return m.second() == 0 ? 0 : Math.sqrt(Math.max(0, spread(m)) / d.draws());
  }

  private static double spread(Moments m) {
    return (m.fourth() / m.second() - m.second()) / 4;
  }

  /**
   * Of mean + c σ, whose parts are correlated where the distribution is skewed.
   *
   * @param c how many standard deviations from the mean
   */
  static double ofMeanAndDeviation(BootstrapDistribution d, double c) {
    Moments m = d.moments();
    if (m.second() == 0) {
      return 0;
    }
    double variance = m.second() + c * m.third() / Math.sqrt(m.second()) + c * c * spread(m);
    return Math.sqrt(Math.max(0, variance) / d.draws());
  }

  /**
   * Of the quantile Q(p), without an estimate of a density: half the way from Q(p - s) to Q(p + s),
   * the order statistics that limit it with 68 % confidence, s² = p (1 - p) / B being the binomial
   * variance (Woodruff 1952, doi:10.1080/01621459.1952.10483443).
   */
  static double ofQuantile(BootstrapDistribution d, double p) {
    return ofQuantile(d, p, Math.sqrt(p * (1 - p) / d.draws()));
  }

  /** Of the quantile Q(p) where p itself, as far as it matters, has the standard error s. */
  static double ofQuantile(BootstrapDistribution d, double p, double s) {
    double above = d.quantile(Math.min(1, p + s));
    double below = d.quantile(Math.max(0, p - s));
    return (above - below) / 2;
  }
}
