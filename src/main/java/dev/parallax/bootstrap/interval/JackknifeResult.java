package dev.parallax.bootstrap.interval;

import dev.parallax.sum.ExactSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a jackknife says: the statistic with one row left out, for each row (Efron and Tibshirani
 * 1993, chapter 11, doi:10.1007/978-1-4899-4541-9). In two samples, or strata, the sums below run
 * within each.
 *
 * @param bias (n - 1) (mean of θ(i) - θ)
 * @param standardError sqrt((n - 1) / n Σ (θ(i) - mean)²)
 * @param acceleration Σ d³ / (6 (Σ d²)^(3/2)) with d = mean - θ(i), the centred jackknife's
 *     estimate of BCa's a; 0 where all θ(i) are equal
 * @param influence (n - 1) (mean - θ(i)) for each row: what a row adds to the statistic
 * @param leftOut θ(i), the statistic without each row
 * @param undefined for how many rows the statistic without them is not finite; where it is so for
 *     one or more, all else is NaN
 * @param rounded whether leaving out a row changes the value by so little that rounding matters: by
 *     more than 0.05 standard errors in the bias; if so, all else is NaN
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data; read, not changed
public record JackknifeResult(
    double bias,
    double standardError,
    double acceleration,
    double[] influence,
    double[] leftOut,
    int undefined,
    boolean rounded) {
  /** In standard errors: how far rounding may move the bias. */
  private static final double LOST = 0.05;

  /** The jackknife of an estimate, from its value without each row. */
  public static JackknifeResult of(double estimate, double[] leftOut) {
    return of(estimate, leftOut, new int[leftOut.length]);
  }

  /**
   * The jackknife of an estimate from several samples.
   *
   * @param estimate the statistic of all rows
   * @param leftOut its value without each row
   * @param samples the number of each row's sample, from 0
   */
  public static JackknifeResult of(double estimate, double[] leftOut, int[] samples) {
    double[] changes = Arrays.stream(leftOut).map(value -> value - estimate).toArray();
    JackknifeResult result = ofChanges(changes, leftOut, samples);
    // The estimate's own rounding is in every change, and n - 1 times in the bias.
    double rounding = Math.ulp(estimate) / 2 * (leftOut.length - 1);
    return rounding > LOST * result.standardError && result.standardError > 0
        ? lost(leftOut)
        : result;
  }

  private static JackknifeResult lost(double[] leftOut) {
    double[] influence = new double[leftOut.length];
    Arrays.fill(influence, Double.NaN);
    return new JackknifeResult(Double.NaN, Double.NaN, Double.NaN, influence, leftOut, 0, true);
  }

  /**
   * The jackknife from changes that are known better than from differences of rounded values.
   *
   * @param changes the statistic without each row, less that of all rows
   * @param leftOut the statistic without each row
   * @param samples the number of each row's sample, from 0
   */
  public static JackknifeResult ofChanges(double[] changes, double[] leftOut, int[] samples) {
    int count = Arrays.stream(samples).max().orElse(-1) + 1;
    ExactSum[] sums = new ExactSum[count];
    Arrays.setAll(sums, s -> new ExactSum());
    int[] size = new int[count];
    for (int i = 0; i < changes.length; i++) {
      size[samples[i]]++;
      sums[samples[i]].add(changes[i]);
    }
    double[] mean = new double[count];
    double bias = 0;
    for (int s = 0; s < count; s++) {
      mean[s] = sums[s].over(Math.max(1, size[s]));
      bias += size[s] == 0 ? 0 : (size[s] - 1) * mean[s];
    }
    double[] influence = new double[changes.length];
    for (int i = 0; i < changes.length; i++) {
      influence[i] = (size[samples[i]] - 1.0) * (mean[samples[i]] - changes[i]);
    }
    return of(bias, influence, leftOut, i -> size[samples[i]], exponent(changes));
  }

  /**
   * The result of influences.
   *
   * @param size how many rows the sample of each has
   * @param exponent of the power of two in whose units squares and cubes are in range
   */
  private static JackknifeResult of(
      double bias, double[] influence, double[] leftOut, IntUnaryOperator size, int exponent) {
    int undefined = (int) Arrays.stream(leftOut).filter(v -> !Double.isFinite(v)).count();
    ExactSum squares = new ExactSum();
    ExactSum cubes = new ExactSum();
    ExactSum variance = new ExactSum();
    for (int i = 0; i < influence.length; i++) {
      double n = size.applyAsInt(i);
      double u = Math.scalb(influence[i], -exponent) / n;
      squares.add(u * u);
      cubes.add(u * u * u);
      variance.add(u * u * n / (n - 1));
    }
    double second = squares.value();
    double acceleration = second == 0 ? 0 : cubes.value() / (6 * second * Math.sqrt(second));
    double error = Math.scalb(Math.sqrt(variance.value()), exponent);
    return new JackknifeResult(bias, error, acceleration, influence, leftOut, undefined, false);
  }

  private static int exponent(double[] changes) {
    double largest = Arrays.stream(changes).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** Whether the statistic is defined without each of the rows, and known well enough. */
  public boolean defined() {
    return undefined == 0 && !rounded;
  }

  /** The rows of the largest influence, in either direction, that of the largest first. */
  public List<Integer> mostInfluential(int most) {
    return IntStream.range(0, influence.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -Math.abs(influence[row])))
        .limit(most)
        .toList();
  }
}
