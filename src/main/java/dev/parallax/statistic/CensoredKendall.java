package dev.parallax.statistic;

import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.text.Digits;

/**
 * Kendall's τ-b of values some of which are limits: a pair whose order in x, or in y, the limits
 * leave open is one tied in x, or in y. Where nothing is a limit it is {@link Kendall}.
 *
 * <p>Its columns are x, y, and the limits of each: 1 where the value is an upper limit, -1 where it
 * is a lower limit, 0 where it was measured. x is below x' for certain if its value is less, it is
 * no lower limit, and x' is no upper limit. Takes O(n²) for n rows. It is NaN if every pair is tied
 * in x, or in y.
 *
 * @see <a href="https://doi.org/10.1086/164359">Isobe, Feigelson and Nelson, Statistical methods
 *     for astronomical data with upper limits II (1986)</a>
 */
public final class CensoredKendall implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public CensoredKendall() {}

  @Override
  public int columns() {
    return 4;
  }

  @Override
  public Range range(int value) {
    return Range.CORRELATION;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    for (int c = 2; c < 4; c++) {
      for (double limit : checked[c]) {
        if (limit != 0 && limit != 1 && limit != -1) {
          throw new IllegalArgumentException(
              "a limit is 1, -1 or 0, not " + Digits.shortest(limit));
        }
      }
    }
    return () -> resample -> tau(checked, resample);
  }

  private static double tau(double[][] columns, Resample resample) {
    int[] rows = resample.rows();
    long score = 0;
    long decidedX = 0;
    long decidedY = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = order(columns[0], columns[2], rows[i], rows[j]);
        int b = order(columns[1], columns[3], rows[i], rows[j]);
        score += (long) a * b;
        decidedX += (long) a * a;
        decidedY += (long) b * b;
      }
    }
    double square = (double) decidedX * decidedY;
    return square > 0 ? Math.max(-1, Math.min(1, score / Math.sqrt(square))) : Double.NaN;
  }

  /** 1 if row i is above row j for certain, -1 if below, 0 if equal or open. */
  private static int order(double[] values, double[] limits, int i, int j) {
    if (values[i] > values[j]) {
      return limits[i] <= 0 && limits[j] >= 0 ? 1 : 0;
    }
    if (values[i] < values[j]) {
      return limits[i] >= 0 && limits[j] <= 0 ? -1 : 0;
    }
    return 0;
  }
}
