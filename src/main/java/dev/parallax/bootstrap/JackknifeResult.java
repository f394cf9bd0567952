package dev.parallax.bootstrap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data; read, not changed
public record JackknifeResult(
    double bias,
    double standardError,
    double acceleration,
    double[] influence,
    double[] leftOut,
    int undefined) {

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
    int undefined = (int) Arrays.stream(leftOut).filter(v -> !Double.isFinite(v)).count();
    int count = Arrays.stream(samples).max().orElse(-1) + 1;
    double[] mean = new double[count];
    int[] size = new int[count];
    for (int i = 0; i < leftOut.length; i++) {
      size[samples[i]]++;
      // Deviations from the estimate are small, so that their sum is exact enough.
      mean[samples[i]] += leftOut[i] - estimate;
    }
    double bias = 0;
    for (int s = 0; s < count; s++) {
      mean[s] /= size[s];
      bias += size[s] == 0 ? 0 : (size[s] - 1) * mean[s];
    }
    double[] influence = new double[leftOut.length];
    double squares = 0;
    double cubes = 0;
    double variance = 0;
    for (int i = 0; i < leftOut.length; i++) {
      double n = size[samples[i]];
      influence[i] = (n - 1) * (mean[samples[i]] - (leftOut[i] - estimate));
      double u = influence[i] / n;
      squares += u * u;
      cubes += u * u * u;
      variance += u * u * n / (n - 1);
    }
    double acceleration = squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    return new JackknifeResult(
        bias, Math.sqrt(variance), acceleration, influence, leftOut, undefined);
  }

  /** Whether the statistic is defined without each of the rows. */
  public boolean defined() {
    return undefined == 0;
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
