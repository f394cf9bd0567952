package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;

/** Every resample of a small data set, with its multinomial probability. */
final class Enumerated implements Resample {
  private final int[] counts;
  private final int[] rows;
  private final double[] logFactorials;
  private final Statistic.Evaluator evaluator;
  private final double[] values;
  private final double[] weights;
  private int found;

  private Enumerated(Statistic statistic, double[][] columns) {
    int n = columns[0].length;
    counts = new int[n];
    rows = new int[n];
    logFactorials = new double[n + 1];
    for (int k = 2; k <= n; k++) {
      logFactorials[k] = logFactorials[k - 1] + Math.log(k);
    }
    evaluator = statistic.prepare(columns).evaluator();
    long all = 1;
    for (int k = 1; k < n; k++) {
      all = all * (n + k) / k; // C(2 n - 1, n - 1)
    }
    values = new double[(int) all];
    weights = new double[(int) all];
  }

  /** The exact distribution of a statistic of one value. */
  static BootstrapDistribution distribution(Statistic statistic, double[]... columns) {
    Enumerated all = new Enumerated(statistic, columns);
    all.place(0, columns[0].length);
    return ExactDistribution.of(all.values, all.weights);
  }

  private void place(int row, int left) {
    if (row == counts.length - 1) {
      counts[row] = left;
      evaluate();
      return;
    }
    for (int count = 0; count <= left; count++) {
      counts[row] = count;
      place(row + 1, left - count);
    }
  }

  private void evaluate() {
    int n = counts.length;
    double log = logFactorials[n] - n * Math.log(n);
    int at = 0;
    for (int row = 0; row < n; row++) {
      log -= logFactorials[counts[row]];
      for (int k = 0; k < counts[row]; k++) {
        rows[at++] = row;
      }
    }
    values[found] = evaluator.evaluate(this);
    weights[found++] = Math.exp(log);
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public int[] counts() {
    return counts;
  }
}
