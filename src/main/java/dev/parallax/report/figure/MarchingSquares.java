package dev.parallax.report.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of equal value through the cells of a grid: linear between two corners, straight within a
 * cell, and only through cells with a value at each of their four corners. Where two opposite
 * corners are above the level and two below, the mean of the four decides.
 */
final class MarchingSquares {
  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final double level;

  /** For each side of a cell that is crossed, the sides that a line leads to from there. */
  private final Map<Integer, int[]> links = new LinkedHashMap<>();

  private final Set<Integer> seen = new HashSet<>();

  private MarchingSquares(double[] x, double[] y, double[][] z, double level) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.level = level;
  }

  /**
   * The lines.
   *
   * @param x the corners' places across, rising
   * @param y their places upwards, rising
   * @param z the values, by row, then by column
   * @return each of its places across and its places upwards; one that is closed ends where it
   *     begins
   */
  static List<double[][]> paths(double[] x, double[] y, double[][] z, double level) {
    MarchingSquares squares = new MarchingSquares(x, y, z, level);
    for (int row = 0; row + 1 < y.length; row++) {
      for (int column = 0; column + 1 < x.length; column++) {
        squares.cross(row, column);
      }
    }
    return squares.joined();
  }

  private boolean isAbove(int row, int column) {
    return z[row][column] >= level;
  }

  /** The lines through a cell, from the sides that they cross; sides go round from below. */
  private void cross(int row, int column) {
    double sum = z[row][column] + z[row][column + 1] + z[row + 1][column] + z[row + 1][column + 1];
    if (!Double.isFinite(sum)) {
      return;
    }
    int[] sides = sides(row, column);
    boolean[] corners = corners(row, column);
    List<Integer> crossed = new ArrayList<>();
    for (int side = 0; side < sides.length; side++) {
      if (corners[side] != corners[(side + 1) % sides.length]) {
        crossed.add(sides[side]);
      }
    }
    boolean saddle = crossed.size() == sides.length;
    int from = saddle && corners[0] != sum / 4 >= level ? 1 : 0;
    for (int i = 0; i < crossed.size(); i += 2) {
      link(crossed.get((from + i) % crossed.size()), crossed.get((from + i + 1) % crossed.size()));
    }
  }

  private int[] sides(int row, int column) {
    return new int[] {
      horizontal(row, column),
      vertical(row, column + 1),
      horizontal(row + 1, column),
      vertical(row, column)
    };
  }

  /** Which corners are above the level, each where the side of its number begins. */
  private boolean[] corners(int row, int column) {
    return new boolean[] {
      isAbove(row, column),
      isAbove(row, column + 1),
      isAbove(row + 1, column + 1),
      isAbove(row + 1, column)
    };
  }

  private int horizontal(int row, int column) {
    return 2 * (row * x.length + column);
  }

  private int vertical(int row, int column) {
    return horizontal(row, column) + 1;
  }

  private void link(int a, int b) {
    links.merge(a, new int[] {b}, (one, other) -> new int[] {one[0], other[0]});
    links.merge(b, new int[] {a}, (one, other) -> new int[] {one[0], other[0]});
  }

  /** Lines that end somewhere from their ends, then those that are closed. */
  private List<double[][]> joined() {
    List<double[][]> paths = new ArrayList<>();
    for (boolean open : new boolean[] {true, false}) {
      for (Map.Entry<Integer, int[]> side : links.entrySet()) {
        if (!seen.contains(side.getKey()) && (side.getValue().length == 1 || !open)) {
          paths.add(path(side.getKey(), !open));
        }
      }
    }
    return paths;
  }

  private double[][] path(int start, boolean closed) {
    List<Integer> sides = new ArrayList<>();
    int at = start;
    while (at >= 0) {
      seen.add(at);
      sides.add(at);
      int next = -1;
      for (int other : links.get(at)) {
        next = seen.contains(other) ? next : other;
      }
      at = next;
    }
    if (closed) {
      sides.add(start);
    }
    double[][] path = new double[2][sides.size()];
    for (int i = 0; i < sides.size(); i++) {
      put(sides.get(i), path, i);
    }
    return path;
  }

  /** Where a side is crossed. */
  private void put(int side, double[][] path, int i) {
    int row = side / 2 / x.length;
    int column = side / 2 % x.length;
    boolean upright = side % 2 == 1;
    double from = z[row][column];
    double to = upright ? z[row + 1][column] : z[row][column + 1];
    double share = (level - from) / (to - from);
    path[0][i] = upright ? x[column] : x[column] + share * (x[column + 1] - x[column]);
    path[1][i] = upright ? y[row] + share * (y[row + 1] - y[row]) : y[row];
  }
}
