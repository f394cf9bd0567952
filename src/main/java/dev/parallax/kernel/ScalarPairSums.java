package dev.parallax.kernel;

/**
 * The sums in plain Java, for machines without the vector kernel and as what that must equal. Two
 * lanes at a time: ten running sums are as many as fit the registers of an x86-64.
 */
final class ScalarPairSums implements PairSums {

  @Override
  public void packed(double[] table, int[] rows, double[] sums) {
    for (int lane = 0; lane < LANES; lane += 2) {
      packedLanes(table, rows, lane, sums);
    }
    total(sums);
  }

  @Override
  public void spread(double[] x, double[] y, int[] rows, double[] sums) {
    for (int lane = 0; lane < LANES; lane += 2) {
      spreadLanes(x, y, rows, lane, sums);
    }
    total(sums);
  }

  /** Adds up the lanes, sum by sum, into the first five places. */
  static void total(double[] lanes) {
    for (int sum = 0; sum < SUMS; sum++) {
      lanes[sum] = Lanes.total(lanes, sum * LANES);
    }
  }

  /** Adds the rows from the k-th draw on, fewer than eight, to lanes 0 and up. */
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

  private static void packedLanes(double[] table, int[] rows, int lane, double[] lanes) {
    double x0 = 0, y0 = 0, xx0 = 0, yy0 = 0, xy0 = 0;
    double x1 = 0, y1 = 0, xx1 = 0, yy1 = 0, xy1 = 0;
    int k = lane;
    for (; k < rows.length - 1; k += LANES) {
      int p = rows[k] * WIDTH;
      int q = rows[k + 1] * WIDTH;
      x0 += table[p];
      y0 += table[p + 1];
      xx0 += table[p + 2];
      yy0 += table[p + 3];
      xy0 += table[p + 4];
      x1 += table[q];
      y1 += table[q + 1];
      xx1 += table[q + 2];
      yy1 += table[q + 3];
      xy1 += table[q + 4];
    }
    if (k == rows.length - 1) {
      int p = rows[k] * WIDTH;
      x0 += table[p];
      y0 += table[p + 1];
      xx0 += table[p + 2];
      yy0 += table[p + 3];
      xy0 += table[p + 4];
    }
    store(lanes, lane, x0, y0, xx0, yy0, xy0);
    store(lanes, lane + 1, x1, y1, xx1, yy1, xy1);
  }

  private static void spreadLanes(double[] x, double[] y, int[] rows, int lane, double[] lanes) {
    double x0 = 0, y0 = 0, xx0 = 0, yy0 = 0, xy0 = 0;
    double x1 = 0, y1 = 0, xx1 = 0, yy1 = 0, xy1 = 0;
    int k = lane;
    for (; k < rows.length - 1; k += LANES) {
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
    if (k == rows.length - 1) {
      double a = x[rows[k]];
      double b = y[rows[k]];
      x0 += a;
      y0 += b;
      xx0 += a * a;
      yy0 += b * b;
      xy0 += a * b;
    }
    store(lanes, lane, x0, y0, xx0, yy0, xy0);
    store(lanes, lane + 1, x1, y1, xx1, yy1, xy1);
  }

  private static void store(
      double[] lanes, int lane, double x, double y, double xx, double yy, double xy) {
    lanes[lane] = x;
    lanes[LANES + lane] = y;
    lanes[2 * LANES + lane] = xx;
    lanes[3 * LANES + lane] = yy;
    lanes[4 * LANES + lane] = xy;
  }
}
