package dev.parallax.kernel;

/** Two columns, centred and scaled once, ready for sums over resamples; shared by threads. */
final class PairTable {
  /**
   * Up to here a row's five summands are stored side by side in a cache line of their own, which
   * makes one load of what would be two loads and three products. Above, the table would not stay
   * in a core's cache.
   */
  static final int PACKED_ROWS = 8192;

  final double[] rawX;
  final double[] rawY;
  final CentredColumn x;
  final CentredColumn y;
  private final double[] packed;

  PairTable(double[] rawX, double[] rawY) {
    this.rawX = rawX;
    this.rawY = rawY;
    x = CentredColumn.of(rawX);
    y = CentredColumn.of(rawY);
    boolean small = rawX.length <= PACKED_ROWS;
    packed = small ? PairSums.pack(x.values(), y.values()) : new double[0];
  }

  /** The five sums over the rows. */
  void sum(PairSums kernel, int[] rows, double[] sums) {
    if (packed.length > 0) {
      kernel.packed(packed, rows, sums);
    } else {
      kernel.spread(x.values(), y.values(), rows, sums);
    }
  }

  /** The rows drawn, as a table of its own with its own centre and scale. */
  PairTable drawn(int[] rows) {
    double[] drawnX = new double[rows.length];
    double[] drawnY = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      drawnX[k] = rawX[rows[k]];
      drawnY[k] = rawY[rows[k]];
    }
    return new PairTable(drawnX, drawnY);
  }

  /** Whether the rows drawn are copies of two different rows, no more and no fewer. */
  boolean twoPoints(int[] rows) {
    int first = rows[0];
    int second = first;
    for (int row : rows) {
      if (!same(row, first) && !same(row, second)) {
        if (!same(second, first)) {
          return false;
        }
        second = row;
      }
    }
    return !same(second, first);
  }

  private boolean same(int row, int other) {
    return rawX[row] == rawX[other] && rawY[row] == rawY[other];
  }
}
