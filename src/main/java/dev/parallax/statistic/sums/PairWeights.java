package dev.parallax.statistic.sums;

/** The second central moments of two columns under real weights, in the columns' own units. */
public final class PairWeights {
  private final CentredColumn x;
  private final CentredColumn y;

  /** Two columns of equal length, not to be changed. */
  public PairWeights(double[] x, double[] y) {
    this.x = CentredColumn.of(x);
    this.y = CentredColumn.of(y);
  }

  /** Σ w (x - x̄)(y - ȳ) over the square root of Σ w (x - x̄)² Σ w (y - ȳ)², within -1 .. 1. */
  public double correlation(double[] weights) {
    double square = moment(x, x, weights) * moment(y, y, weights);
    if (!(square > 0)) {
      return Double.NaN;
    }
    double r = moment(x, y, weights) / Math.sqrt(square);
    return Math.max(-1, Math.min(1, r));
  }

  /** Σ w (x - x̄)(y - ȳ) / Σ w (x - x̄)². */
  public double slope(double[] weights) {
    double variance = moment(x, x, weights);
    if (!(variance > 0)) {
      return Double.NaN;
    }
    return Math.scalb(moment(x, y, weights) / variance, y.exponent() - x.exponent());
  }

  /** Σ w (x - x̄)(y - ȳ) / Σ w, in the product of the columns' units. */
  public double covariance(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return Math.scalb(moment(x, y, weights) / total, x.exponent() + y.exponent());
  }

  /**
   * Σ w (x - x̄)², Σ w (y - ȳ)² and Σ w (x - x̄)(y - ȳ), in units of powers of two, of which that
   * of y is 2^{@link #exponent} of that of x.
   */
  public double[] seconds(double[] weights) {
    return new double[] {moment(x, x, weights), moment(y, y, weights), moment(x, y, weights)};
  }

  /** The power of two that the unit of y is of that of x. */
  public int exponent() {
    return y.exponent() - x.exponent();
  }

  private static double moment(CentredColumn a, CentredColumn b, double[] weights) {
    double meanA = WithWeights.mean(a.values(), weights);
    double meanB = WithWeights.mean(b.values(), weights);
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += weights[row] * (a.values()[row] - meanA) * (b.values()[row] - meanB);
    }
    return sum;
  }
}
