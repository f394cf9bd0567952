package dev.parallax.table;

import java.util.Arrays;

/**
 * Some columns of a table, restricted to the rows in which each of them has a finite number
 * (listwise deletion).
 *
 * @param columns the values, {@code columns[c][i]} in the i-th complete row, in the table's order;
 *     arrays of equal length that nobody else holds
 * @param places the table's row, from 0, of each complete row
 * @param missing how many rows were left out because a value is missing
 * @param infinite how many more rows were left out because a value is infinite
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are what statistics work on
public record CompleteRows(double[][] columns, int[] places, int missing, int infinite) {

  /** How many rows are complete. */
  public int rows() {
    return columns[0].length;
  }

  /** How many rows were left out. */
  public int skipped() {
    return missing + infinite;
  }

  /** Picks the complete rows of full columns. */
  static CompleteRows of(double[][] full) {
    int rows = full[0].length;
    double[][] kept = new double[full.length][rows];
    int[] places = new int[rows];
    int size = 0;
    int missing = 0;
    for (int row = 0; row < rows; row++) {
      boolean gap = false;
      boolean finite = true;
      for (int c = 0; c < full.length; c++) {
        double value = full[c][row];
        kept[c][size] = value;
        gap |= Double.isNaN(value);
        finite &= Double.isFinite(value);
      }
      places[size] = row;
      missing += gap ? 1 : 0;
      size += finite ? 1 : 0;
    }
    for (int c = 0; c < kept.length; c++) {
      kept[c] = Arrays.copyOf(kept[c], size);
    }
    return new CompleteRows(kept, Arrays.copyOf(places, size), missing, rows - size - missing);
  }
}
