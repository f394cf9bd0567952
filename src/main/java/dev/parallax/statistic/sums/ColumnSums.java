package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;

/**
 * The sums of a column's values and of their squares over a resample, in the order that {@link
 * PairSums} describes. One per thread.
 */
public final class ColumnSums {
  private static final int LANES = PairSums.LANES;

  private final double[] first = new double[LANES];
  private final double[] second = new double[LANES];

  /** Goes to the next resample. */
  public void over(CentredColumn column, Resample resample) {
    if (column.counted()) {
      byCounts(column.values(), resample.counts());
    } else {
      byDraws(column.values(), resample.rows());
    }
  }

  /** Σx. */
  public double first() {
    return LaneSum.total(first, 0);
  }

  /** Σx². */
  double second() {
    return LaneSum.total(second, 0);
  }

  private void byDraws(double[] values, int[] rows) {
    int whole = rows.length / LANES * LANES;
    for (int lane = 0; lane < LANES; lane += 4) {
      fourDrawn(values, rows, whole, lane);
    }
    for (int k = whole; k < rows.length; k++) {
      double v = values[rows[k]];
      first[k - whole] += v;
      second[k - whole] += v * v;
    }
  }

  private void byCounts(double[] values, int[] counts) {
    int whole = values.length / LANES * LANES;
    for (int lane = 0; lane < LANES; lane += 4) {
      fourCounted(values, counts, whole, lane);
    }
    for (int row = whole; row < values.length; row++) {
      double wv = counts[row] * values[row];
      first[row - whole] += wv;
      second[row - whole] += wv * values[row];
    }
  }

  private void fourCounted(double[] values, int[] counts, int to, int lane) {
    double a = 0, b = 0, c = 0, d = 0;
    double aa = 0, bb = 0, cc = 0, dd = 0;
    for (int row = lane; row < to; row += LANES) {
      double p = counts[row] * values[row];
      double q = counts[row + 1] * values[row + 1];
      double r = counts[row + 2] * values[row + 2];
      double s = counts[row + 3] * values[row + 3];
      a += p;
      b += q;
      c += r;
      d += s;
      aa += p * values[row];
      bb += q * values[row + 1];
      cc += r * values[row + 2];
      dd += s * values[row + 3];
    }
    store(first, lane, a, b, c, d);
    store(second, lane, aa, bb, cc, dd);
  }

  private void fourDrawn(double[] values, int[] rows, int to, int lane) {
    double a = 0, b = 0, c = 0, d = 0;
    double aa = 0, bb = 0, cc = 0, dd = 0;
    for (int k = lane; k < to; k += LANES) {
      double p = values[rows[k]];
      double q = values[rows[k + 1]];
      double r = values[rows[k + 2]];
      double s = values[rows[k + 3]];
      a += p;
      b += q;
      c += r;
      d += s;
      aa += p * p;
      bb += q * q;
      cc += r * r;
      dd += s * s;
    }
    store(first, lane, a, b, c, d);
    store(second, lane, aa, bb, cc, dd);
  }

  private static void store(double[] lanes, int lane, double a, double b, double c, double d) {
    lanes[lane] = a;
    lanes[lane + 1] = b;
    lanes[lane + 2] = c;
    lanes[lane + 3] = d;
  }
}
