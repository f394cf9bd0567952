package dev.parallax.engine.block;

import dev.parallax.text.Digits;
import java.io.Serializable;
import java.util.List;

/**
 * A column that a workload promises: a result, or an input.
 *
 * @param name its name in tables and summaries
 * @param type what its entries are
 * @param unit such as {@code km/s}; empty if there is none or it is not known
 * @param description what it is, in words; may be empty
 * @param levels if not empty, the texts that the entries of a column of doubles stand for: entry k
 *     stands for text k
 * @param vector the vector of which it is one number; those of one vector come one after another.
 *     Empty for any other column
 */
public record Response(
    String name,
    ColumnType type,
    String unit,
    String description,
    List<String> levels,
    String vector)
    implements Serializable {

  /** Copies the levels. */
  public Response {
    levels = List.copyOf(levels);
  }

  /** A column that is no part of a vector. */
  public Response(
      String name, ColumnType type, String unit, String description, List<String> levels) {
    this(name, type, unit, description, levels, "");
  }

  /** A column of which no more is known. */
  public Response(String name, ColumnType type) {
    this(name, type, "", "", List.of());
  }

  /** How many of some columns, from one on, are numbers of one vector; 0 where that one is none. */
  public static int vectorLength(List<Response> columns, int from) {
    String vector = columns.get(from).vector();
    int to = from;
    while (!vector.isEmpty() && to < columns.size() && columns.get(to).vector().equals(vector)) {
      to++;
    }
    return to - from;
  }

  /** Whether the entries are texts, or stand for some. */
  public boolean isText() {
    return type == ColumnType.TEXT || !levels.isEmpty();
  }

  /** Whether the entries are numbers or truth values that stand for themselves. */
  public boolean isSingle() {
    return !isText() && vector.isEmpty();
  }

  /** Whether an entry of this column is no value: NaN, whatever the others stand for. */
  public boolean isMissing(Column column, int entry) {
    return type == ColumnType.DOUBLE && Double.isNaN(column.number(entry));
  }

  /**
   * The text that an entry is or stands for.
   *
   * @throws IllegalArgumentException if entries of this column are no texts, or this one is none of
   *     them
   */
  public String level(Column column, int entry) {
    if (column instanceof Column.Texts texts) {
      return texts.values()[entry];
    }
    double index = column.number(entry);
    if (!(index >= 0 && index < levels.size() && index == (int) index)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' has "
              + levels.size()
              + " texts and none of number "
              + Digits.shortest(index));
    }
    return levels.get((int) index);
  }

  /** An entry in words or digits; empty where it is missing. */
  public String text(Column column, int entry) {
    if (isMissing(column, entry)) {
      return "";
    }
    return switch (type) {
      case DOUBLE -> isText() ? level(column, entry) : Digits.shortest(column.number(entry));
      case LONG -> Long.toString(column.bits(entry));
      case BOOLEAN -> Boolean.toString(column.bits(entry) != 0);
      case TEXT -> level(column, entry);
    };
  }
}
