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
    RunningMeans means = new RunningMeans(upwards.size(), across.size());
    for (int i = 0; i < value.length; i++) {
      int row = upwards.index(atY[i]);
      int column = across.index(atX[i]);
      if (row >= 0 && column >= 0) {
        means.add(row, column, value[i]);
      }
    }
    double cells = (double) across.size() * upwards.size();
    return new HeatCells(
        across, upwards, means.values(), means.filled() / cells, value.length / cells);
  }

  /** The mean of each cell, as values come. */
  private static final class RunningMeans {
    private final double[][] starts;
    private final double[][] distances;
    private final int[][] counts;
    private final boolean[][] some;

    RunningMeans(int rows, int columns) {
      starts = new double[rows][columns];
      distances = new double[rows][columns];
      counts = new int[rows][columns];
      some = new boolean[rows][columns];
    }

    /**
     * Adds to a mean: from a cell's first value on, as steps are lost beside what is far from 0.
     */
    void add(int row, int column, double value) {
      some[row][column] = true;
      if (Double.isFinite(value)) {
        int before = counts[row][column]++;
        starts[row][column] = before == 0 ? value : starts[row][column];
        double distance = value - starts[row][column];
        distances[row][column] += (distance - distances[row][column]) / (before + 1);
      }
    }

    double[][] values() {
      double[][] values = new double[counts.length][];
      for (int row = 0; row < values.length; row++) {
        values[row] = new double[counts[row].length];
        for (int column = 0; column < values[row].length; column++) {
          boolean none = counts[row][column] == 0;
          values[row][column] = none ? Double.NaN : starts[row][column] + distances[row][column];
        }
      }
      return values;
    }

    /** In how many cells there is a point. */
    long filled() {
      long filled = 0;
      for (boolean[] row : some) {
        for (boolean cell : row) {
          filled += cell ? 1 : 0;
        }
      }
      return filled;
    }
  }

  /** Whether the values are evener on a logarithmic scale. */
  public boolean suitLog() {
    return Axis.suitsLog(Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray());
  }

  /** Whether a cell has no value. */
  public boolean anyUndefined() {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
  }
}
