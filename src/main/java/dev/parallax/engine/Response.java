package dev.parallax.engine;

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
}
