package dev.parallax.bootstrap.sample;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;

/**
 * The parametric bootstrap of normal data: in each stratum, rows of the columns that are modelled
 * are drawn from the normal distribution with the rows' means and their covariances with divisor n
 * - 1 (Efron and Tibshirani 1993, section 6.5); other columns stay as they are.
 *
 * @param modelled how many columns, from the first, are modelled together
 * @param strata the number of each row's stratum
 * @param means by stratum and column
 * @param roots by stratum, the lower triangle L of the covariances L Lᵀ, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // made once, for all replicates
public record NormalModel(int modelled, int[] strata, double[][] means, double[][][] roots)
    implements Perturbation {
  private static final long serialVersionUID = 1L;

  /** The model fitted to a data set. */
  public static NormalModel of(double[][] columns, int modelled, int[] strata, int count) {
    double[][] means = new double[count][modelled];
    double[][][] roots = new double[count][][];
    for (int stratum = 0; stratum < count; stratum++) {
      double[][] centred = new double[modelled][];
      for (int c = 0; c < modelled; c++) {
        centred[c] = rows(columns[c], strata, stratum);
        means[stratum][c] = mean(centred[c]);
        for (int row = 0; row < centred[c].length; row++) {
          centred[c][row] -= means[stratum][c];
        }
      }
      roots[stratum] = root(centred);
    }
    return new NormalModel(modelled, strata, means, roots);
  }

  private static double[] rows(double[] column, int[] strata, int stratum) {
    double[] rows = new double[column.length];
    int size = 0;
    for (int row = 0; row < column.length; row++) {
      if (strata[row] == stratum) {
        rows[size++] = column[row];
      }
    }
    return java.util.Arrays.copyOf(rows, size);
  }

  /** About the first value, so that a large mean costs no digits. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /** Cholesky's factor of the covariances; a column that depends on those before gets a 0. */
  private static double[][] root(double[][] centred) {
    double[][] root = new double[centred.length][centred.length];
    for (int i = 0; i < centred.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance(centred[i], centred[j]);
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j) {
          root[i][i] = Math.sqrt(Math.max(0, rest));
        } else {
          root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
        }
      }
    }
    return root;
  }

  private static double covariance(double[] a, double[] b) {
    double sum = 0;
    for (int row = 0; row < a.length; row++) {
      sum += a[row] * b[row];
    }
    return sum / (a.length - 1);
  }

  @Override
  public double[][] perturbed(double[][] columns, Resample resample, RandomStream random) {
    double[][] drawn = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      drawn[c] = columns[c].clone();
    }
    double[] normals = new double[modelled];
    for (int row = 0; row < strata.length; row++) {
      random.gaussians(normals, 0, modelled);
      double[][] root = roots[strata[row]];
      for (int c = 0; c < modelled; c++) {
        double value = means[strata[row]][c];
        for (int k = 0; k <= c; k++) {
          value += root[c][k] * normals[k];
        }
        drawn[c][row] = value;
      }
    }
    return drawn;
  }
}
