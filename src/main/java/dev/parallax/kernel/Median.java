package dev.parallax.kernel;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;

/**
 * The median: the middle value of an odd number of rows, the mean of the two middle values of an
 * even number. It is NaN only if no row was drawn, or if the two middle values are opposite
 * infinities.
 *
 * <p>The column is sorted once; a resample is then counted through to its middle.
 */
public final class Median implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Median() {}

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Order order = Order.of(Columns.checked(columns, columns())[0]);
    return () -> resample -> median(order, resample);
  }

  private static double median(Order order, Resample resample) {
    int n = resample.size();
    if (n == 0) {
      return Double.NaN;
    }
    int[] counts = resample.counts();
    int[] rows = order.rows();
    int place = -1;
    int below = 0;
    while (below <= (n - 1) / 2) {
      place++;
      below += counts[rows[place]];
    }
    double low = order.sorted()[place];
    while (below <= n / 2) {
      place++;
      below += counts[rows[place]];
    }
    return middle(low, order.sorted()[place]);
  }

  private static double middle(double low, double high) {
    double sum = low + high;
    return low == high ? low : Double.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
  }
}
