package dev.parallax.kernel;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import java.util.stream.IntStream;

/**
 * The sample standard deviation, √(Σ(x - x̄)² / (n - 1)).
 *
 * <p>It is exactly 0 when the drawn values are all equal, and NaN when one row was drawn, or a
 * drawn number is not finite.
 */
public final class StandardDeviation implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public StandardDeviation() {}

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[] raw = Columns.checked(columns, columns())[0];
    CentredColumn column = CentredColumn.of(raw);
    return () -> new OfColumn(raw, column);
  }

  private static final class OfColumn implements Evaluator {
    private final double[] raw;
    private final CentredColumn column;
    private final ColumnSums sums = new ColumnSums();

    OfColumn(double[] raw, CentredColumn column) {
      this.raw = raw;
      this.column = column;
    }

    @Override
    public double evaluate(Resample resample) {
      double n = resample.size();
      double variance = variance(column, resample);
      if (n == 0 || Soundness.sound(variance, n * sums.second())) {
        return deviation(column, variance, n);
      }
      double[] values = IntStream.of(resample.rows()).mapToDouble(row -> raw[row]).toArray();
      CentredColumn drawn = CentredColumn.of(values);
      return deviation(drawn, variance(drawn, Resample.everyRow(values.length)), n);
    }

    /** Times n², in the column's units. */
    private double variance(CentredColumn of, Resample resample) {
      sums.over(of, resample);
      return resample.size() * sums.second() - sums.first() * sums.first();
    }

    private static double deviation(CentredColumn of, double variance, double n) {
      return Math.scalb(Math.sqrt(variance / (n * (n - 1))), of.exponent());
    }
  }
}
