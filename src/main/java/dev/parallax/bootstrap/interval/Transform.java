package dev.parallax.bootstrap.interval;

import dev.parallax.text.Choices;
import dev.parallax.text.Digits;

/**
 * A scale on which normal, basic and studentized intervals are made, to be brought back to the
 * statistic's own. Percentile, BC, BCa and ABC intervals are the same on every scale.
 */
public enum Transform {
  /** The statistic itself. */
  NONE("any number"),
  /** The natural logarithm, for what is above 0. */
  LOG("numbers above 0"),
  /** Fisher's z, the inverse hyperbolic tangent, for correlations between -1 and 1. */
  FISHER("numbers between -1 and 1");

  private final String domain;

  Transform(String domain) {
    this.domain = domain;
  }

  /**
   * Checks that an estimate has a transform.
   *
   * @throws IllegalArgumentException if it is outside of the domain
   */
  public void check(double estimate) {
    if (!Double.isFinite(apply(estimate))) {
      throw new IllegalArgumentException(
          "the "
              + this
              + " transform is for "
              + domain
              + ", and the estimate is "
              + Digits.shortest(estimate));
    }
  }

  /** The value on this scale; NaN or infinite outside of the domain. */
  public double apply(double x) {
    return switch (this) {
      case NONE -> x;
      case LOG -> StrictMath.log(x);
      case FISHER -> StrictMath.log1p(2 * x / (1 - x)) / 2;
    };
  }

  /** The value whose transform this is. */
  public double inverse(double y) {
    return switch (this) {
      case NONE -> y;
      case LOG -> StrictMath.exp(y);
      case FISHER -> StrictMath.tanh(y);
    };
  }

  /** The derivative at a value of the domain. */
  public double derivative(double x) {
    return switch (this) {
      case NONE -> 1;
      case LOG -> 1 / x;
      case FISHER -> 1 / ((1 - x) * (1 + x));
    };
  }

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
