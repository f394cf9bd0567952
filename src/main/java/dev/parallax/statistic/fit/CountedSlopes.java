package dev.parallax.statistic.fit;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.order.PrefixSums;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The median slope of the pairs of drawn rows, by halving an interval of slopes. How many slopes
 * are at most b is how many pairs y - b x puts in another order than x does. One for each thread.
 */
final class CountedSlopes implements ToDoubleFunction<Resample> {
  /** How near a slope is found, of its size and in all: to what the keys' rounding leaves. */
  private static final double NEAR = 0x1p-50;

  /** A slope so flat does not move a key by its last place. */
  private static final double ZERO = 0x1p-52;

  private final Order order;
  private final double[] x;
  private final double[] y;
  private final int exponent;
  private final PrefixSums before;
  private final double[] keys;
  private final double[] sorted;
  private final int[] places;

  /**
   * Of rows in the order of x.
   *
   * @param exponent the unit of a slope of these is 2 to it
   */
  CountedSlopes(Order order, double[] x, double[] y, int exponent) {
    this.order = order;
    this.x = x;
    this.y = y;
    this.exponent = exponent;
    before = new PrefixSums(x.length);
    keys = new double[x.length];
    sorted = new double[x.length];
    places = new int[x.length];
  }

  @Override
  public double applyAsDouble(Resample resample) {
    int[] counts = resample.counts();
    double total = apart(counts);
    if (total == 0) {
      return Double.NaN;
    }
    double low = withBefore(Math.floor((total - 1) / 2), counts);
    double rank = Math.floor(total / 2);
    boolean same = upTo(low, counts) > rank;
    double slope = same ? low : OrderStatistics.middle(low, withBefore(rank, counts));
    return Math.scalb(slope, exponent);
  }

  /** How many pairs of draws differ in x: a whole number. */
  double apart(int[] counts) {
    int[] rows = order.rows();
    int[] levels = order.levels();
    double pairs = 0;
    double seen = 0;
    double group = 0;
    for (int k = 0; k < rows.length; k++) {
      if (k > 0 && levels[rows[k]] != levels[rows[k - 1]]) {
        seen += group;
        group = 0;
      }
      pairs += counts[rows[k]] * seen;
      group += counts[rows[k]];
    }
    return pairs;
  }

  /**
   * The least slope that more than so many are at most, in units of these numbers.
   *
   * @param rank less than how many pairs there are
   */
  double withBefore(double rank, int[] counts) {
    double low = -1;
    double high = 1;
    while (upTo(low, counts) > rank) {
      low *= 4;
    }
    while (upTo(high, counts) <= rank) {
      high *= 4;
    }
    while (high - low > NEAR * Math.max(Math.abs(low), Math.abs(high)) + ZERO) {
      double middle = low / 2 + high / 2;
      if (upTo(middle, counts) > rank) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.min(Math.abs(low), Math.abs(high)) <= ZERO ? 0 : high;
  }

  private double upTo(double slope, int[] counts) {
    place(slope);
    return turned(counts, places);
  }

  /** For each row how many have a lesser y - b x; overwritten by the next call. */
  int[] place(double slope) {
    for (int row = 0; row < x.length; row++) {
      keys[row] = Math.fma(-slope, x[row], y[row]);
    }
    System.arraycopy(keys, 0, sorted, 0, keys.length);
    Arrays.sort(sorted);
    for (int row = 0; row < x.length; row++) {
      places[row] = place(keys[row], sorted);
    }
    return places;
  }

  /** The first place of a key among the sorted ones, in which -0 is 0. */
  private static int place(double key, double[] sorted) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many pairs of draws that differ in x have the places in the other order, or equal. */
  double turned(int[] counts, int[] by) {
    int[] rows = order.rows();
    int[] levels = order.levels();
    before.clear();
    double pairs = 0;
    double seen = 0;
    for (int first = 0, end; first < rows.length; first = end) {
      double group = 0;
      for (end = first; end < rows.length && levels[rows[end]] == levels[rows[first]]; end++) {
        int count = counts[rows[end]];
        pairs += count == 0 ? 0 : count * (seen - before.below(by[rows[end]]));
        group += count;
      }
      for (int k = first; k < end; k++) {
        if (counts[rows[k]] > 0) {
          before.add(by[rows[k]], counts[rows[k]]);
        }
      }
      seen += group;
    }
    return pairs;
  }
}
