package dev.parallax.statistic;

import dev.parallax.model.Exchange;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.PathOfMeans;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairSums;
import dev.parallax.statistic.sums.PatientSums;
import java.util.List;
import java.util.Optional;

/**
 * The slope of the least-squares line through the origin, Σxy / Σx², in units of y per unit of x.
 * It is NaN when every drawn x is 0.
 */
public final class SlopeThroughOrigin implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public SlopeThroughOrigin() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.ofColumn(1).per(Unit.ofColumn(0)));
  }

  @Override
  public Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  public boolean throughOrigin() {
    return true;
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(
        m -> (m.covariance() + m.meanX() * m.meanY()) / (m.varianceX() + m.meanX() * m.meanX()));
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    int exponentX = exponent(checked[0]);
    int exponentY = exponent(checked[1]);
    double[] x = scaled(checked[0], exponentX);
    double[] y = scaled(checked[1], exponentY);
    Once<PathOfMeans> path = new Once<>(() -> Paths.ratio(x, y, x, exponentY - exponentX));
    boolean counted = x.length > CentredColumn.DRAWN_ROWS && finite(x) && finite(y);
    PairSums shared = PatientSums.of(x, y, counted);
    return () -> {
      double[] sums = new double[PairSums.ROOM];
      return new SmoothValue(
          resample -> {
            shared.over(resample, sums);
            return Math.scalb(sums[4] / sums[2], exponentY - exponentX);
          },
          weights -> path.get().at(weights),
          path);
    };
  }

  /** The power of two in whose units the largest finite entry is 1 or a little more. */
  static int exponent(double[] column) {
    double largest = 0;
    for (double value : column) {
      largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  static double[] scaled(double[] column, int exponent) {
    double[] scaled = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      scaled[row] = Math.scalb(column[row], -exponent);
    }
    return scaled;
  }

  private static boolean finite(double[] column) {
    for (double value : column) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
