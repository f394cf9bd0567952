package dev.parallax.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rows of a table, one after another, as a condition sees them. */
final class ConditionRow {
  private final Contents table;
  private final Map<String, Integer> places = new HashMap<>();
  private int number = -1;

  /**
   * Before the first row.
   *
   * @throws IllegalArgumentException if the table lacks a column
   */
  ConditionRow(Contents table, Condition condition) {
    this.table = table;
    ColumnNames names = new ColumnNames(table.name(), table.names());
    condition.comparisons().forEach(c -> places.put(c.column(), c.place(names)));
  }

  boolean next() {
    return ++number < table.rows();
  }

  /** The row's number, from 0. */
  int number() {
    return number;
  }

  Cells cells(String column) {
    return table.cells().get(places.get(column));
  }

  IllegalArgumentException bad(String column, ArithmeticException reason) {
    int[] origin = table.origin();
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: column '%s', row %d: %s; to compare texts, quote what it is compared with",
            table.name(),
            column,
            (origin.length == 0 ? number : origin[number]) + 1,
            reason.getMessage()));
  }
}
