package dev.parallax.statistic.order;

/** Mid-ranks under real weights: twice the weight below a value, plus its own, minus all. */
public final class WeightedRanks {
  private WeightedRanks() {}

  /** The correlation of the two columns' mid-ranks, within -1 .. 1. */
  public static double correlation(Order x, Order y, double[] weights) {
    double[] scoresX = scores(x, weights);
    double[] scoresY = scores(y, weights);
    double squareX = 0;
    double squareY = 0;
    double product = 0;
    for (int row = 0; row < weights.length; row++) {
      double a = scoresX[x.levels()[row]];
      double b = scoresY[y.levels()[row]];
      squareX += weights[row] * a * a;
      squareY += weights[row] * b * b;
      product += weights[row] * a * b;
    }
    double square = squareX * squareY;
    double r = product / Math.sqrt(square);
    return square > 0 ? Math.max(-1, Math.min(1, r)) : Double.NaN;
  }

  /** The weight of each distinct value. */
  public static double[] perLevel(Order order, double[] weights) {
    double[] sums = new double[order.count()];
    for (int row = 0; row < weights.length; row++) {
      sums[order.levels()[row]] += weights[row];
    }
    return sums;
  }

  /** Of each distinct value, the weight below it less that above. */
  public static double[] scores(Order order, double[] weights) {
    double[] levels = perLevel(order, weights);
    double total = 0;
    for (double weight : levels) {
      total += weight;
    }
    double[] scores = new double[levels.length];
    double below = 0;
    for (int level = 0; level < levels.length; level++) {
      scores[level] = 2 * below + levels[level] - total;
      below += levels[level];
    }
    return scores;
  }
}
