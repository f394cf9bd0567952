package dev.parallax.table.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a column besides its cells.
 *
 * @param name its name, not empty
 * @param type what its cells are; for a column of a text file, the narrowest type that all of them
 *     can be read as
 * @param unit such as {@code km/s}; empty if there is none or it is not known
 * @param description what it holds, in words; may be empty
 * @param log10 whether the cells are the common logarithms of what name and unit say
 * @param length how many numbers each cell is an array of; 0 where it is a single value
 */
public record ColumnHeader(
    String name, CellType type, String unit, String description, boolean log10, int length) {

  /** Checks the parts. */
  public ColumnHeader {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /** A column of what name and unit say. */
  public ColumnHeader(String name, CellType type, String unit, String description) {
    this(name, type, unit, description, false, 0);
  }

  /** A column whose cells are arrays of so many numbers. */
  public static ColumnHeader ofArrays(String name, String unit, String description, int length) {
    return new ColumnHeader(name, CellType.DOUBLE, unit, description, false, length);
  }

  /** A column without unit and description. */
  public ColumnHeader(String name, CellType type) {
    this(name, type, "", "");
  }

  /** Name and unit as an axis shows them: {@code distance [Mpc]}, {@code log10(distance / Mpc)}. */
  public String label() {
    if (log10) {
      return "log10(" + name + (unit.isEmpty() ? "" : " / " + unit) + ")";
    }
    return name + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  /** The name as a formula shows it: {@code distance}, {@code log10(distance)}. */
  public String term() {
    return log10 ? "log10(" + name + ")" : name;
  }

  public ColumnHeader withType(CellType other) {
    return new ColumnHeader(name, other, unit, description, log10, length);
  }

  public ColumnHeader logarithm() {
    return new ColumnHeader(name, CellType.DOUBLE, unit, description, true, length);
  }

  /**
   * Columns of text.
   *
   * @param names their names; one that is blank becomes {@code col} and its number, from 1
   * @param units their units, of the first so many
   */
  public static List<ColumnHeader> named(List<String> names, List<String> units) {
    List<ColumnHeader> headers = new ArrayList<>();
    for (String given : names) {
      int i = headers.size();
      String name = given.isBlank() ? "col" + (i + 1) : given;
      String unit = i < units.size() ? units.get(i) : "";
      headers.add(new ColumnHeader(name, CellType.TEXT, unit, ""));
    }
    return headers;
  }
}
