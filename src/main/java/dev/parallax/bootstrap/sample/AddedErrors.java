package dev.parallax.bootstrap.sample;

import dev.parallax.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/**
 * Normal errors to add to measured values, drawn so that the variances and covariances of the data
 * become just what they would be on average: errors have mean 0 and the variance that is said, and
 * go with no column, nor with each other beyond what is said. What is left to chance is how they
 * meet the rows of a resample.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1995.10476629">Stefanski and Cook,
 *     Simulation-extrapolation: the measurement error jackknife (1995)</a>
 */
final class AddedErrors {
  /** In fewer rows than these for each condition, errors would be all conditions and no chance. */
  private static final int ROWS_EACH = 2;

  private static final double NOTHING = 1e-10;

  private final double[][] values;
  private final double[][] deviations;
  private final double[] shared;
  private final int n;

  /**
   * For one or two columns.
   *
   * @param values a column each
   * @param deviations their errors' standard deviations, a column each
   * @param covariances of the two errors in each row, or null
   */
  AddedErrors(double[][] values, double[][] deviations, double[] covariances) {
    this.values = values;
    this.deviations = deviations;
    n = values[0].length;
    shared = new double[n];
    for (int row = 0; covariances != null && row < n; row++) {
      double first = deviations[0][row];
      shared[row] = first > 0 ? covariances[row] / first : 0;
    }
  }

  /** A set of errors: one for each value, as {@code [column][row]}. */
  double[][] draw(RandomStream random) {
    double[] first = new double[n];
    double[] second = new double[n];
    for (int row = 0; row < n; row++) { // in turn, as the streams are of rows
      first[row] = random.nextGaussian();
      second[row] = values.length == 2 ? random.nextGaussian() : 0;
    }
    double[] x =
        MathArrays.ebeMultiply(
            deviations[0], balanced(first, deviations[0], List.of(shared), List.of()));
    if (values.length == 1) {
      return new double[][] {x};
    }
    double[] ofFirst = deviations[0].clone();
    double[] own = new double[n];
    for (int row = 0; row < n; row++) {
      own[row] = Math.sqrt(Math.max(0, square(deviations[1][row]) - square(shared[row])));
      ofFirst[row] = deviations[0][row] > 0 ? x[row] / deviations[0][row] * shared[row] : 0;
    }
    double[] y = MathArrays.ebeMultiply(own, balanced(second, own, List.of(), List.of(x, ofFirst)));
    for (int row = 0; row < n; row++) {
      y[row] += ofFirst[row];
    }
    return new double[][] {x, y};
  }

  /**
   * These normal deviates without what would make a mean of the errors, a covariance with a column,
   * or with other errors; of the size, then, that errors have around their mean.
   */
  private double[] balanced(
      double[] deviates, double[] factor, List<double[]> alsoBy, List<double[]> others) {
    List<double[]> conditions = new ArrayList<>();
    addConditions(factor, conditions);
    alsoBy.forEach(each -> addConditions(each, conditions));
    others.forEach(other -> conditions.add(MathArrays.ebeMultiply(factor, other)));
    List<double[]> basis = basis(conditions);
    if (n < ROWS_EACH * (basis.size() + 1)) {
      return deviates;
    }
    double[] rest = deviates.clone();
    basis.forEach(direction -> takeOff(rest, direction));
    double[] errors = MathArrays.ebeMultiply(factor, rest);
    double size = dot(errors, errors);
    double wanted = dot(factor, factor) * (n - 1) / n;
    MathArrays.scaleInPlace(size > 0 ? Math.sqrt(wanted / size) : 1, rest);
    return rest;
  }

  /** That errors of deviates and this factor have mean 0, and go with no column. */
  private void addConditions(double[] factor, List<double[]> conditions) {
    conditions.add(factor.clone());
    for (double[] column : values) {
      conditions.add(MathArrays.ebeMultiply(factor, centred(column)));
    }
  }

  /** Orthogonal directions of length 1, of those that are no sums of others. */
  private static List<double[]> basis(List<double[]> conditions) {
    List<double[]> basis = new ArrayList<>();
    for (double[] condition : conditions) {
      double before = Math.sqrt(dot(condition, condition));
      double[] rest = condition.clone();
      for (int pass = 0; pass < 2; pass++) { // once more, for what rounding has left
        basis.forEach(direction -> takeOff(rest, direction));
      }
      double after = Math.sqrt(dot(rest, rest));
      if (after > NOTHING * before) {
        MathArrays.scaleInPlace(1 / after, rest);
        basis.add(rest);
      }
    }
    return basis;
  }

  private static void takeOff(double[] from, double[] direction) {
    double share = dot(from, direction);
    for (int row = 0; row < from.length; row++) {
      from[row] -= share * direction[row];
    }
  }

  private static double[] centred(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    double[] centred = column.clone();
    for (int row = 0; row < centred.length; row++) {
      centred[row] -= sum / centred.length;
    }
    return centred;
  }

  /** The sum of the products, one after the other. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int row = 0; row < a.length; row++) {
      sum += a[row] * b[row];
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }
}
