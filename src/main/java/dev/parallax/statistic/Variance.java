package dev.parallax.statistic;

import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.SampleMoments;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import java.util.List;
import java.util.Optional;

/**
 * The variance: of the sample, Σ(x - x̄)² / (n - 1), or the plug-in variance, with divisor n, which
 * is that of the distribution that gives each row the share 1/n.
 *
 * <p>It is exactly 0 when the drawn values are all equal, and NaN when a drawn number is not
 * finite, or the variance is below 2^-1022 or above all doubles; that of the sample also when one
 * row was drawn.
 */
public final class Variance implements OneColumn {
  private static final long serialVersionUID = 1L;

  private final boolean plugin;

  /** The sample variance. */
  public Variance() {
    this(false);
  }

  private Variance(boolean plugin) {
    this.plugin = plugin;
  }

  /** The plug-in variance. */
  public static Variance plugin() {
    return new Variance(true);
  }

  @Override
  public List<Unit> units() {
    return List.of(Unit.OF_COLUMNS.power(2));
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(plugin ? SampleMoments::varianceX : SampleMoments::sampleVarianceX);
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
        columns,
        moments -> OfMoments.variance(moments, moments.size() - (plugin ? 0 : 1)),
        (moments, n) -> moments.variance(plugin ? Expansion.constant(1) : OfMoments.factor(n)));
  }
}
