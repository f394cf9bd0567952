package dev.parallax.bootstrap.interval;

import dev.parallax.text.Choices;

/**
 * How an interval is made of a bootstrap distribution. In what follows t is the estimate, t* a
 * replicate, Q(p) the quantile of the replicates, and p the share of the error that lies below an
 * end: 0.025 and 0.975 at 95 %. Formulas as in Davison and Hinkley (1997), chapter 5
 * (doi:10.1017/CBO9780511802843).
 */
public enum IntervalMethod {
  /** t - bias + z(p) times the standard error. */
  NORMAL,
  /** 2 t - Q(1 - p): the reverse percentile, or pivotal, interval. */
  BASIC,
  /** Q(p). */
  PERCENTILE,
  /** Q(Φ(2 z0 + z(p))), z0 being the normal quantile of the share of replicates below t (mid-p). */
  BC,
  /**
   * Q(Φ(z0 + (z0 + z(p)) / (1 - a (z0 + z(p))))) with the acceleration a of the jackknife: bias
   * corrected and accelerated (Efron 1987, doi:10.1080/01621459.1987.10478410).
   */
  BCA,
  /**
   * t - s q(1 - p), q being the quantile of (t* - t) / s*, and s, s* the standard errors of the
   * data and of the resample: the bootstrap-t.
   */
  STUDENTIZED,
  /**
   * The analytic approximation of BCa by derivatives of a statistic that takes weights (DiCiccio
   * and Efron 1992, doi:10.1093/biomet/79.2.231).
   */
  ABC;

  /** Whether it may be made on a scale of its own, such as the logarithm's. */
  public boolean takesScale() {
    return this == NORMAL || this == BASIC || this == STUDENTIZED;
  }

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
