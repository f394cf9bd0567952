package dev.parallax.bootstrap;

import dev.parallax.table.CompleteRows;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;

/** The complete rows of a table's columns. */
public final class Sample {
  private final List<String> names;
  private final double[][] columns;
  private final int skipped;

  private Sample(List<String> names, double[][] columns, int skipped) {
    this.names = names;
    this.columns = columns;
    this.skipped = skipped;
  }

  static Sample of(Table table, List<String> names) {
    CompleteRows complete = table.complete(names);
    double[][] kept = complete.columns();
    int rows = complete.rows();
    String values = names.size() == 1 ? "a value" : "values";
    String shown = values + " in '" + String.join("' and '", names) + "'";
    if (rows == 0) {
      throw new IllegalArgumentException(table.name() + ": no row has " + shown);
    }
    if (rows == 1) {
      throw new IllegalArgumentException(
          table.name() + ": only one row has " + shown + "; a bootstrap needs two or more");
    }
    for (int c = 0; c < kept.length; c++) {
      check(table, names.get(c), kept[c]);
    }
    return new Sample(List.copyOf(names), kept, complete.skipped());
  }

  private static void check(Table table, String name, double[] column) {
    if (Arrays.stream(column).allMatch(value -> value == column[0])) {
      throw new IllegalArgumentException(
          table.name() + ": column '" + name + "' is constant: every value is " + column[0]);
    }
  }

  /** The columns' names. */
  public List<String> names() {
    return names;
  }

  /** How many rows there are. */
  public int rows() {
    return columns[0].length;
  }

  /** How many rows of the table were left out because a value is missing or infinite. */
  public int skipped() {
    return skipped;
  }

  /** Its columns, in the order of the names: a view, not to be changed. */
  public double[][] columns() {
    return columns;
  }
}
