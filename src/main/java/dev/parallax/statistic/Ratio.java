package dev.parallax.statistic;

import dev.parallax.model.Exchange;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.PathOfMeans;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnSums;
import dev.parallax.statistic.sums.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ratio of totals, Σy / Σx, which is that of the means. It is NaN when Σx is 0.
 *
 * <p>Each mean is taken about its column's median, as {@link Mean} does.
 */
public final class Ratio implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Ratio() {}

  @Override
  public boolean isAboutLine() {
    return false;
  }

  @Override
  public List<Unit> units() {
    return List.of(Unit.ofColumn(1).per(Unit.ofColumn(0)));
  }

  @Override
  public Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(m -> ratio(m.meanY(), m.meanX()));
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    CentredColumn x = CentredColumn.inUnits(checked[0]);
    CentredColumn y = CentredColumn.inUnits(checked[1]);
    Once<PathOfMeans> path = new Once<>(() -> path(checked[0], checked[1]));
    return () -> {
      ColumnSums sumsX = new ColumnSums();
      ColumnSums sumsY = new ColumnSums();
      return new SmoothValue(
          resample -> {
            sumsX.over(x, resample);
            sumsY.over(y, resample);
            double n = resample.size();
            return ratio(y.restored(sumsY.first() / n), x.restored(sumsX.first() / n));
          },
          weights -> path.get().at(weights),
          path);
    };
  }

  private static PathOfMeans path(double[] x, double[] y) {
    int exponentX = SlopeThroughOrigin.exponent(x);
    int exponentY = SlopeThroughOrigin.exponent(y);
    double[] even = new double[x.length];
    Arrays.fill(even, 1);
    return Paths.ratio(
        SlopeThroughOrigin.scaled(x, exponentX),
        SlopeThroughOrigin.scaled(y, exponentY),
        even,
        exponentY - exponentX);
  }

  /** NaN rather than infinite when the divisor is 0. */
  static double ratio(double of, double to) {
    return to == 0 ? Double.NaN : of / to;
  }
}
