package dev.parallax.engine.block;

import dev.parallax.spelling.Digits;
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
 */
public record Response(
    String name, ColumnType type, String unit, String description, List<String> levels)
    implements Serializable {

  /** Copies the levels. */
  public Response {
    levels = List.copyOf(levels);
  }

  /** A column of numbers or truth values of which no more is known. */
  public Response(String name, ColumnType type) {
    this(name, type, "", "", List.of());
  }

  /** Whether the entries stand for texts. */
  public boolean isText() {
    return !levels.isEmpty();
  }

  /** Whether an entry of this column is no value: NaN, whatever the others stand for. */
  public boolean isMissing(Column column, int entry) {
    return type == ColumnType.DOUBLE && Double.isNaN(column.number(entry));
  }

  /**
   * The text that an entry stands for.
   *
   * @throws IllegalArgumentException if entries of this column are no texts, or this one is none of
   *     them
   */
  public String level(Column column, int entry) {
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
    };
  }
}
