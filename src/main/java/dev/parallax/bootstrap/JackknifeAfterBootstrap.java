package dev.parallax.bootstrap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a bootstrap's own results are known, as far as that is up to the data: the standard
 * error without each row comes from the replicates in whose resamples the row does not appear, so
 * that nothing is evaluated anew (Efron 1992, doi:10.1111/j.2517-6161.1992.tb01866.x).
 *
 * <p>With B not much larger than the number of rows, both errors come out too large: Monte Carlo
 * error adds to them.
 *
 * @param errorOfStandardError the jackknife's standard error of the bootstrap's standard error
 * @param errorOfBias that of the bootstrap's bias, the mean of the replicates less the estimate
 * @param standardErrorWithout the bootstrap's standard error without each row; NaN if fewer than
 *     two resamples miss the row
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data; read, not changed
public record JackknifeAfterBootstrap(
    double errorOfStandardError, double errorOfBias, double[] standardErrorWithout) {
  private static final int CHUNK = 4096;

  /** So many chunks' sums are in memory at a time. */
  private static final int AT_A_TIME = 16;

  /** Whether a resample of such a bootstrap that misses a row is one of the other rows. */
  public static boolean suits(Bootstrap bootstrap) {
    return Jackknife.suits(bootstrap)
        && bootstrap.kind() != ResamplingKind.EXACT
        && bootstrap.errorMode() == ErrorMode.RESAMPLE
        && !bootstrap.sample().roles().structured();
  }

  /**
   * The jackknife after a bootstrap of one value of a statistic.
   *
   * @param replicates the value on all resamples, in order
   * @param leftOut the value on the data without each row
   */
  public static JackknifeAfterBootstrap of(
      Bootstrap bootstrap, double[] replicates, double[] leftOut) {
    BootstrapDistribution distribution = BootstrapDistribution.of(replicates);
    double centre = distribution.mean();
    // In units in which squares are in range.
    double deviation = distribution.moments().deviation();
    int exponent = deviation > 0 ? Math.getExponent(deviation) : 0;
    Sums all = new Sums(bootstrap.sample().rows());
    int chunks = (replicates.length - 1) / CHUNK + 1;
    // Chunks of one size, added in order: the same sums on any number of threads.
    for (int first = 0; first < chunks; first += AT_A_TIME) {
      List<Sums> some =
          IntStream.range(first, Math.min(chunks, first + AT_A_TIME))
              .parallel()
              .mapToObj(chunk -> Sums.of(bootstrap, replicates, chunk, centre, exponent))
              .toList();
      some.forEach(all::add);
    }
    return of(all, leftOut, centre, exponent, Jackknife.of(bootstrap).samples());
  }

  private static JackknifeAfterBootstrap of(
      Sums all, double[] leftOut, double centre, int exponent, int[] samples) {
    double[] errors = new double[leftOut.length];
    double[] biases = new double[leftOut.length];
    for (int row = 0; row < leftOut.length; row++) {
      double n = all.count[row];
      double mean = all.first[row] / n;
      double variance = Math.max(0, all.second[row] - n * mean * mean) / (n - 1);
      errors[row] = Math.scalb(Math.sqrt(variance), exponent);
      biases[row] = Math.scalb(mean, exponent) + (centre - leftOut[row]);
    }
    return new JackknifeAfterBootstrap(
        JackknifeResult.of(0, errors, samples).standardError(),
        JackknifeResult.of(0, biases, samples).standardError(),
        errors);
  }

  /** For each row, of the replicates without it: how many, their sum and that of their squares. */
  private static final class Sums {
    final int[] count;
    final double[] first;
    final double[] second;

    Sums(int rows) {
      count = new int[rows];
      first = new double[rows];
      second = new double[rows];
    }

    static Sums of(
        Bootstrap bootstrap, double[] replicates, int chunk, double centre, int exponent) {
      Sums sums = new Sums(bootstrap.sample().rows());
      int end = (int) Math.min(replicates.length, (chunk + 1L) * CHUNK);
      for (int b = chunk * CHUNK; b < end; b++) {
        if (Double.isFinite(replicates[b])) {
          double value = Math.scalb(replicates[b] - centre, -exponent);
          sums.take(bootstrap.resample(b).counts(), value);
        }
      }
      return sums;
    }

    private void take(int[] counts, double value) {
      for (int row = 0; row < count.length; row++) {
        if (counts[row] == 0) {
          count[row]++;
          first[row] += value;
          second[row] += value * value;
        }
      }
    }

    void add(Sums other) {
      for (int row = 0; row < count.length; row++) {
        count[row] += other.count[row];
        first[row] += other.first[row];
        second[row] += other.second[row];
      }
    }
  }
}
