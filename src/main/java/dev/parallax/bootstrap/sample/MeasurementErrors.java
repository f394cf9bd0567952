package dev.parallax.bootstrap.sample;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;

/**
 * Draws each value anew about the one measured, from the distribution that its error describes: a
 * normal one, or for an asymmetric error a split normal one, which is below the measured value with
 * probability low / (low + high); two columns' errors may be correlated, row by row. Rows with a
 * limit stay as they are.
 *
 * @param low by column, the standard deviation below each row's value; empty for an exact column
 * @param high likewise above it; the same array if the errors are symmetric
 * @param covariance of the errors of the first two columns, row by row; empty if there is none
 * @param limited which rows have a limit; empty if none
 * @see <a href="https://arxiv.org/abs/1411.3816">Curran, Monte Carlo error analyses of Spearman's
 *     rank test (2014)</a>
 */
@SuppressWarnings("ArrayRecordComponent") // made once, for all replicates
public record MeasurementErrors(
    double[][] low, double[][] high, double[] covariance, boolean[] limited)
    implements Perturbation {
  private static final long serialVersionUID = 1L;

  @Override
  public double[][] perturbed(double[][] columns, Resample resample, RandomStream random) {
    int[] rows = resample.rows();
    double[][] drawn = new double[columns.length][rows.length];
    for (int k = 0; k < rows.length; k++) {
      int row = rows[k];
      for (int c = 0; c < columns.length; c++) {
        drawn[c][k] = columns[c][row];
      }
      if (limited.length > 0 && limited[row]) {
        continue;
      }
      if (covariance.length > 0) {
        correlated(drawn, k, row, random);
      } else {
        independent(drawn, k, row, random);
      }
    }
    return drawn;
  }

  private void independent(double[][] drawn, int k, int row, RandomStream random) {
    for (int c = 0; c < low.length; c++) {
      if (low[c].length > 0) {
        double normal = random.nextGaussian();
        double below = low[c][row];
        double above = high[c][row];
        if (low[c] == high[c]) {
          drawn[c][k] += below * normal;
        } else {
          // One draw more for every row, so that equal errors take as many as others.
          boolean left = random.nextDouble() * (below + above) < below;
          drawn[c][k] += left ? -below * Math.abs(normal) : above * Math.abs(normal);
        }
      }
    }
  }

  private void correlated(double[][] drawn, int k, int row, RandomStream random) {
    double first = random.nextGaussian();
    double second = random.nextGaussian();
    double x = low[0][row];
    double y = low[1][row];
    double share = x > 0 ? covariance[row] / x : 0;
    drawn[0][k] += x * first;
    drawn[1][k] += share * first + Math.sqrt(Math.max(0, y * y - share * share)) * second;
  }
}
