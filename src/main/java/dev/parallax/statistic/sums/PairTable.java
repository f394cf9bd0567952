package dev.parallax.statistic.sums;

/** Two columns, centred and scaled once, ready for sums over resamples; shared by threads. */
public final class PairTable {
  private final double[] rawX;
  private final double[] rawY;
  private final PairSums sums;
  private final int exponentX;
  private final int exponentY;

  /** Two columns of equal length, not to be changed. */
  public PairTable(double[] rawX, double[] rawY) {
    this.rawX = rawX;
    this.rawY = rawY;
    CentredColumn x = CentredColumn.of(rawX);
    CentredColumn y = CentredColumn.of(rawY);
    exponentX = x.exponent();
    exponentY = y.exponent();
    sums = PatientSums.of(x.values(), y.values(), x.counted() && y.counted());
  }

  /** The sums of the centred columns. */
  PairSums sums() {
    return sums;
  }

  /** The power of two that one unit of the centred x is. */
  int exponentX() {
    return exponentX;
  }

  /** The power of two that one unit of the centred y is. */
  int exponentY() {
    return exponentY;
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
  public boolean twoPoints(int[] rows) {
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
