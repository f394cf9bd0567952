package dev.parallax.table.condition;

import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.Contents;
import dev.parallax.text.Numbers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A condition on the cells of a row, such as {@code mag < 20 and (type = Sa or type = "S0 pec")}.
 *
 * <p>A comparison is of a column, by name or number, with a number or a text: {@code <}, {@code
 * <=}, {@code >}, {@code >=}, {@code =}, {@code !=}. {@code not} binds closer than {@code and},
 * {@code and} closer than {@code or}; {@code ==}, {@code &&} and {@code ||} are understood. Names
 * and texts with blanks, brackets or signs of comparison stand in quotes, single or double.
 *
 * <p>A comparison of a missing value with a number is neither true nor false, and a row whose
 * condition is neither is left out, as in SQL. Compared with a text, a missing value is the empty
 * text; texts are in the order of their characters.
 */
public final class Condition {
  private final String text;
  private final RowTest test;

  private Condition(String text, RowTest test) {
    this.text = text;
    this.test = test;
  }

  /**
   * A condition in text form.
   *
   * @throws IllegalArgumentException if it is none, in one line with the position, from 1
   */
  public static Condition parse(String text) {
    return new Condition(text.strip(), new ConditionParser(text).parse());
  }

  Stream<RowTest.Comparison> comparisons() {
    return test.comparisons();
  }

  /**
   * The rows of a table that meet it.
   *
   * @throws IllegalArgumentException if there are none, or a column is not there
   */
  public Contents selection(Contents table) {
    int[] kept = new int[table.rows()];
    int size = 0;
    int unknown = 0;
    ColumnNames names = new ColumnNames(table.name(), table.names());
    Map<String, Integer> places = new HashMap<>();
    comparisons().forEach(c -> places.put(c.column(), c.place(names)));
    ConditionRow row = new ConditionRow(table, places);
    while (row.next()) {
      Truth truth = test.of(row);
      kept[size] = row.number();
      size += truth == Truth.TRUE ? 1 : 0;
      unknown += truth == Truth.UNKNOWN ? 1 : 0;
    }
    String want = unknown == 0 ? "" : ", " + unknown + " of them for want of a value";
    if (size == 0) {
      throw new IllegalArgumentException(complaint(table, want));
    }
    return table.select(Arrays.copyOf(kept, size)).noting(note(size, table.rows() - size, want));
  }

  private String complaint(Contents table, String want) {
    return String.format(
        Locale.ROOT,
        "%s: no row meets the condition '%s'; %s dropped%s",
        table.name(),
        text,
        Numbers.count(table.rows(), "row"),
        want);
  }

  private String note(int kept, int dropped, String want) {
    return String.format(
        Locale.ROOT,
        "where %s: %s kept, %d dropped%s",
        text,
        Numbers.count(kept, "row"),
        dropped,
        want);
  }

  /** The condition as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
