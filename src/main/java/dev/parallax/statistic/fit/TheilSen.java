package dev.parallax.statistic.fit;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The Theil-Sen line: its slope is the median of (y' - y) / (x' - x) over all pairs of rows that
 * differ in x, in units of y per unit of x; its intercept the median of y less the slope times the
 * median of x. Pairs of equal x have no slope and are left out, as those of a row that a resample
 * repeats are. Both values are NaN when the drawn x are all equal.
 *
 * <p>Up to {@value #SORTED_ROWS} rows the slopes of all pairs are sorted once, and a resample is
 * counted through to their middle: O(n²) with a small factor. For more rows the pairs below a slope
 * are counted in O(n log n), and up to {@value #MIDDLE_ROWS} those about the middle sorted; else
 * the slope is found by halving, to 15 digits of the ratio of the columns' ranges.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen, Estimates of the regression
 *     coefficient based on Kendall's tau (1968)</a>
 */
public final class TheilSen implements FittedLine {
  private static final long serialVersionUID = 1L;

  /** The slopes of so many rows' pairs, and which pairs they are of, take 24 MB. */
  static final int SORTED_ROWS = 2000;

  /** Of so many rows those about the middle take 70 MB. */
  static final int MIDDLE_ROWS = 30_000;

  /** Takes no settings. */
  public TheilSen() {}

  @Override
  public int columns() {
    return 2;
  }

  @Override
  public String line() {
    return "Theil-Sen line";
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    if (!Arrays.stream(checked).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return () -> Evaluator.several((resample, values) -> Arrays.fill(values, Double.NaN));
    }
    Order x = Order.of(checked[0]);
    Order y = Order.of(checked[1]);
    Supplier<? extends ToDoubleFunction<Resample>> slopes = slopes(x, checked);
    return () -> {
      ToDoubleFunction<Resample> slope = slopes.get();
      OrderStatistics drawnX = new OrderStatistics(x);
      OrderStatistics drawnY = new OrderStatistics(y);
      return Evaluator.several(
          (resample, values) -> {
            values[0] = slope.applyAsDouble(resample);
            values[1] = median(drawnY, resample) - values[0] * median(drawnX, resample);
          });
    };
  }

  private static Supplier<? extends ToDoubleFunction<Resample>> slopes(
      Order order, double[][] columns) {
    if (columns[0].length <= SORTED_ROWS) {
      int exponentX = PowerOfTwo.of(columns[0]);
      int exponentY = PowerOfTwo.of(columns[1]);
      double[] x = PowerOfTwo.scaled(columns[0], exponentX);
      double[] y = PowerOfTwo.scaled(columns[1], exponentY);
      return new SortedSlopes(order, x, y, exponentY - exponentX);
    }
    CentredColumn x = CentredColumn.of(columns[0]);
    CentredColumn y = CentredColumn.of(columns[1]);
    int exponent = y.exponent() - x.exponent();
    return columns[0].length <= MIDDLE_ROWS
        ? new MiddleSlopes(order, x.values(), y.values(), exponent)
        : () -> new CountedSlopes(order, x.values(), y.values(), exponent);
  }

  private static double median(OrderStatistics drawn, Resample resample) {
    int n = resample.size();
    if (n == 0) {
      return Double.NaN;
    }
    drawn.over(resample);
    double low = drawn.at((n - 1) / 2);
    return OrderStatistics.middle(low, drawn.at(n / 2));
  }
}
