package dev.parallax.bootstrap.sample;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Follows what a statistic becomes with added errors, at 0 and some multiples of their variance, to
 * where there would be none: to -1.
 *
 * <p>The curve is {@code (p + q λ) / (1 + r λ)}, fitted by least squares to {@code (1 + r λ) g = p
 * + q λ}. The slopes and correlations of a line whose errors are attenuated follow it exactly, and
 * variances, with r = 0. Where its pole is close, the points do not say where the curve goes, and a
 * parabola by least squares is followed instead, which does less.
 */
final class Extrapolation {
  /** The least that may be left of a slope: beyond, a tenth of the scatter decides. */
  private static final double LEAST_LEFT = 0.1;

  /** The pole lies beyond twice the largest multiple of the usual four. */
  private static final double MOST_CONVEX = 0.25;

  private final double[] at;
  private final int n;
  private final double mean;
  private final double spread;
  private final double[] parabola;

  /** Through values at 0 and at these multiples. */
  Extrapolation(double... added) {
    at = DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(added)).toArray();
    n = at.length;
    mean = IntStream.range(0, n).mapToDouble(k -> at[k]).sum() / n;
    spread = IntStream.range(0, n).mapToDouble(k -> (at[k] - mean) * (at[k] - mean)).sum();
    parabola = parabola();
  }

  /** The value at -1. */
  double of(double[] values) {
    double[] change = IntStream.range(0, n).mapToDouble(k -> values[k] - values[0]).toArray();
    double size = DoubleStream.of(change).map(Math::abs).max().orElse(0);
    if (!(size > 0)) {
      return values[0] + size; // 0, or NaN where a value is
    }
    double[] curve = DoubleStream.of(change).map(value -> value / size).toArray();
    return values[0] + size * changed(curve);
  }

  /** Of values that begin at 0, the greatest of which is 1. */
  private double changed(double[] values) {
    double[] bent = IntStream.range(0, n).mapToDouble(k -> -at[k] * values[k]).toArray();
    double[] bentOff = offLine(bent);
    double norm = AddedErrors.dot(bentOff, bentOff);
    double r = norm > 0 ? AddedErrors.dot(offLine(values), bentOff) / norm : 0;
    if (-MOST_CONVEX <= r && r <= 1 - LEAST_LEFT) {
      double[] rest = IntStream.range(0, n).mapToDouble(k -> values[k] - r * bent[k]).toArray();
      return onLine(rest, -1) / (1 - r);
    }
    return AddedErrors.dot(parabola, values);
  }

  /** The line by least squares through these values, at a place. */
  private double onLine(double[] values, double place) {
    double level = 0;
    double slope = 0;
    for (int k = 0; k < n; k++) {
      level += values[k];
      slope += (at[k] - mean) * values[k];
    }
    return level / n + slope / spread * (place - mean);
  }

  /** What the line by least squares leaves of these values. */
  private double[] offLine(double[] values) {
    return IntStream.range(0, n).mapToDouble(k -> values[k] - onLine(values, at[k])).toArray();
  }

  /** What each value counts for in the parabola by least squares at -1. */
  private double[] parabola() {
    double[] bow = offLine(IntStream.range(0, n).mapToDouble(k -> at[k] * at[k]).toArray());
    double[] squares = IntStream.range(0, n).mapToDouble(k -> at[k] * at[k]).toArray();
    double bowAt = (1 - onLine(squares, -1)) / AddedErrors.dot(bow, bow);
    double[] factors = new double[n];
    for (int k = 0; k < n; k++) {
      factors[k] = 1.0 / n + (at[k] - mean) * (-1 - mean) / spread + bowAt * bow[k];
    }
    return factors;
  }
}
