package dev.parallax.bootstrap.interval;

import dev.parallax.text.Digits;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The distribution over all resamples: values in ascending order with their probabilities. */
public final class ExactDistribution implements BootstrapDistribution {
  /** What sums of millions of probabilities may be wrong by. */
  private static final double ROUNDING = 1e-12;

  private final double[] values;

  /** The probability of each value and all below it; the last is 1. */
  private final double[] cumulative;

  private final double undefined;
  private final double rounding;
  private final Moments moments;

  private ExactDistribution(double[] values, double[] weights, double lost, double rounding) {
    this.values = values;
    this.rounding = rounding;
    double defined = sum(weights);
    cumulative = new double[weights.length];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] / defined;
      cumulative[k] = Math.min(1, sum);
    }
    undefined = lost == 0 ? 0 : lost / (lost + defined);
    moments = moments(values, weights, defined);
  }

  private ExactDistribution(ExactDistribution all, double undefined) {
    values = all.values;
    cumulative = all.cumulative;
    moments = all.moments;
    rounding = all.rounding;
    this.undefined = undefined;
  }

  /**
   * The distribution of every resample with its probability.
   *
   * @param values the statistic on each resample, in any order; not changed
   * @param weights their probabilities, or numbers proportional to them, none negative
   * @throws IllegalArgumentException if there are not as many weights as values, or one is not a
   *     finite number of 0 or more
   */
  public static ExactDistribution of(double[] values, double[] weights) {
    return of(values, weights, 0);
  }

  /**
   * This, where the data are rounded.
   *
   * @param rounding how far two values may be apart by it
   */
  public static ExactDistribution of(double[] values, double[] weights, double rounding) {
    if (values.length != weights.length) {
      throw new IllegalArgumentException(
          values.length + " values cannot have " + weights.length + " weights");
    }
    double lost = 0;
    double[] kept = new double[values.length];
    double[] keptWeights = new double[values.length];
    int size = 0;
    for (int k = 0; k < values.length; k++) {
      check(weights[k]);
      kept[size] = values[k];
      keptWeights[size] = weights[k];
      boolean finite = Double.isFinite(values[k]);
      size += finite ? 1 : 0;
      lost += finite ? 0 : weights[k];
    }
    kept = Arrays.copyOf(kept, size);
    keptWeights = Arrays.copyOf(keptWeights, size);
    WeightedSort.sort(kept, keptWeights);
    return new ExactDistribution(kept, keptWeights, lost, rounding);
  }

  private static void check(double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a weight is 0 or more and finite, not " + Digits.shortest(weight));
    }
  }

  private static double sum(double[] weights) {
    return Arrays.stream(weights).sum(); // compensated, in the order of the values
  }

  private static Moments moments(double[] values, double[] weights, double total) {
    double rough = 0;
    for (int k = 0; k < values.length; k++) {
      rough += weights[k] / total * values[k];
    }
    double off = 0;
    for (int k = 0; k < values.length; k++) {
      off += weights[k] / total * (values[k] - rough);
    }
    double mean = values.length == 0 ? Double.NaN : rough + off;
    int exponent = exponent(values, mean);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int k = 0; k < values.length; k++) {
      double d = Math.scalb(values[k] - mean, -exponent);
      double w = weights[k] / total;
      second += w * d * d;
      third += w * d * d * d;
      fourth += w * d * d * (d * d);
    }
    return Moments.of(mean, exponent, second, third, fourth);
  }

  /** Of the unit in which the largest deviation is about 1: all powers of it are in range. */
  private static int exponent(double[] sorted, double mean) {
    int last = sorted.length - 1;
    double largest = last < 0 ? 0 : Math.max(sorted[last] - mean, mean - sorted[0]);
    return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
  }

  @Override
  public double rounding() {
    return rounding;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public double value(int rank) {
    return values[rank];
  }

  @Override
  public double undefined() {
    return undefined;
  }

  @Override
  public double draws() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Moments moments() {
    return moments;
  }

  @Override
  public double standardDeviation() {
    return values.length < 2 ? Double.NaN : moments.deviation();
  }

  @Override
  public double quantile(double p) {
    if (values.length == 0) {
      return Double.NaN;
    }
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] < p - ROUNDING) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return values[low];
  }

  @Override
  public double fractionBelow(double value) {
    double tolerance = tolerance(value);
    double below = upTo(Math.nextDown(value - tolerance));
    return (below + upTo(value + tolerance)) / 2;
  }

  /** The probability of the values that are at most this one. */
  private double upTo(double value) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : cumulative[low - 1];
  }

  @Override
  public BootstrapDistribution transformed(DoubleUnaryOperator increasing) {
    double[] weights = new double[values.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = cumulative[k] - (k == 0 ? 0 : cumulative[k - 1]);
    }
    ExactDistribution all = of(Arrays.stream(values).map(increasing).toArray(), weights, 0);
    return new ExactDistribution(all, undefined + (1 - undefined) * all.undefined);
  }
}
