package dev.parallax.table.condition;

import dev.parallax.table.column.Cells;
import dev.parallax.table.column.Contents;
import java.util.Locale;
import java.util.Map;

/** The rows of a table, one after another, as a condition sees them. */
final class ConditionRow {
  private final Contents table;
  private final Map<String, Integer> places;
  private int number = -1;

  /**
   * Before the first row.
   *
   * @param places the place, from 0, of each column that the condition is on
   */
  ConditionRow(Contents table, Map<String, Integer> places) {
    this.table = table;
    this.places = places;
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
