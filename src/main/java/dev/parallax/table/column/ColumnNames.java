package dev.parallax.table.column;

import dev.parallax.text.Spelling;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Finds a table's column by its name, or by its number, from 1, if no column has that name. */
public record ColumnNames(String table, List<String> names) {
  /** The most columns of a text, so that a line of commas does not fill the memory. */
  public static final int MOST = 1 << 18;

  /**
   * Checks how many cells a line has.
   *
   * @throws IOException if they are more than {@link #MOST}
   */
  public static void check(int cells, long line) throws IOException {
    if (cells > MOST) {
      throw new IOException("has more than " + MOST + " cells in line " + line);
    }
  }

  /** Whether there is a column, or more than one, of that name or number. */
  public boolean has(String column) {
    return names.contains(column)
        || (column.matches("[0-9]{1,9}")
            && Integer.parseInt(column) >= 1
            && Integer.parseInt(column) <= names.size());
  }

  /**
   * The column's place, from 0.
   *
   * @throws IllegalArgumentException if there is no such column, or more than one of that name
   */
  public int index(String column) {
    int index = names.indexOf(column);
    if (index < 0) {
      return number(column);
    }
    int last = names.lastIndexOf(column);
    if (last != index) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: which column '%s'? columns %d and %d both have that name; give the number",
              table,
              column,
              index + 1,
              last + 1));
    }
    return index;
  }

  private int number(String column) {
    if (!column.matches("[0-9]{1,9}")) {
      String message = Spelling.unknown("column", column, names).getMessage();
      throw new IllegalArgumentException(table + ": " + message);
    }
    int number = Integer.parseInt(column);
    if (number < 1 || number > names.size()) {
      String all = names.size() == 1 ? "there is 1 column" : "there are " + names.size();
      throw new IllegalArgumentException(table + ": no column " + column + "; " + all);
    }
    return number - 1;
  }
}
