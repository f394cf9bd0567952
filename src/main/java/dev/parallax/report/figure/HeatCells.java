package dev.parallax.report.figure;

import java.util.Arrays;

/**
 * A value for each cell of two axes.
 *
 * @param across the cells' extent across, on the axis
 * @param upwards their extent upwards
 * @param values by row, from below, then by column; NaN where there is none
 * @param filled the share of the cells in which there is a point
 * @param points how many points there are in a cell, on the average
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record HeatCells(
    Bins across, Bins upwards, double[][] values, double filled, double points) {

  /**
   * The means of a value in each cell: a cell for each of the parameters' values, or, where there
   * are hundreds of them, for each stretch.
   *
   * @param x the axis across, and {@code px} the points' parameter there
   * @param y the axis upwards, and {@code py} the points' parameter there
   * @param value the points' values; those that are not finite enter no mean
   */
  public static HeatCells means(Axis x, Axis y, double[] px, double[] py, double[] value) {
    double[] atX = Arrays.stream(px).map(x::place).toArray();
    double[] atY = Arrays.stream(py).map(y::place).toArray();
    Bins across = Bins.of(atX);
    Bins upwards = Bins.of(atY);
    double[][] starts = new double[upwards.size()][across.size()];
    double[][] means = new double[upwards.size()][across.size()];
    int[][] counts = new int[upwards.size()][across.size()];
    boolean[][] some = new boolean[upwards.size()][across.size()];
    for (int i = 0; i < value.length; i++) {
      int row = upwards.index(atY[i]);
      int column = across.index(atX[i]);
      if (row >= 0 && column >= 0) {
        some[row][column] = true;
        if (Double.isFinite(value[i])) {
          // From a cell's first value on, as steps are lost beside what is far from zero.
          int before = counts[row][column]++;
          starts[row][column] = before == 0 ? value[i] : starts[row][column];
          double distance = value[i] - starts[row][column];
          means[row][column] += (distance - means[row][column]) / (before + 1);
        }
      }
    }
    long filled = 0;
    for (int row = 0; row < means.length; row++) {
      for (int column = 0; column < means[row].length; column++) {
        boolean none = counts[row][column] == 0;
        means[row][column] = none ? Double.NaN : starts[row][column] + means[row][column];
        filled += some[row][column] ? 1 : 0;
      }
    }
    double cells = (double) across.size() * upwards.size();
    return new HeatCells(across, upwards, means, filled / cells, value.length / cells);
  }

  /** Whether a cell has no value. */
  public boolean anyUndefined() {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
  }
}
