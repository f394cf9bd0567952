package dev.parallax.kernel;

import dev.parallax.model.Expansion;
import java.util.Arrays;

/**
 * Kendall's τ-b as weights change: its three sums over pairs of rows, of the score, of those apart
 * in x and of those apart in y, are quadratic forms in the weights; at weights of 1 they are whole.
 */
final class KendallPath implements Path {
  private static final int SUMS = 3;

  private final Order x;
  private final Order y;

  /** The sums over all pairs, both ways round, at weights of 1. */
  private final double[] all;

  /** For each row the sums over its pairs with every row. */
  private final double[][] own;

  KendallPath(Order x, Order y) {
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
    return new Kendall.OfPairs(x, y).sums(weights);
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
