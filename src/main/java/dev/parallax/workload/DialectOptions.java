package dev.parallax.workload;

import dev.parallax.table.Table;
import dev.parallax.table.text.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say what a CSV or ASCII table is like, where that is not to be guessed. */
@Topic(Topic.Heading.TABLE)
public final class DialectOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--header",
      paramLabel = "yes|no|N",
      description =
          "CSV and ASCII: whether there is a line of column names (yes, no), or its line "
              + "number (default: detected).")
  private String header;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description =
          "CSV and ASCII: the separator: comma, tab, space, semicolon, bar or a "
              + "character (default: detected).")
  private String delimiter;

  @Affects(Effect.NUMBERS)
  @Option(names = "--decimal-comma", description = "CSV and ASCII: read 1,5 as 1.5.")
  private boolean decimalComma;

  /**
   * The dialect that is asked for.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  public Dialect dialect() {
    Dialect dialect = Dialect.GUESSED;
    try {
      dialect = header == null ? dialect : dialect.withHeader(header);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--header: " + e.getMessage(), e);
    }
    try {
      dialect = delimiter == null ? dialect : dialect.withDelimiter(delimiter);
      return decimalComma ? dialect.withDecimalComma() : dialect;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--delimiter: " + e.getMessage(), e);
    }
  }

  /**
   * Checks that none of the options is given where no table is.
   *
   * @param option what would name the table
   * @throws IllegalArgumentException if one is
   */
  public void checkUnused(String option) {
    if (header != null || delimiter != null || decimalComma) {
      String given =
          header != null ? "--header" : delimiter != null ? "--delimiter" : "--decimal-comma";
      throw new IllegalArgumentException(given + " is for a table: give " + option);
    }
  }

  /** What was read, and what was guessed, skipped and dropped, a line each. */
  public static List<String> notices(Table table) {
    List<String> notices = new ArrayList<>();
    notices.add(table.toString());
    table.notes().forEach(note -> notices.add("  " + note));
    return notices;
  }

  /** The same for scripts: file, format, rows and notes. */
  static Map<String, Object> fields(Table table) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", table.name());
    fields.put("format", table.format());
    fields.put("rows", table.rows());
    fields.put("notes", table.notes());
    return fields;
  }
}
