package dev.parallax.kernel;

import dev.parallax.model.Expansion;
import dev.parallax.model.SampleMoments;
import dev.parallax.model.Unit;
import java.util.List;
import java.util.Optional;

/**
 * The plug-in variance, Σ(x - x̄)² / n: that of the distribution which gives each row the share
 * 1/n.
 *
 * <p>It is exactly 0 when the drawn values are all equal, and NaN when a drawn number is not
 * finite, or the variance is below 2^-1022 or above all doubles.
 */
public final class PluginVariance implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public PluginVariance() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.OF_COLUMNS.power(2));
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(SampleMoments::varianceX);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    return OfMoments.prepared(
        columns,
        moments -> OfMoments.variance(moments, moments.size()),
        (moments, n) -> moments.variance(Expansion.constant(1)));
  }
}
