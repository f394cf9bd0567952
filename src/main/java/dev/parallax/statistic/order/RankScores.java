package dev.parallax.statistic.order;

import java.util.Arrays;

/**
 * The mid-ranks of one column in a resample, as scores: a value that w rows share, with b rows
 * below it, has rank b + (w + 1) / 2 and score 2 b + w - n, twice its rank's distance from the mean
 * rank. Scores are whole and add up to zero, so that their sums of squares and products need no
 * further centring and are exact. One per thread.
 */
public final class RankScores {
  /** Up to here n³ / 3, the greatest sum, fits a long. */
  private static final int EXACT_ROWS = 3_000_000;

  private final int[] levels;
  private final int[] weights;
  private final int[] scores;

  /** Of resamples of an ordered column; one for each thread. */
  public RankScores(Order order) {
    levels = order.levels();
    weights = new int[order.count()];
    scores = new int[order.count()];
  }

  /** Goes to the next resample, of n rows, and returns the sum of its squared scores. */
  public double over(int[] counts, int n) {
    Arrays.fill(weights, 0);
    for (int row = 0; row < levels.length; row++) {
      weights[levels[row]] += counts[row];
    }
    return n <= EXACT_ROWS ? exactSquares(n) : squares(n);
  }

  /** The sum of the products of two columns' scores. */
  public static double product(RankScores x, RankScores y, int[] counts, int n) {
    if (n > EXACT_ROWS) {
      return roundedProduct(x, y, counts);
    }
    long sum = 0;
    for (int row = 0; row < counts.length; row++) {
      long score = x.scores[x.levels[row]];
      sum += score * y.scores[y.levels[row]] * counts[row];
    }
    return sum;
  }

  private long exactSquares(int n) {
    long sum = 0;
    int twiceBelow = -n;
    for (int level = 0; level < weights.length; level++) {
      int weight = weights[level];
      int score = twiceBelow + weight;
      scores[level] = score;
      twiceBelow += 2 * weight;
      sum += (long) score * score * weight;
    }
    return sum;
  }

  /** For the n rows last counted, rounded where they are too many for whole numbers. */
  double squares(int n) {
    double sum = 0;
    long twiceBelow = -n;
    for (int level = 0; level < weights.length; level++) {
      int weight = weights[level];
      long score = twiceBelow + weight;
      scores[level] = (int) score;
      twiceBelow += 2L * weight;
      sum += (double) score * score * weight;
    }
    return sum;
  }

  static double roundedProduct(RankScores x, RankScores y, int[] counts) {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += (double) x.scores[x.levels[row]] * y.scores[y.levels[row]] * counts[row];
    }
    return sum;
  }
}
