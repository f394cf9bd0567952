package dev.parallax.statistic;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.text.Digits;

/**
 * The quantile of probability p by linear interpolation between order statistics: at (n - 1) p,
 * counted from 0. This is type 7 of Hyndman and Fan, the default of R and numpy; p = 0.5 is the
 * median, 0 the least and 1 the greatest value. It is NaN if no row was drawn.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan, Sample quantiles
 *     in statistical packages (1996)</a>
 */
public final class Quantile implements OneColumn {
  private static final long serialVersionUID = 1L;

  private final double p;

  /**
   * The quantile of this probability.
   *
   * @throws IllegalArgumentException if it is not within 0 .. 1
   */
  public Quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "the p of a quantile lies within 0 .. 1, not " + Digits.shortest(p));
    }
    this.p = p;
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Order order = Order.of(Columns.checked(columns, columns())[0]);
    return () -> {
      OrderStatistics drawn = new OrderStatistics(order);
      return resample -> resample.size() == 0 ? Double.NaN : quantile(drawn, resample);
    };
  }

  private double quantile(OrderStatistics drawn, Resample resample) {
    int last = resample.size() - 1;
    double at = last * p;
    int below = (int) at;
    double share = at - below;
    drawn.over(resample);
    double low = drawn.at(below);
    return share == 0 ? low : between(low, drawn.at(below + 1), share);
  }

  private static double between(double low, double high, double share) {
    double step = high - low;
    return low == high || Double.isFinite(step)
        ? low + share * step
        : (1 - share) * low + share * high;
  }
}
