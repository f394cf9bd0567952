package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.text.Digits;
import java.util.Arrays;
import java.util.List;

/**
 * The area under the receiver operating characteristic: the probability that a value of the first
 * sample is greater than one of the second, ties counted half, P(X &gt; Y) + P(X = Y) / 2. That is
 * Mann and Whitney's U over the number of pairs; 1/2 where neither sample tends to be greater.
 *
 * <p>The values are sorted once; a resample is counted through in their order, in O(n). Pairs are
 * counted as whole numbers. It is NaN if no row of a sample was drawn.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney, On a test of whether one
 *     of two random variables is stochastically larger than the other (1947)</a>
 */
public final class Auc implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Auc() {}

  @Override
  public boolean twoSamples() {
    return true;
  }

  @Override
  public double nullValue(int value) {
    return 0.5;
  }

  @Override
  public Range range(int value) {
    return Range.PROBABILITY;
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.OF_RANKS);
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    for (double sample : checked[1]) {
      if (sample != 0 && sample != 1) {
        throw new IllegalArgumentException(
            "samples are numbered 0 and 1, not " + Digits.shortest(sample));
      }
    }
    Order order = Order.of(checked[0]);
    Once<Path> path = new Once<>(() -> new OfWeights(order, checked[1]));
    return () -> {
      OfPairs pairs = new OfPairs(order, checked[1]);
      return new SmoothValue(pairs, pairs::auc, path);
    };
  }

  /** Goes through the values in their order, and counts those of the second sample on the way. */
  private static final class OfPairs implements Evaluator {
    private final Order order;
    private final double[] samples;
    private final double[] drawn;

    /** How often each value was drawn for the first sample, and for the second. */
    private final double[] first;

    private final double[] second;

    OfPairs(Order order, double[] samples) {
      this.order = order;
      this.samples = samples;
      drawn = new double[samples.length];
      first = new double[order.count()];
      second = new double[order.count()];
    }

    @Override
    public double evaluate(Resample resample) {
      int[] counts = resample.counts();
      for (int row = 0; row < drawn.length; row++) {
        drawn[row] = counts[row];
      }
      return auc(drawn);
    }

    double auc(double[] weights) {
      double score = score(weights);
      double pairs = Arrays.stream(first).sum() * Arrays.stream(second).sum();
      return pairs > 0 ? Math.min(1, score / (2 * pairs)) : Double.NaN;
    }

    /** Twice the pairs that the first sample wins, and once those that tie. */
    double score(double[] weights) {
      Arrays.fill(first, 0);
      Arrays.fill(second, 0);
      for (int row = 0; row < weights.length; row++) {
        double[] own = samples[row] == 0 ? first : second;
        own[order.levels()[row]] += weights[row];
      }
      double score = 0;
      double below = 0;
      for (int level = 0; level < first.length; level++) {
        score += first[level] * (2 * below + second[level]);
        below += second[level];
      }
      return score;
    }
  }

  /**
   * The area as weights change: its score is a sum over the pairs of both samples, of the product
   * of two weights, and so is the number of pairs; at weights of 1 they are whole.
   */
  private static final class OfWeights implements Path {
    private final Order order;
    private final double[] samples;
    private final double all;
    private final double sizeFirst;
    private final double sizeSecond;

    /** For each row the sum of the scores of its pairs. */
    private final double[] own;

    OfWeights(Order order, double[] samples) {
      this.order = order;
      this.samples = samples;
      OfPairs pairs = new OfPairs(order, samples);
      double[] even = new double[samples.length];
      Arrays.fill(even, 1);
      all = pairs.score(even);
      sizeSecond = Arrays.stream(samples).sum();
      sizeFirst = samples.length - sizeSecond;
      own = own(pairs.first, pairs.second);
    }

    private double[] own(double[] first, double[] second) {
      double[] scores = new double[samples.length];
      double firstBelow = 0;
      double secondBelow = 0;
      int[] rows = order.rows();
      for (int k = 0; k < rows.length; k++) {
        int level = order.levels()[rows[k]];
        scores[rows[k]] =
            samples[rows[k]] == 0
                ? 2 * secondBelow + second[level]
                : 2 * (sizeFirst - firstBelow - first[level]) + first[level];
        if (k + 1 < rows.length && order.levels()[rows[k + 1]] > level) {
          firstBelow += first[level];
          secondBelow += second[level];
        }
      }
      return scores;
    }

    /** Weights are 1 - ε, and n ε more for the row. */
    @Override
    public Expansion towards(int row) {
      double n = own.length;
      Expansion rest = Expansion.line(1, -1);
      Expansion score =
          rest.times(rest).times(all).plus(rest.times(Expansion.line(0, n * own[row])));
      Expansion more = Expansion.line(0, n);
      Expansion none = Expansion.constant(0);
      Expansion first = rest.times(sizeFirst).plus(samples[row] == 0 ? more : none);
      Expansion second = rest.times(sizeSecond).plus(samples[row] == 0 ? none : more);
      return score.over(first.times(second)).times(0.5);
    }

    /** Weights are 1 + n ε d. */
    @Override
    public Expansion along(double[] direction) {
      double[] change = new double[direction.length];
      double linear = 0;
      double first = 0;
      double second = 0;
      for (int row = 0; row < change.length; row++) {
        change[row] = direction[row] * change.length;
        linear += change[row] * own[row];
        first += samples[row] == 0 ? change[row] : 0;
        second += samples[row] == 0 ? 0 : change[row];
      }
      double square = new OfPairs(order, samples).score(change);
      Expansion score = new Expansion(all, linear, 2 * square, Double.NaN);
      Expansion both = Expansion.line(sizeFirst, first).times(Expansion.line(sizeSecond, second));
      return score.over(both).times(0.5);
    }

    @Override
    public Expansion without(int row) {
      double lost = samples[row] == 0 ? sizeSecond : sizeFirst;
      Expansion score = Expansion.changing(all, -own[row]);
      return score.over(Expansion.changing(sizeFirst * sizeSecond, -lost)).times(0.5);
    }
  }
}
