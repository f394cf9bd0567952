package dev.parallax.report.figure.chart;

/** The least and the greatest of some numbers. */
final class Extent {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Takes a number; one that is not finite is left out. */
  void add(double value) {
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  void add(double[] values) {
    for (double value : values) {
      add(value);
    }
  }

  /** The least; 0 of none. */
  double low() {
    return low > high ? 0 : low;
  }

  /** The greatest; 1 of none. */
  double high() {
    return low > high ? 1 : high;
  }
}
