package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.RankScores;
import dev.parallax.statistic.order.WeightedRanks;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import java.util.Arrays;
import java.util.List;

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, with equal values sharing the
 * mean of their ranks (mid-ranks), as the rows that a resample repeats always do.
 *
 * <p>It is NaN exactly when the drawn values of either column are all equal.
 */
public final class Spearman implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Spearman() {}

  @Override
  public boolean isAboutLine() {
    return false;
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.OF_RANKS);
  }

  @Override
  public Range range(int value) {
    return Range.CORRELATION;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    Order x = Order.of(checked[0]);
    Order y = Order.of(checked[1]);
    Once<Path> path = new Once<>(() -> new OfWeights(x, y));
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

  /**
   * Spearman's correlation as weights change. Scores are the sums of the weights below a row less
   * those above it, so they change along a straight line as weights do, and sums of products of
   * scores are polynomials: at weights of 1 they are whole.
   */
  private static final class OfWeights implements Path {
    private final Order x;
    private final Order y;
    private final double[] even;

    OfWeights(Order x, Order y) {
      this.x = x;
      this.y = y;
      even = new double[x.rows().length];
      Arrays.fill(even, 1);
    }

    /** Weights of 1 go to n on the row and 0 on others, each in proportion to ε. */
    @Override
    public Expansion towards(int row) {
      double[] change = new double[even.length];
      Arrays.fill(change, -1);
      change[row] += even.length;
      return path(change);
    }

    @Override
    public Expansion along(double[] direction) {
      double[] change = direction.clone();
      Arrays.setAll(change, row -> direction[row] * even.length);
      return path(change);
    }

    private Expansion path(double[] change) {
      double[] scoreX = WeightedRanks.scores(x, even);
      double[] scoreY = WeightedRanks.scores(y, even);
      double[] changeX = WeightedRanks.scores(x, change);
      double[] changeY = WeightedRanks.scores(y, change);
      Sum xx = new Sum();
      Sum yy = new Sum();
      Sum xy = new Sum();
      for (int row = 0; row < change.length; row++) {
        int a = x.levels()[row];
        int b = y.levels()[row];
        xx.add(scoreX[a], changeX[a], scoreX[a], changeX[a], change[row]);
        yy.add(scoreY[b], changeY[b], scoreY[b], changeY[b], change[row]);
        xy.add(scoreX[a], changeX[a], scoreY[b], changeY[b], change[row]);
      }
      return xy.expansion().over(xx.expansion().times(yy.expansion()).root());
    }

    /** Of (1 + ε w) (s + ε c) (t + ε d), to second order. */
    private static final class Sum {
      private double value;
      private double first;
      private double second;

      void add(double s, double c, double t, double d, double w) {
        double cross = c * t + s * d;
        value += s * t;
        first += w * s * t + cross;
        second += 2 * (w * cross + c * d);
      }

      Expansion expansion() {
        return new Expansion(value, first, second, Double.NaN);
      }
    }
  }
}
