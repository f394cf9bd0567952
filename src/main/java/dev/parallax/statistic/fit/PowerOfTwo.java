package dev.parallax.statistic.fit;

/** Units in which a column's numbers are about 1, so that their squares and differences are too. */
final class PowerOfTwo {
  private PowerOfTwo() {}

  /** The exponent of the largest number; 0 if all are 0. */
  static int of(double[] column) {
    double largest = 0;
    for (double value : column) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** The column over 2 to an exponent. */
  static double[] scaled(double[] column, int exponent) {
    double[] scaled = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      scaled[row] = Math.scalb(column[row], -exponent);
    }
    return scaled;
  }
}
