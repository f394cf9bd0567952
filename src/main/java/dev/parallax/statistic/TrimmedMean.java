package dev.parallax.statistic;

import dev.parallax.model.Resample;
import dev.parallax.statistic.order.Order;
import dev.parallax.statistic.order.OrderStatistics;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.text.Digits;
import java.util.Arrays;

/**
 * The trimmed mean: that of the values left when the ⌊f n⌋ least and the ⌊f n⌋ greatest are cut
 * off. It is exactly their value if those left are all equal, and NaN if no row was drawn.
 */
public final class TrimmedMean implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** More than the rounding of a decimal fraction, less than any such fraction means. */
  private static final double ROUNDING = 1 + 0x1p-50;

  private final double fraction;

  /**
   * The mean without this fraction at each end.
   *
   * @throws IllegalArgumentException if it is negative, or 0.5 or more
   */
  public TrimmedMean(double fraction) {
    if (!(fraction >= 0 && fraction < 0.5)) {
      throw new IllegalArgumentException(
          "the fraction that a trimmed mean cuts off at each end is at least 0 and below 0.5, not "
              + Digits.shortest(fraction));
    }
    this.fraction = fraction;
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[] raw = Columns.checked(columns, columns())[0];
    Order order = Order.of(raw);
    CentredColumn column = CentredColumn.inUnits(raw);
    return () -> new OfColumn(order, column, fraction);
  }

  private static final class OfColumn implements Evaluator {
    private final double[] sorted;
    private final double[] centred;
    private final CentredColumn column;
    private final OrderStatistics drawn;
    private final double fraction;

    OfColumn(Order order, CentredColumn column, double fraction) {
      this.column = column;
      this.fraction = fraction;
      sorted = order.sorted();
      centred = new double[sorted.length];
      Arrays.setAll(centred, place -> column.values()[order.rows()[place]]);
      drawn = new OrderStatistics(order);
    }

    @Override
    public double evaluate(Resample resample) {
      int n = resample.size();
      if (n == 0) {
        return Double.NaN;
      }
      int cut = (int) (fraction * n * ROUNDING);
      drawn.over(resample);
      int first = drawn.place(cut);
      int atFirst = drawn.through() - cut;
      int last = drawn.place(n - cut - 1);
      int atLast = drawn.count(last) - (drawn.through() - (n - cut));
      if (sorted[first] == sorted[last]) {
        return sorted[first];
      }
      double sum = atFirst * centred[first];
      for (int place = first + 1; place < last; place++) {
        sum += drawn.count(place) * centred[place];
      }
      return column.restored((sum + atLast * centred[last]) / (n - 2 * cut));
    }
  }
}
