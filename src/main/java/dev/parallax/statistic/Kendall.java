package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Expansion;
import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.PrefixSums;
import dev.parallax.statistic.order.WeightedRanks;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Kendall's rank correlation τ-b: pairs in the same order less pairs in opposite order, over the
 * geometric mean of the pairs not tied in x and those not tied in y; rows that a resample repeats
 * are tied in both.
 *
 * <p>Pairs are counted as whole numbers, in O(n log n); without one row or another, once for all
 * rows. It is NaN exactly when the drawn values of either column are all equal.
 *
 * @see <a href="https://doi.org/10.1093/biomet/33.3.239">Kendall, The treatment of ties in ranking
 *     problems (1945)</a>
 */
public final class Kendall implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Kendall() {}

  @Override
  public boolean isAboutLine() {
    return false;
  }

  @Override
  public Optional<Statistic> censored() {
    return Optional.of(new CensoredKendall());
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
    Once<OfWeights> path = new Once<>(() -> new OfWeights(x, y));
    return () -> {
      OfPairs pairs = new OfPairs(x, y, path);
      return new SmoothValue(pairs, pairs::tau, path);
    };
  }

  /** Of sums over all pairs, both ways round. */
  private static double tau(double score, double apartX, double apartY) {
    double square = apartX * apartY;
    return square > 0 ? Math.max(-1, Math.min(1, score / Math.sqrt(square))) : Double.NaN;
  }

  /** Goes through the rows in the order of x, and counts the rows before by their places in y. */
  private static final class OfPairs implements Evaluator {
    private final int[] rows;
    private final int[] groups;
    private final int[] levels;
    private final double[] drawn;
    private final double[] atLevel;
    private final PrefixSums before;
    private final Supplier<OfWeights> path;

    private double score;
    private double tiedX;
    private double seen;
    private double apartX;
    private double apartY;

    OfPairs(Order x, Order y, Supplier<OfWeights> path) {
      this.path = path;
      rows = x.rows();
      groups = x.levels();
      levels = y.levels();
      drawn = new double[rows.length];
      atLevel = new double[y.count()];
      before = new PrefixSums(y.count());
    }

    @Override
    public double evaluate(Resample resample) {
      OptionalInt left =
          resample instanceof LeaveOneOut others ? others.onlyWithout() : OptionalInt.empty();
      if (left.isPresent()) {
        return path.get().tauWithout(left.getAsInt());
      }
      int[] counts = resample.counts();
      for (int row = 0; row < drawn.length; row++) {
        drawn[row] = counts[row];
      }
      return tau(drawn);
    }

    /** Sums of products of whole weights are whole, and exact up to 2^53 pairs. */
    double tau(double[] weights) {
      score = 0;
      tiedX = 0;
      seen = 0;
      before.clear();
      Arrays.fill(atLevel, 0);
      for (int first = 0, end; first < rows.length; first = end) {
        end = first + 1;
        while (end < rows.length && groups[rows[end]] == groups[rows[first]]) {
          end++;
        }
        take(first, end, weights);
      }
      double tiedY = 0;
      for (double weight : atLevel) {
        tiedY += weight * weight;
      }
      apartX = seen * seen - tiedX;
      apartY = seen * seen - tiedY;
      return Kendall.tau(2 * score, apartX, apartY);
    }

    /** Over all pairs, both ways round: of the score, of those apart in x, of those apart in y. */
    double[] sums(double[] weights) {
      tau(weights);
      return new double[] {2 * score, apartX, apartY};
    }

    /** Scores rows of one x against all before them, then counts them among these. */
    private void take(int first, int end, double[] weights) {
      double group = 0;
      for (int k = first; k < end; k++) {
        double weight = weights[rows[k]];
        int level = levels[rows[k]];
        if (weight != 0) {
          double less = before.below(level);
          score += weight * (2 * less + atLevel[level] - seen);
          group += weight;
        }
      }
      for (int k = first; k < end; k++) {
        double weight = weights[rows[k]];
        if (weight != 0) {
          before.add(levels[rows[k]], weight);
          atLevel[levels[rows[k]]] += weight;
        }
      }
      seen += group;
      tiedX += group * group;
    }
  }

  /**
   * Kendall's τ-b as weights change: its three sums over pairs of rows, of the score, of those
   * apart in x and of those apart in y, are quadratic forms in the weights; at weights of 1 they
   * are whole.
   */
  private static final class OfWeights implements Path {
    private static final int SUMS = 3;

    private final Order x;
    private final Order y;

    /** The sums over all pairs, both ways round, at weights of 1. */
    private final double[] all;

    /** For each row the sums over its pairs with every row. */
    private final double[][] own;

    OfWeights(Order x, Order y) {
      this.x = x;
      this.y = y;
      int n = x.rows().length;
      double[] even = new double[n];
      Arrays.fill(even, 1);
      all = sums(even);
      own = new double[n][SUMS];
      double[] atX = WeightedRanks.perLevel(x, even);
      double[] atY = WeightedRanks.perLevel(y, even);
      for (int row = 0; row < n; row++) {
        own[row][1] = n - atX[x.levels()[row]];
        own[row][2] = n - atY[y.levels()[row]];
      }
      scores(1);
      scores(-1);
    }

    private double[] sums(double[] weights) {
      return new OfPairs(x, y, () -> this).sums(weights);
    }

    /** Scores each row against those below it in x, or against those above. */
    private void scores(int sign) {
      int n = own.length;
      PrefixSums seen = new PrefixSums(y.count());
      double[] atLevel = new double[y.count()];
      for (int first = 0, end; first < n; first = end) {
        int group = x.levels()[row(first, sign)];
        for (end = first; end < n && x.levels()[row(end, sign)] == group; end++) {
          int row = row(end, sign);
          int level = y.levels()[row];
          own[row][0] += sign * (2 * seen.below(level) + atLevel[level] - first);
        }
        for (int k = first; k < end; k++) {
          int level = y.levels()[row(k, sign)];
          seen.add(level, 1);
          atLevel[level]++;
        }
      }
    }

    private int row(int k, int sign) {
      return x.rows()[sign > 0 ? k : own.length - 1 - k];
    }

    /** Of every row once, without one: a row is in two of the pairs with each other. */
    double tauWithout(int row) {
      double[] sums = new double[SUMS];
      Arrays.setAll(sums, k -> all[k] - 2 * own[row][k]);
      return Kendall.tau(sums[0], sums[1], sums[2]);
    }

    @Override
    public Expansion towards(int row) {
      double n = own.length;
      double[] linear = new double[SUMS];
      double[] quadratic = new double[SUMS];
      for (int k = 0; k < SUMS; k++) {
        linear[k] = n * own[row][k] - all[k];
        quadratic[k] = all[k] - 2 * n * own[row][k];
      }
      return tau(linear, quadratic);
    }

    @Override
    public Expansion along(double[] direction) {
      double[] change = new double[direction.length];
      double[] linear = new double[SUMS];
      for (int row = 0; row < change.length; row++) {
        change[row] = direction[row] * change.length;
        for (int k = 0; k < SUMS; k++) {
          linear[k] += change[row] * own[row][k];
        }
      }
      return tau(linear, sums(change));
    }

    private Expansion tau(double[] linear, double[] quadratic) {
      Expansion[] sums = new Expansion[SUMS];
      Arrays.setAll(sums, k -> new Expansion(all[k], 2 * linear[k], 2 * quadratic[k], Double.NaN));
      return sums[0].over(sums[1].times(sums[2]).root());
    }
  }
}
