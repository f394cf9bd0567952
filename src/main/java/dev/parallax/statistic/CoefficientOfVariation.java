package dev.parallax.statistic;

import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.sums.ColumnMoments;
import java.util.List;
import java.util.Optional;

/**
 * The coefficient of variation, the standard deviation with divisor n - 1 over the mean.
 *
 * <p>It has the sign of the mean, and is NaN when the mean is 0 or one row was drawn.
 */
public final class CoefficientOfVariation implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public CoefficientOfVariation() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.NONE);
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(
        m -> m.meanX() == 0 ? Double.NaN : Math.sqrt(m.sampleVarianceX()) / m.meanX());
  }

  @Override
  public Prepared prepare(double[][] columns) {
    return OfMoments.prepared(
        columns,
        CoefficientOfVariation::relative,
        (moments, n) -> moments.deviation(OfMoments.factor(n)).over(moments.mean()));
  }

  private static double relative(ColumnMoments moments) {
    double mean = moments.mean();
    return mean == 0 ? Double.NaN : OfMoments.deviation(moments) / mean;
  }
}
