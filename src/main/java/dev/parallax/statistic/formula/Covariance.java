package dev.parallax.statistic.formula;

import dev.parallax.model.Statistic;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.statistic.sums.PairTable;
import dev.parallax.statistic.sums.PairWeights;

/**
 * The sample covariance, Σ(x - x̄)(y - ȳ) / (n - 1). It is exactly 0 when the drawn values of a
 * column are all equal, and NaN when one row was drawn, or a drawn number is not finite.
 */
final class Covariance implements Statistic {
  private static final long serialVersionUID = 1L;

  Covariance() {}

  @Override
  public int columns() {
    return 2;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, 2);
    int n = checked[0].length;
    PairTable table = new PairTable(checked[0], checked[1]);
    PairWeights weighted = new PairWeights(checked[0], checked[1]);
    Once<Path> path =
        new Once<>(() -> Paths.ofPair(checked, moments -> moments.covariance(OfMoments.factor(n))));
    return () -> {
      PairMoments moments = new PairMoments(table);
      return new SmoothValue(
          resample -> {
            moments.over(resample);
            return of(moments, resample.size());
          },
          weights -> weighted.covariance(weights) * (n / (n - 1.0)),
          path);
    };
  }

  private static double of(PairMoments moments, double n) {
    if (moments.varianceX() == 0 || moments.varianceY() == 0) {
      return n > 1 ? 0 : Double.NaN;
    }
    double covariance = moments.covariance() / (n * (n - 1));
    return Math.scalb(covariance, moments.exponentX() + moments.exponentY());
  }
}
