package dev.parallax.statistic.fit;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.path.Once;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The median slope of the pairs of drawn rows, from the slopes of all pairs in ascending order,
 * which are sorted when they are first needed. Shared by threads; makes what each needs.
 */
final class SortedSlopes implements Supplier<ToDoubleFunction<Resample>> {
  private static final int HALF = 16;
  private static final int MASK = (1 << HALF) - 1;

  private final Order order;
  private final double[] x;
  private final double[] y;
  private final int exponent;
  private final Once<Pairs> pairs = new Once<>(this::sorted);

  /**
   * Of rows in the order of x.
   *
   * @param x fewer than 2^16 finite numbers whose differences do not overflow
   * @param exponent the unit of a slope of these is 2 to it
   */
  SortedSlopes(Order order, double[] x, double[] y, int exponent) {
    this.order = order;
    this.x = x;
    this.y = y;
    this.exponent = exponent;
  }

  /**
   * Slopes, least first, and the two rows of each in the halves of an int.
   *
   * @param slopes of pairs that differ in x
   * @param rows likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read only
  private record Pairs(double[] slopes, int[] rows) {}

  @Override
  public ToDoubleFunction<Resample> get() {
    int[] atLevel = new int[order.count()];
    return resample -> {
      int[] counts = resample.counts();
      boolean everyRow = Arrays.stream(counts).allMatch(count -> count == 1);
      // One value is not worth a sort, as of rows whose values are drawn anew each time.
      double slope = everyRow ? ofEveryRow() : counted(counts, apart(counts, atLevel));
      return Math.scalb(slope, exponent);
    };
  }

  /** How many pairs of draws differ in x. */
  private long apart(int[] counts, int[] atLevel) {
    Arrays.fill(atLevel, 0);
    long draws = 0;
    for (int row = 0; row < counts.length; row++) {
      atLevel[order.levels()[row]] += counts[row];
      draws += counts[row];
    }
    long all = draws * draws;
    for (int count : atLevel) {
      all -= (long) count * count;
    }
    return all / 2;
  }

  private double counted(int[] counts, long total) {
    if (total == 0) {
      return Double.NaN;
    }
    Pairs all = pairs.get();
    int[] rows = all.rows;
    long through = 0;
    int place = -1;
    while (through <= (total - 1) / 2) {
      int both = rows[++place];
      through += (long) counts[both >>> HALF] * counts[both & MASK];
    }
    double low = all.slopes[place];
    while (through <= total / 2) {
      int both = rows[++place];
      through += (long) counts[both >>> HALF] * counts[both & MASK];
    }
    return OrderStatistics.middle(low, all.slopes[place]);
  }

  private Pairs sorted() {
    int n = x.length;
    int[] rows = new int[n * (n - 1) / 2];
    double[] slopes = slopes(rows);
    Order bySlope = Order.of(slopes);
    int[] inOrder = new int[slopes.length];
    Arrays.setAll(inOrder, place -> rows[bySlope.rows()[place]]);
    return new Pairs(bySlope.sorted(), inOrder);
  }

  /** The slopes of all pairs that differ in x, whose rows are set on the way. */
  private double[] slopes(int[] rows) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int size = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          rows[size] = i << HALF | j;
          // From the lesser x to the greater, so that no slope is -0.
          slopes[size++] =
              x[i] > x[j] ? (y[i] - y[j]) / (x[i] - x[j]) : (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    return Arrays.copyOf(slopes, size);
  }

  private double ofEveryRow() {
    double[] slopes = slopes(new int[x.length * (x.length - 1) / 2]);
    if (slopes.length == 0) {
      return Double.NaN;
    }
    int middle = (slopes.length - 1) / 2;
    select(slopes, middle);
    double low = slopes[middle];
    double next = low;
    if (slopes.length % 2 == 0) {
      next = Arrays.stream(slopes, middle + 1, slopes.length).min().orElse(low);
    }
    return OrderStatistics.middle(low, next);
  }

  /**
   * Puts the value with k values before it to its place, none greater before and none less after.
   */
  private static void select(double[] values, int k) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = values[k];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      low = j < k ? i : low;
      high = k < i ? j : high;
    }
  }
}
