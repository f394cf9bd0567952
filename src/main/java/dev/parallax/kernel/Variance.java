package dev.parallax.kernel;

import dev.parallax.model.SampleMoments;
import dev.parallax.model.Unit;
import java.util.List;
import java.util.Optional;

/**
 * The sample variance, Σ(x - x̄)² / (n - 1).
 *
 * <p>It is exactly 0 when the drawn values are all equal, and NaN when one row was drawn, a drawn
 * number is not finite, or the variance is below 2^-1022 or above all doubles.
 */
public final class Variance implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Variance() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.OF_COLUMNS.power(2));
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(SampleMoments::sampleVarianceX);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    return OfMoments.prepared(
        columns,
        moments -> OfMoments.variance(moments, moments.size() - 1),
        (moments, n) -> moments.variance(OfMoments.factor(n)));
  }
}
