package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.statistic.sums.PairTable;
import dev.parallax.statistic.sums.PairWeights;
import java.util.List;
import java.util.Optional;

/**
 * The slope of the ordinary least-squares line of the second column on the first, Σ(x - x̄)(y - ȳ)
 * / Σ(x - x̄)², in units of y per unit of x.
 *
 * <p>It is exactly 0 when the drawn y are all equal and the x are not, and NaN when the drawn x are
 * all equal, or a drawn number is not finite.
 */
public final class Slope implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Slope() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.ofColumn(1).per(Unit.ofColumn(0)));
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(m -> m.varianceX() > 0 ? m.covariance() / m.varianceX() : Double.NaN);
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.SLOPE);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    PairTable table = new PairTable(checked[0], checked[1]);
    PairWeights weighted = new PairWeights(checked[0], checked[1]);
    Once<Path> path = new Once<>(() -> Paths.ofPair(checked, Paths.PairMoments::slope));
    return () -> {
      PairMoments moments = new PairMoments(table);
      return new SmoothValue(
          resample -> {
            moments.over(resample);
            return slope(moments);
          },
          weighted::slope,
          path);
    };
  }

  static double slope(PairMoments moments) {
    if (!(moments.varianceX() > 0) || !(moments.varianceY() >= 0)) {
      return Double.NaN;
    }
    double slope = moments.covariance() / moments.varianceX();
    return Math.scalb(slope, moments.exponentY() - moments.exponentX());
  }
}
