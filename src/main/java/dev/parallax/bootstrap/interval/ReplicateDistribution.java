package dev.parallax.bootstrap.interval;

import dev.parallax.sum.ExactMoments;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The distribution of Monte Carlo replicates: sorted once, so that quantiles cost nothing. */
public final class ReplicateDistribution implements BootstrapDistribution {
  private final double[] sorted;
  private final long undefined;
  private final double rounding;
  private final Moments moments;
  private final double deviation;

  /** Linear functions of the resamples' counts, in the order of the values; or none. */
  private final double[][] controls;

  private ReplicateDistribution(
      double[] sorted, long undefined, double rounding, double[][] controls) {
    this.controls = controls;
    this.sorted = sorted;
    this.undefined = undefined;
    this.rounding = rounding;
    ExactMoments exact = ExactMoments.of(sorted);
    moments = moments(sorted, exact);
    deviation = exact.sd();
  }

  /**
   * The distribution of Monte Carlo replicates, each of the same weight.
   *
   * @param replicates in any order; not changed
   */
  public static ReplicateDistribution of(double[] replicates) {
    return of(replicates, 0);
  }

  /**
   * This, where the data are rounded.
   *
   * @param rounding how far two values may be apart by it
   */
  public static ReplicateDistribution of(double[] replicates, double rounding) {
    double[] finite = finite(replicates);
    // Numbers in their total order are the same bits whoever sorts them.
    Arrays.parallelSort(finite);
    return new ReplicateDistribution(
        finite, replicates.length - finite.length, rounding, new double[0][]);
  }

  /**
   * The distribution of the replicates of a balanced bootstrap.
   *
   * @param controls linear functions of the resamples' counts, in the order of the replicates, NaN
   *     where they are not known; none for independent replicates
   */
  public static ReplicateDistribution of(
      double[] replicates, double rounding, double[][] controls) {
    if (controls.length == 0) {
      return of(replicates, rounding);
    }
    double[] finite = new double[replicates.length];
    double[] places = new double[replicates.length];
    int size = 0;
    for (int b = 0; b < replicates.length; b++) {
      finite[size] = replicates[b];
      places[size] = b;
      size += Double.isFinite(replicates[b]) ? 1 : 0;
    }
    double[] sorted = Arrays.copyOf(finite, size);
    double[] order = Arrays.copyOf(places, size);
    WeightedSort.sort(sorted, order);
    double[][] own =
        Arrays.stream(controls)
            .map(control -> Arrays.stream(order).map(b -> control[(int) b]).toArray())
            .toArray(double[][]::new);
    return new ReplicateDistribution(sorted, replicates.length - size, rounding, own);
  }

  @Override
  public double scatter(DoubleUnaryOperator function) {
    if (controls.length == 0) {
      return 1;
    }
    int[] known =
        IntStream.range(0, sorted.length).filter(b -> !Double.isNaN(controls[0][b])).toArray();
    double[] numbers =
        Arrays.stream(known).mapToDouble(b -> function.applyAsDouble(sorted[b])).toArray();
    double[][] there =
        Arrays.stream(controls)
            .map(control -> Arrays.stream(known).mapToDouble(b -> control[b]).toArray())
            .toArray(double[][]::new);
    return left(numbers, there);
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

  /** Mean and deviation exactly, then the powers of deviations over that. */
  private static Moments moments(double[] values, ExactMoments exact) {
    double mean = exact.mean();
    double deviation = exact.rootMeanSquare();
    double third = 0;
    double fourth = 0;
    for (double value : values) {
      double d = (value - mean) / deviation;
      third += d * d * d;
      fourth += d * d * (d * d);
    }
    boolean equal = deviation == 0;
    int n = values.length;
    return new Moments(mean, deviation, equal ? 0 : third / n, equal ? 0 : fourth / n);
  }

  @Override
  public double rounding() {
    return rounding;
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
    return deviation;
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
    ReplicateDistribution other = of(Arrays.stream(sorted).map(increasing).toArray(), 0, controls);
    return new ReplicateDistribution(
        other.sorted, undefined + sorted.length - other.sorted.length, 0, other.controls);
  }

  /**
   * Which share of the standard deviation of numbers is left when linear functions are taken away.
   *
   * @param numbers for each replicate, changed here
   * @param basis the functions, in the same order of the replicates, changed here
   */
  private static double left(double[] numbers, double[][] basis) {
    centre(numbers);
    double all = product(numbers, numbers);
    for (int k = 0; k < basis.length; k++) {
      centre(basis[k]);
      double length = product(basis[k], basis[k]);
      for (int j = 0; j < k; j++) {
        takeAway(basis[j], basis[k]);
      }
      // What is left of one that the others contain is rounding.
      if (!(product(basis[k], basis[k]) > 1e-20 * length)) {
        Arrays.fill(basis[k], 0);
      }
    }
    for (double[] control : basis) {
      takeAway(control, numbers);
    }
    return all > 0 ? Math.sqrt(product(numbers, numbers) / all) : 1;
  }

  private static void centre(double[] numbers) {
    double mean = 0;
    for (double number : numbers) {
      mean += number / numbers.length;
    }
    for (int b = 0; b < numbers.length; b++) {
      numbers[b] -= mean;
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void takeAway(double[] control, double[] numbers) {
    double length = product(control, control);
    double share = length > 0 ? product(control, numbers) / length : 0;
    for (int b = 0; b < numbers.length; b++) {
      numbers[b] -= share * control[b];
    }
  }
}
