package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;

/**
 * The sums by draws in plain Java, for machines without the vector kernels and as what those must
 * equal. Two lanes at a time: ten running sums are as many as fit the registers of an x86-64.
 */
final class ScalarDrawSums implements PairSums {
  private final double[] x;
  private final double[] y;

  ScalarDrawSums(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] rows = resample.rows();
    int whole = rows.length / LANES * LANES;
    for (int lane = 0; lane < LANES; lane += 2) {
      twoLanes(rows, whole, lane, sums);
    }
    addRest(x, y, rows, whole, sums);
    total(sums);
  }

  /** Adds the draws from the k-th on, fewer than eight, to lanes 0 and up. */
  static void addRest(double[] x, double[] y, int[] rows, int k, double[] lanes) {
    for (int lane = 0; k + lane < rows.length; lane++) {
      double a = x[rows[k + lane]];
      double b = y[rows[k + lane]];
      lanes[lane] += a;
      lanes[LANES + lane] += b;
      lanes[2 * LANES + lane] += a * a;
      lanes[3 * LANES + lane] += b * b;
      lanes[4 * LANES + lane] += a * b;
    }
  }

  /** Adds up the lanes, sum by sum, into the first five places. */
  static void total(double[] lanes) {
    for (int sum = 0; sum < SUMS; sum++) {
      lanes[sum] = LaneSum.total(lanes, sum * LANES);
    }
  }

  private void twoLanes(int[] rows, int to, int lane, double[] lanes) {
    double x0 = 0, y0 = 0, xx0 = 0, yy0 = 0, xy0 = 0;
    double x1 = 0, y1 = 0, xx1 = 0, yy1 = 0, xy1 = 0;
    for (int k = lane; k < to; k += LANES) {
      double a = x[rows[k]];
      double b = y[rows[k]];
      double c = x[rows[k + 1]];
      double d = y[rows[k + 1]];
      x0 += a;
      y0 += b;
      xx0 += a * a;
      yy0 += b * b;
      xy0 += a * b;
      x1 += c;
      y1 += d;
      xx1 += c * c;
      yy1 += d * d;
      xy1 += c * d;
    }
    store(lanes, lane, x0, y0, xx0, yy0, xy0);
    store(lanes, lane + 1, x1, y1, xx1, yy1, xy1);
  }

  static void store(double[] lanes, int lane, double x, double y, double xx, double yy, double xy) {
    lanes[lane] = x;
    lanes[LANES + lane] = y;
    lanes[2 * LANES + lane] = xx;
    lanes[3 * LANES + lane] = yy;
    lanes[4 * LANES + lane] = xy;
  }
}
