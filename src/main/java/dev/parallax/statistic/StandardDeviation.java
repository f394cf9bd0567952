package dev.parallax.statistic;

import dev.parallax.model.Range;
import dev.parallax.statistic.path.OfMoments;
import java.util.Optional;

/**
 * The sample standard deviation, √(Σ(x - x̄)² / (n - 1)).
 *
 * <p>It is exactly 0 when the drawn values are all equal, and NaN when one row was drawn, or a
 * drawn number is not finite.
 */
public final class StandardDeviation implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public StandardDeviation() {}

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(m -> Math.sqrt(m.sampleVarianceX()));
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Range range(int value) {
    return Range.NOT_NEGATIVE;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    return OfMoments.prepared(
        columns, OfMoments::deviation, (moments, n) -> moments.deviation(OfMoments.factor(n)));
  }
}
