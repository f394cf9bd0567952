package dev.parallax.bootstrap.sample;

import dev.parallax.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the measurement errors of a sample's rows. */
final class ErrorReader {
  private ErrorReader() {}

  /**
   * The errors that the roles name.
   *
   * @throws IllegalArgumentException if one is missing or negative in a row without a limit, or if
   *     a covariance is more than its two errors allow
   */
  static MeasurementErrors read(Selection selected, Roles roles) {
    boolean[] limited = limited(selected, roles);
    double[][] low = new double[roles.values().size()][0];
    double[][] high = low.clone();
    for (Roles.ErrorColumns errors : roles.errors()) {
      int column = errors.column();
      if (low[column].length > 0) {
        throw new IllegalArgumentException(
            "the errors of '" + roles.values().get(column) + "' are given twice");
      }
      low[column] = selected.amounts(errors.low(), "error", limited);
      high[column] =
          errors.symmetric() ? low[column] : selected.amounts(errors.high(), "error", limited);
    }
    double[] covariance = {};
    if (roles.covariance().isPresent()) {
      covariance = covariance(selected, roles, low, high, limited);
    }
    return new MeasurementErrors(low, high, covariance, limited);
  }

  /**
   * The errors as columns of a statistic that takes them: the standard deviations, 0 for a column
   * whose errors are not given, and of two columns of values the covariance.
   *
   * @throws IllegalArgumentException if those of a column are asymmetric
   */
  static List<double[]> columns(Selection selected, Roles roles) {
    MeasurementErrors errors = read(selected, roles);
    int rows = selected.rows().length;
    List<double[]> columns = new ArrayList<>();
    for (int c = 0; c < errors.low().length; c++) {
      if (errors.low()[c] != errors.high()[c]) {
        throw new IllegalArgumentException(
            "the statistic takes symmetric errors, and those of '"
                + roles.values().get(c)
                + "' are not");
      }
      columns.add(errors.low()[c].length == 0 ? new double[rows] : errors.low()[c]);
    }
    if (columns.size() == 2) {
      columns.add(errors.covariance().length == 0 ? new double[rows] : errors.covariance());
    }
    return columns;
  }

  private static boolean[] limited(Selection selected, Roles roles) {
    int rows = selected.rows().length;
    boolean[] limited = new boolean[roles.limits().isEmpty() ? 0 : rows];
    for (String column : roles.limits()) {
      double[] limits = column.isEmpty() ? new double[rows] : selected.limits(column);
      for (int row = 0; row < rows; row++) {
        limited[row] |= limits[row] != 0;
      }
    }
    return limited;
  }

  private static double[] covariance(
      Selection selected, Roles roles, double[][] low, double[][] high, boolean[] limited) {
    boolean both = low.length == 2 && low[0].length > 0 && low[1].length > 0;
    if (!both || low[0] != high[0] || low[1] != high[1]) {
      throw new IllegalArgumentException(
          "a covariance of errors needs symmetric errors of both columns");
    }
    String column = roles.covariance().get();
    double[] values = selected.numbers(column);
    for (int k = 0; k < values.length; k++) {
      boolean exempt = limited.length > 0 && limited[k];
      double most = low[0][k] * low[1][k];
      // What a table's rounding does to an error correlation of 1 is no mistake.
      if (!exempt && !(Math.abs(values[k]) <= most * (1 + 1e-6))) {
        throw tooLarge(selected, column, k, most, values[k]);
      }
    }
    return Arrays.copyOf(values, values.length);
  }

  private static IllegalArgumentException tooLarge(
      Selection selected, String column, int row, double most, double value) {
    return new IllegalArgumentException(
        selected.table().name()
            + ": column '"
            + column
            + "', row "
            + (selected.table().rowInFile(selected.rows()[row]) + 1)
            + ": a covariance of errors lies within -"
            + Digits.shortest(most)
            + " .. "
            + Digits.shortest(most)
            + ", the product of the errors, not "
            + (Double.isNaN(value) ? "missing" : Digits.shortest(value)));
  }
}
