package dev.parallax.kernel;

import dev.parallax.model.Contrast;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import java.util.List;

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, with equal values sharing the
 * mean of their ranks (mid-ranks), as the rows that a resample repeats always do.
 *
 * <p>It is NaN exactly when the drawn values of either column are all equal.
 */
public final class Spearman implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Spearman() {}

  @Override
  public int columns() {
    return 2;
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.OF_RANKS);
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    Order x = Order.of(checked[0]);
    Order y = Order.of(checked[1]);
    Once<Path> path = new Once<>(() -> new RankPath(x, y));
    return () ->
        new SmoothValue(
            new OfRanks(x, y), weights -> WeightedRanks.correlation(x, y, weights), path);
  }

  private static final class OfRanks implements Evaluator {
    private final RankScores x;
    private final RankScores y;

    OfRanks(Order x, Order y) {
      this.x = new RankScores(x);
      this.y = new RankScores(y);
    }

    @Override
    public double evaluate(Resample resample) {
      int n = resample.size();
      int[] counts = resample.counts();
      double varianceX = x.over(counts, n);
      double varianceY = y.over(counts, n);
      double square = varianceX * varianceY;
      if (!(square > 0)) {
        return Double.NaN;
      }
      double r = RankScores.product(x, y, counts, n) / Math.sqrt(square);
      return Math.max(-1, Math.min(1, r));
    }
  }
}
