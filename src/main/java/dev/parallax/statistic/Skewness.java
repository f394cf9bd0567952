package dev.parallax.statistic;

import dev.parallax.model.Unit;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnMoments;
import dev.parallax.statistic.sums.Columns;
import java.util.List;

/**
 * The skewness m₃ / m₂^(3/2), with the central moments of the sample, divisor n: g₁, without
 * correction for bias.
 *
 * <p>It is NaN when the drawn values are all equal, or not all finite.
 *
 * @see <a href="https://doi.org/10.1111/1467-9884.00122">Joanes and Gill, Comparing measures of
 *     sample skewness and kurtosis (1998)</a>
 */
public final class Skewness implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Skewness() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.NONE);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[] raw = Columns.checked(columns, columns())[0];
    CentredColumn column = CentredColumn.of(raw);
    Once<Path> path = new Once<>(() -> Paths.ofColumn(raw, Paths.Moments::skewness));
    return () -> {
      ColumnMoments moments = new ColumnMoments(raw, column);
      return new SmoothValue(
          resample -> {
            moments.over(resample);
            return moments.skewness(resample);
          },
          weights -> {
            moments.over(weights);
            return moments.skewness(weights);
          },
          path);
    };
  }
}
