package dev.parallax.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    List<String> given = headless ? words(comment, delimiter) : fields.texts();
    boolean named = given.size() == fields.count();
    List<String> names = named ? given : Collections.nCopies(fields.count(), "");
    String format = format(delimiter) + (named ? "" : " without a header");
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
            String.format(
                Locale.ROOT,
                "line %d (row %d) has %s, but there are %s",
                fields.line(),
                rows,
                Table.count(fields.count(), "field"),
                Table.count(columns.size(), "column")));
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(fields.cells(), fields.start(i), fields.end(i));
      }
    }
    if (rows == 0) {
      throw new IOException("has column names but no rows");
    }
    return typed(name, format, rows, headers, columns, metadata);
  }

  private static Table typed(
      String name,
      String format,
      int rows,
      List<ColumnHeader> headers,
      List<TextColumn> columns,
      Map<String, String> metadata) {
    List<Cells> cells = columns.stream().map(TextColumn::cells).toList();
    List<ColumnHeader> typed = new ArrayList<>();
    for (ColumnHeader header : headers) {
      CellType type = cells.get(typed.size()).type();
      typed.add(new ColumnHeader(header.name(), type, header.unit(), header.description()));
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

  private static List<String> words(String comment, char delimiter) throws IOException {
    byte[] words = comment.replaceFirst("^#+", "").getBytes(StandardCharsets.UTF_8);
    FieldReader fields =
        new FieldReader(new LineReader(new ByteArrayInputStream(words)), delimiter);
    return fields.next() ? fields.texts() : List.of();
  }

  private static List<ColumnHeader> headers(List<String> names) {
    List<ColumnHeader> headers = new ArrayList<>();
    for (String given : names) {
      String name = given.isBlank() ? "col" + (headers.size() + 1) : given;
      headers.add(new ColumnHeader(name, CellType.TEXT));
    }
    return headers;
  }
}
