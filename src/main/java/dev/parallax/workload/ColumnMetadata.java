package dev.parallax.workload;

import dev.parallax.engine.block.Response;
import dev.parallax.text.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Units and descriptions of columns, by name; of a vector by that of the whole.
 *
 * @param units such as {@code Msun}
 * @param descriptions in words
 */
public record ColumnMetadata(Map<String, String> units, Map<String, String> descriptions) {
  /** Of no column. */
  public static final ColumnMetadata NONE = new ColumnMetadata(Map.of(), Map.of());

  /** Copies the maps. */
  public ColumnMetadata {
    units = Map.copyOf(units);
    descriptions = Map.copyOf(descriptions);
  }

  /** Columns with what is said of them here. */
  public List<Response> of(List<Response> columns) {
    return units.isEmpty() && descriptions.isEmpty()
        ? columns
        : columns.stream().map(this::of).toList();
  }

  private Response of(Response column) {
    String key = column.vector().isEmpty() ? column.name() : column.vector();
    return new Response(
        column.name(),
        column.type(),
        units.getOrDefault(key, column.unit()),
        descriptions.getOrDefault(key, column.description()),
        column.levels(),
        column.vector());
  }

  /**
   * Checks that there are such columns, and that nothing said is empty.
   *
   * @throws IllegalArgumentException if not
   */
  public void check(List<Response> columns) {
    Set<String> known = new LinkedHashSet<>();
    columns.forEach(
        column -> known.add(column.vector().isEmpty() ? column.name() : column.vector()));
    check("--unit", units, known);
    check("--describe", descriptions, known);
  }

  private static void check(String option, Map<String, String> said, Set<String> known) {
    for (Map.Entry<String, String> one : said.entrySet()) {
      if (!known.contains(one.getKey())) {
        throw Spelling.unknown("parameter or response", one.getKey(), " for " + option, known);
      }
      if (one.getValue().isBlank()) {
        throw new IllegalArgumentException(
            option + " is written NAME=TEXT, and '" + one.getKey() + "' has no text");
      }
    }
  }
}
