package dev.parallax.table;

import java.util.Objects;

/**
 * What is known of a column besides its cells.
 *
 * @param name its name, not empty
 * @param type what its cells are; for a column of a text file, the narrowest type that all of them
 *     can be read as
 * @param unit such as {@code km/s}; empty if there is none or it is not known
 * @param description what it holds, in words; may be empty
 */
public record ColumnHeader(String name, CellType type, String unit, String description) {

  /** Checks the parts. */
  public ColumnHeader {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /** A column without unit and description. */
  public ColumnHeader(String name, CellType type) {
    this(name, type, "", "");
  }
}
