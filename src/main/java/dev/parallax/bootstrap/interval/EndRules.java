package dev.parallax.bootstrap.interval;

/** The rules that need the bootstrap distribution alone. */
final class EndRules {
  private EndRules() {}

  static EndRule normal(double estimate, BootstrapDistribution d) {
    return p -> {
      double z = StandardNormal.quantile(p);
      double value = estimate - (d.mean() - estimate) + z * d.standardDeviation();
      return new End(value, MonteCarloError.ofMeanAndDeviation(d, -z), 0.5);
    };
  }

  static EndRule percentile(BootstrapDistribution d) {
    return p -> new End(d.quantile(p), MonteCarloError.ofQuantile(d, p), Math.min(p, 1 - p));
  }

  static EndRule basic(double estimate, BootstrapDistribution d) {
    return p -> {
      End quantile = percentile(d).at(1 - p);
      return new End(2 * estimate - quantile.value(), quantile.error(), quantile.tail());
    };
  }

  /**
   * The bootstrap-t.
   *
   * @param error the estimate's own standard error
   * @param pivots the distribution of (t* - t) / s*
   */
  static EndRule studentized(double estimate, double error, BootstrapDistribution pivots) {
    return p -> {
      End quantile = percentile(pivots).at(1 - p);
      return new End(
          estimate - error * quantile.value(), error * quantile.error(), quantile.tail());
    };
  }

  /** What a rule says on a transformed scale, on the statistic's own. */
  static EndRule back(Transform transform, EndRule rule) {
    return transform == Transform.NONE
        ? rule
        : p -> {
          End end = rule.at(p);
          double above = transform.inverse(end.value() + end.error());
          double below = transform.inverse(end.value() - end.error());
          double error = Double.isFinite(end.error()) ? (above - below) / 2 : end.error();
          return new End(transform.inverse(end.value()), error, end.tail());
        };
  }
}
