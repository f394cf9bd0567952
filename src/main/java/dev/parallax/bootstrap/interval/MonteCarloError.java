package dev.parallax.bootstrap.interval;

/**
 * How far what B replicates say scatters from run to run. All are standard deviations, from the
 * influence that one replicate has on the result; 0 for an exact distribution.
 */
final class MonteCarloError {
  private MonteCarloError() {}

  /** Of the mean of the replicates, and so of the bias. */
  static double ofMean(BootstrapDistribution d) {
    return Math.sqrt(d.moments().second() / d.draws()) * d.scatter(value -> value);
  }

  /** Of their standard deviation σ: sqrt((μ4 - σ⁴) / (4 σ² B)). */
  static double ofDeviation(BootstrapDistribution d) {
    Moments m = d.moments();
    double square = Math.max(0, spread(m));
    return m.second() == 0
        ? 0
        : Math.sqrt(square / d.draws()) * d.scatter(v -> (v - m.mean()) * (v - m.mean()));
  }

  private static double spread(Moments m) {
    return m.second() * (m.kurtosis() - 1) / 4;
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
    double variance = m.second() + c * m.skewness() * m.second() + c * c * spread(m);
    return Math.sqrt(Math.max(0, variance) / d.draws())
        * d.scatter(v -> v + c * (v - m.mean()) * ((v - m.mean()) / (2 * m.deviation())));
  }

  /**
   * Of the quantile Q(p), without an estimate of a density: half the way from Q(p - s) to Q(p + s),
   * the order statistics that limit it with 68 % confidence, s² = p (1 - p) / B being the binomial
   * variance (Woodruff 1952, doi:10.1080/01621459.1952.10483443). Infinite where one of these would
   * lie beyond the outermost replicate: nothing is known of what is there.
   */
  static double ofQuantile(BootstrapDistribution d, double p) {
    double quantile = d.quantile(p);
    return ofQuantile(d, p, binomial(d, p) * d.scatter(value -> value <= quantile ? 1 : 0));
  }

  private static double binomial(BootstrapDistribution d, double p) {
    return Math.sqrt(p * (1 - p) / d.draws());
  }

  /** Of the quantile Q(p) where p itself, as far as it matters, has the standard error s. */
  static double ofQuantile(BootstrapDistribution d, double p, double s) {
    double least = Math.max(s, binomial(d, p));
    if (!(p >= least && p + least <= 1)) {
      return Double.POSITIVE_INFINITY;
    }
    return (d.quantile(p + s) - d.quantile(p - s)) / 2;
  }
}
