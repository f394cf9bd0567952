package dev.parallax.bootstrap.interval;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution, computed alike on every machine. */
public final class StandardNormal {
  /** Draws nothing, so it needs no generator. */
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private StandardNormal() {}

  /** Φ(z). */
  static double probability(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** The z below which lies this share, -∞ for 0 and ∞ for 1. */
  public static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** φ(z). */
  static double density(double z) {
    return NORMAL.density(z);
  }
}
