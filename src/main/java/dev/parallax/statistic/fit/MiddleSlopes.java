package dev.parallax.statistic.fit;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.path.Once;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The median slope of the pairs of drawn rows, of too many rows to keep the slopes of all pairs: of
 * those about the middle alone, in ascending order, where the median of nearly every resample lies.
 * How many are below these is counted. Where the median does lie elsewhere, and for the data
 * themselves, it is found by halving. Shared by threads; makes what each needs.
 */
final class MiddleSlopes implements Supplier<ToDoubleFunction<Resample>> {
  private static final int HALF = 16;
  private static final int MASK = (1 << HALF) - 1;

  /**
   * Over the root of the number of rows: a resample's share of slopes scatters by a third of it.
   */
  private static final double SHARE = 1.2;

  private final Order order;
  private final double[] x;
  private final double[] y;
  private final int exponent;
  private final Once<Middle> middle = new Once<>(this::made);

  /**
   * Of rows in the order of x.
   *
   * @param x fewer than 2^16 finite numbers whose differences do not overflow
   * @param exponent the unit of a slope of these is 2 to it
   */
  MiddleSlopes(Order order, double[] x, double[] y, int exponent) {
    this.order = order;
    this.x = x;
    this.y = y;
    this.exponent = exponent;
  }

  /**
   * Slopes, least first.
   *
   * @param below for each row its place by the slope below all of them
   * @param slopes the slopes
   * @param rows the two rows of each in the halves of an int
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read only
  private record Middle(int[] below, double[] slopes, int[] rows) {}

  @Override
  public ToDoubleFunction<Resample> get() {
    CountedSlopes all = new CountedSlopes(order, x, y, exponent);
    return resample -> {
      int[] counts = resample.counts();
      boolean everyRow = Arrays.stream(counts).allMatch(count -> count == 1);
      double slope = everyRow ? Double.NaN : middle(counts, all);
      return Double.isNaN(slope) ? all.applyAsDouble(resample) : Math.scalb(slope, exponent);
    };
  }

  /** NaN if it is not among them. */
  private double middle(int[] counts, CountedSlopes all) {
    double total = all.apart(counts);
    if (total == 0) {
      return Double.NaN;
    }
    Middle some = middle.get();
    double lower = Math.floor((total - 1) / 2);
    double through = all.turned(counts, some.below);
    if (through > lower) {
      return Double.NaN;
    }
    double low = Double.NaN;
    for (int place = 0; place < some.rows.length; place++) {
      int both = some.rows[place];
      through += (double) counts[both >>> HALF] * counts[both & MASK];
      low = Double.isNaN(low) && through > lower ? some.slopes[place] : low;
      if (through > Math.floor(total / 2)) {
        return OrderStatistics.middle(low, some.slopes[place]);
      }
    }
    return Double.NaN;
  }

  private Middle made() {
    CountedSlopes all = new CountedSlopes(order, x, y, exponent);
    int[] once = new int[x.length];
    Arrays.fill(once, 1);
    double total = all.apart(once);
    double half = SHARE / Math.sqrt(x.length);
    double from = all.withBefore(Math.floor(total * (0.5 - half)), once);
    double to = all.withBefore(Math.floor(total * (0.5 + half)), once);
    int[] below = all.place(from).clone();
    int[] above = all.place(to).clone();
    int[] rows = between(below, above);
    Order bySlope = Order.of(Arrays.stream(rows).mapToDouble(this::slope).toArray());
    int[] inOrder = new int[rows.length];
    Arrays.setAll(inOrder, place -> rows[bySlope.rows()[place]]);
    return new Middle(below, bySlope.sorted(), inOrder);
  }

  private double slope(int both) {
    int j = both >>> HALF;
    int i = both & MASK;
    return (y[j] - y[i]) / (x[j] - x[i]);
  }

  /** The pairs that a slope turns and a lesser one does not. */
  private int[] between(int[] below, int[] above) {
    int[] rows = new int[x.length];
    int[] inOrder = order.rows();
    int[] levels = order.levels();
    int found = 0;
    for (int k = 0; k < inOrder.length; k++) {
      int j = inOrder[k];
      for (int l = 0; l < k; l++) {
        int i = inOrder[l];
        if (below[j] > below[i] && above[j] <= above[i] && levels[i] != levels[j]) {
          rows = found < rows.length ? rows : Arrays.copyOf(rows, 2 * found);
          rows[found++] = j << HALF | i;
        }
      }
    }
    return Arrays.copyOf(rows, found);
  }
}
