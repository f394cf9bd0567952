package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import java.util.List;

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
   * @param sums what was computed of the replicates
   * @param outcomes its results, in item order
   * @param leftOut the value on the data without each row
   */
  public static JackknifeAfterBootstrap of(
      ReplicateSums sums, Iterable<Outcome> outcomes, double[] leftOut) {
    return of(
        Sums.of(sums.samples().length, outcomes),
        leftOut,
        sums.centre(),
        sums.exponent(),
        sums.samples());
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

    /** Adds what chunks of replicates have, in their order. */
    static Sums of(int rows, Iterable<Outcome> outcomes) {
      Sums sums = new Sums(rows);
      for (Outcome outcome : outcomes) {
        List<Column> columns = outcome.result().columns();
        for (int i = 0; i < outcome.block().size(); i++) {
          int row = (int) (outcome.block().item(i) % rows);
          sums.count[row] += (int) columns.get(0).bits(i);
          sums.first[row] += columns.get(1).number(i);
          sums.second[row] += columns.get(2).number(i);
        }
      }
      return sums;
    }
  }
}
