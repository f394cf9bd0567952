package dev.parallax.kernel;

/**
 * The sums of a column's values and of their squares over a resample, in the order that {@link
 * PairSums} describes. One per thread.
 */
final class ColumnSums {
  private static final int LANES = PairSums.LANES;

  private final double[] first = new double[LANES];
  private final double[] second = new double[LANES];

  /** Goes to the next resample. */
  void over(double[] values, int[] rows) {
    for (int lane = 0; lane < LANES; lane += 4) {
      fourLanes(values, rows, lane);
    }
    for (int k = rows.length / LANES * LANES; k < rows.length; k++) {
      double v = values[rows[k]];
      first[k % LANES] += v;
      second[k % LANES] += v * v;
    }
  }

  /** Σx. */
  double first() {
    return Lanes.total(first, 0);
  }

  /** Σx². */
  double second() {
    return Lanes.total(second, 0);
  }

  private void fourLanes(double[] values, int[] rows, int lane) {
    double a = 0, b = 0, c = 0, d = 0;
    double aa = 0, bb = 0, cc = 0, dd = 0;
    for (int k = lane; k < rows.length / LANES * LANES; k += LANES) {
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
