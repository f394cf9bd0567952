package dev.parallax.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads CSV (split at commas, else at tabs, else at semicolons, whichever the first line has) and
 * whitespace ASCII. The names come from the first line; or, if that is of numbers, from the last
 * comment before it that has as many words; or are {@code col1}, {@code col2}, ...
 */
final class TextTableReader {
  private final String name;
  private final LineReader lines;

  private TextTableReader(String name, InputStream in) throws IOException {
    this.name = name;
    this.lines = new LineReader(in);
  }

  /**
   * Reads a table.
   *
   * @param single whether a first line without any delimiter is one column, not words
   */
  static Table read(String name, InputStream in, boolean single) throws IOException {
    return new TextTableReader(name, in).read(single);
  }

  private Table read(boolean single) throws IOException {
    String comment = "";
    String first = "";
    while (first.isBlank()) {
      if (!lines.next()) {
        throw new IOException("has no rows");
      }
      first = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
      if (first.startsWith("#")) {
        comment = first;
        first = "";
      }
    }
    char delimiter = delimiter(first, single);
    FieldReader fields = new FieldReader(lines, delimiter);
    fields.here();
    boolean headless = isData(fields.texts(), delimiter == ' ');
    List<String> names =
        headless ? fromComment(comment, delimiter, fields.count()) : numbered(fields.texts());
    String format = format(delimiter) + (headless ? " without a header" : "");
    return body(name, format, fields, headless, headers(names), Map.of());
  }

  /** Reads the rows below the names; {@code here} if the fields already stand at the first. */
  static Table body(
      String name,
      String format,
      FieldReader fields,
      boolean here,
      List<ColumnHeader> headers,
      Map<String, String> metadata)
      throws IOException {
    List<TextColumn> columns = headers.stream().map(header -> new TextColumn()).toList();
    int rows = 0;
    for (boolean more = here || fields.next(); more; more = fields.next()) {
      rows++;
      if (fields.count() != columns.size()) {
        throw new IOException(
            "has %d fields in line %d (row %d), but %d columns"
                .formatted(fields.count(), fields.line(), rows, columns.size()));
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(fields.cells(), fields.start(i), fields.end(i));
      }
    }
    if (rows == 0) {
      throw new IOException("has column names but no rows");
    }
    List<Cells> cells = columns.stream().map(TextColumn::cells).toList();
    List<ColumnHeader> typed = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      ColumnHeader header = headers.get(i);
      typed.add(
          new ColumnHeader(
              header.name(), cells.get(i).type(), header.unit(), header.description()));
    }
    return new Table(name, format, rows, typed, cells, metadata);
  }

  private static char delimiter(String line, boolean single) {
    for (char candidate : new char[] {',', '\t', ';'}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return single ? ',' : ' ';
  }

  private static String format(char delimiter) {
    return switch (delimiter) {
      case '\t' -> "CSV (tabs)";
      case ';' -> "CSV (semicolons)";
      case ' ' -> "ASCII";
      default -> "CSV";
    };
  }

  /** A line of numbers alone is data; in ASCII, where names are often in a comment, any number. */
  private static boolean isData(List<String> first, boolean ascii) {
    long numbers =
        first.stream()
            .map(Numeral::of)
            .filter(numeral -> numeral != Numeral.WORDS && numeral != Numeral.MISSING)
            .count();
    return ascii ? numbers > 0 : numbers == first.size();
  }

  private static List<String> fromComment(String comment, char delimiter, int count)
      throws IOException {
    byte[] words = comment.replaceFirst("^#+", "").getBytes(StandardCharsets.UTF_8);
    if (words.length > 0) {
      FieldReader fields =
          new FieldReader(new LineReader(new ByteArrayInputStream(words)), delimiter);
      if (fields.next() && fields.count() == count) {
        return numbered(fields.texts());
      }
    }
    return numbered(Collections.nCopies(count, ""));
  }

  private static List<String> numbered(List<String> names) {
    List<String> all = new ArrayList<>();
    for (String given : names) {
      all.add(given.isBlank() ? "col" + (all.size() + 1) : given);
    }
    return all;
  }

  private static List<ColumnHeader> headers(List<String> names) {
    return names.stream().map(n -> new ColumnHeader(n, CellType.TEXT)).toList();
  }
}
