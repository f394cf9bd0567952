package dev.parallax.statistic;

import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.sums.Columns;

/**
 * The median absolute deviation from the median, as it is: times 1.4826 it estimates the standard
 * deviation of a normal distribution. It is NaN if no row was drawn.
 */
public final class MedianDeviation implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public MedianDeviation() {}

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Range range(int value) {
    return Range.NOT_NEGATIVE;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Order order = Order.of(Columns.checked(columns, columns())[0]);
    return () -> new OfColumn(order);
  }

  private static final class OfColumn implements Evaluator {
    private final double[] sorted;
    private final OrderStatistics drawn;

    /** The next places below and above the median, nearest first. */
    private int low;

    private int high;

    OfColumn(Order order) {
      sorted = order.sorted();
      drawn = new OrderStatistics(order);
    }

    @Override
    public double evaluate(Resample resample) {
      int n = resample.size();
      if (n == 0) {
        return Double.NaN;
      }
      double median = Median.median(drawn, resample);
      high = drawn.place(n / 2);
      low = high - 1;
      double inner = Double.NaN;
      for (int nearer = 0; nearer <= n / 2; ) {
        boolean below = high == sorted.length || (low >= 0 && nearerBelow(median));
        int place = below ? low-- : high++;
        double distance = Math.abs(sorted[place] - median);
        int count = drawn.count(place);
        if (nearer <= (n - 1) / 2 && nearer + count > (n - 1) / 2) {
          inner = distance;
        }
        nearer += count;
        if (nearer > n / 2) {
          return OrderStatistics.middle(inner, distance);
        }
      }
      return inner;
    }

    private boolean nearerBelow(double median) {
      return median - sorted[low] <= sorted[high] - median;
    }
  }
}
