package dev.parallax.bootstrap;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The distribution of Monte Carlo replicates: sorted once, so that quantiles cost nothing. */
final class ReplicateDistribution implements BootstrapDistribution {
  private final double[] sorted;
  private final long undefined;
  private final Moments moments;

  private ReplicateDistribution(double[] sorted, long undefined) {
    this.sorted = sorted;
    this.undefined = undefined;
    moments = moments(sorted);
  }

  static ReplicateDistribution of(double[] replicates) {
    double[] finite = finite(replicates);
    // Numbers in their total order are the same bits whoever sorts them.
    Arrays.parallelSort(finite);
    return new ReplicateDistribution(finite, replicates.length - finite.length);
  }

  private static double[] finite(double[] values) {
    double[] kept = new double[values.length];
    int size = 0;
    for (double value : values) {
      kept[size] = value;
      size += Double.isFinite(value) ? 1 : 0;
    }
    return size == kept.length ? kept : Arrays.copyOf(kept, size);
  }

  /** Two passes: the mean, corrected by the mean deviation from it, then the powers. */
  private static Moments moments(double[] values) {
    int n = values.length;
    double rough = 0;
    for (double value : values) {
      rough += value / n;
    }
    double off = 0;
    for (double value : values) {
      off += value - rough;
    }
    double mean = n == 0 ? Double.NaN : rough + off / n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : values) {
      double d = value - mean;
      second += d * d;
      third += d * d * d;
      fourth += d * d * (d * d);
    }
    return new Moments(mean, second / n, third / n, fourth / n);
  }

  @Override
  public int size() {
    return sorted.length;
  }

  @Override
  public double value(int rank) {
    return sorted[rank];
  }

  @Override
  public double undefined() {
    return undefined / (double) (sorted.length + undefined);
  }

  @Override
  public double draws() {
    return sorted.length;
  }

  @Override
  public Moments moments() {
    return moments;
  }

  @Override
  public double standardDeviation() {
    int n = sorted.length;
    return n < 2 ? Double.NaN : Math.sqrt(moments.second() * n / (n - 1));
  }

  @Override
  public double quantile(double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    double between = low + (place - below) * (high - low);
    return Double.isFinite(between) ? between : low; // neighbours further apart than a double
  }

  @Override
  public double fractionBelow(double value) {
    double tolerance = tolerance(value);
    double below = countUpTo(Math.nextDown(value - tolerance));
    double notAbove = countUpTo(value + tolerance);
    return (below + notAbove) / 2 / sorted.length;
  }

  /** How many values are at most this one. */
  private int countUpTo(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public BootstrapDistribution transformed(DoubleUnaryOperator increasing) {
    double[] finite = finite(Arrays.stream(sorted).map(increasing).toArray());
    return new ReplicateDistribution(finite, undefined + sorted.length - finite.length);
  }
}
