package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import java.util.Arrays;

/** The sums by counts in plain Java, two lanes at a time. */
final class ScalarCountSums implements PairSums {
  private final double[] x;
  private final double[] y;

  ScalarCountSums(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] counts = resample.counts();
    Arrays.fill(sums, 0, ROOM, 0);
    int whole = x.length & -LANES;
    for (int from = 0; from < whole; from += PIECE) {
      int to = Math.min(whole, from + PIECE);
      for (int lane = 0; lane < LANES; lane += 2) {
        twoLanes(counts, from + lane, to, lane, sums);
      }
    }
    addRest(x, y, counts, whole, sums);
    ScalarDrawSums.total(sums);
  }

  /** Adds the rows from one on, fewer than eight, to lanes 0 and up. */
  static void addRest(double[] x, double[] y, int[] counts, int from, double[] lanes) {
    for (int lane = 0; from + lane < x.length; lane++) {
      double a = x[from + lane];
      double b = y[from + lane];
      double wa = counts[from + lane] * a;
      double wb = counts[from + lane] * b;
      lanes[lane] += wa;
      lanes[LANES + lane] += wb;
      lanes[2 * LANES + lane] += wa * a;
      lanes[3 * LANES + lane] += wb * b;
      lanes[4 * LANES + lane] += wa * b;
    }
  }

  private void twoLanes(int[] counts, int from, int to, int lane, double[] lanes) {
    double x0 = lanes[lane];
    double y0 = lanes[LANES + lane];
    double xx0 = lanes[2 * LANES + lane];
    double yy0 = lanes[3 * LANES + lane];
    double xy0 = lanes[4 * LANES + lane];
    double x1 = lanes[lane + 1];
    double y1 = lanes[LANES + lane + 1];
    double xx1 = lanes[2 * LANES + lane + 1];
    double yy1 = lanes[3 * LANES + lane + 1];
    double xy1 = lanes[4 * LANES + lane + 1];
    for (int row = from; row < to; row += LANES) {
      double a = x[row];
      double b = y[row];
      double wa = counts[row] * a;
      double wb = counts[row] * b;
      double c = x[row + 1];
      double d = y[row + 1];
      double wc = counts[row + 1] * c;
      double wd = counts[row + 1] * d;
      x0 += wa;
      y0 += wb;
      xx0 += wa * a;
      yy0 += wb * b;
      xy0 += wa * b;
      x1 += wc;
      y1 += wd;
      xx1 += wc * c;
      yy1 += wd * d;
      xy1 += wc * d;
    }
    ScalarDrawSums.store(lanes, lane, x0, y0, xx0, yy0, xy0);
    ScalarDrawSums.store(lanes, lane + 1, x1, y1, xx1, yy1, xy1);
  }
}
