package dev.parallax.statistic;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.sums.Columns;

/**
 * The median: the middle value of an odd number of rows, the mean of the two middle values of an
 * even number. It is NaN only if no row was drawn, or if the two middle values are opposite
 * infinities.
 *
 * <p>The column is sorted once; a resample is then counted through to its middle.
 */
public final class Median implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Median() {}

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Order order = Order.of(Columns.checked(columns, columns())[0]);
    return () -> {
      OrderStatistics drawn = new OrderStatistics(order);
      return resample -> median(drawn, resample);
    };
  }

  static double median(OrderStatistics drawn, Resample resample) {
    int n = resample.size();
    if (n == 0) {
      return Double.NaN;
    }
    drawn.over(resample);
    double low = drawn.at((n - 1) / 2);
    return OrderStatistics.middle(low, drawn.at(n / 2));
  }
}
