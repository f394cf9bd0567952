package dev.parallax.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a text table says, or seems to say, before its rows.
 *
 * @param format what it was taken for
 * @param columns names and units
 * @param comments how many comments there are above
 * @param names where the names come from, if that is not the first line
 * @param fields the fields, about to read the first row
 */
record TextHeader(
    String format, List<ColumnHeader> columns, int comments, String names, FieldReader fields) {

  /**
   * Reads as far as the rows.
   *
   * @param single whether a first line without any delimiter is one column, not words
   */
  static TextHeader read(LineReader lines, boolean single) throws IOException {
    List<String> comments = new ArrayList<>();
    String first = "";
    while (first.isBlank()) {
      if (!lines.next()) {
        throw new IOException("has no rows");
      }
      first = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
      if (first.matches("(?s)\\s*[#!%].*")) {
        comments.add(first.strip());
        first = "";
      }
    }
    char delimiter = delimiter(first, single);
    FieldReader fields = new FieldReader(lines, delimiter);
    fields.here();
    return of(lines, comments, delimiter, fields, FirstLines.read(lines, fields));
  }

  private static TextHeader of(
      LineReader lines, List<String> comments, char delimiter, FieldReader fields, FirstLines first)
      throws IOException {
    String format = format(delimiter);
    int count = comments.size();
    if (first.rule() > 0) {
      first.putBack(lines, first.rule() + 1);
      List<String> units = first.rule() == 2 ? first.texts().get(1) : List.of();
      return new TextHeader(format, headers(first.texts().get(0), units), count, "", fields);
    }
    if (!first.isHeadless(delimiter == ' ')) {
      first.putBack(lines, 1);
      return new TextHeader(format, headers(first.texts().get(0), List.of()), count, "", fields);
    }
    first.putBack(lines, 0);
    int width = first.texts().get(0).size();
    SextractorHeader listed = SextractorHeader.of(comments, width);
    if (!listed.columns().isEmpty()) {
      String names = "names from the numbered list in its comments";
      return new TextHeader(format, listed.columns(), count, names, fields);
    }
    for (int i = comments.size() - 1; i >= 0; i--) {
      List<String> words = words(comments.get(i), delimiter);
      if (words.size() == width) {
        String names = "names from the comment '" + shortened(comments.get(i)) + "'";
        return new TextHeader(format, headers(words, List.of()), count, names, fields);
      }
    }
    List<ColumnHeader> unnamed = headers(Collections.nCopies(width, ""), List.of());
    return new TextHeader(
        format + " without a header", unnamed, count, "no names: they are col1, col2, ...", fields);
  }

  private static char delimiter(String line, boolean single) {
    for (char candidate : new char[] {',', '\t', ';', '|'}) {
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
      case '|' -> "CSV (bars)";
      case ' ' -> "ASCII";
      default -> "CSV";
    };
  }

  private static List<String> words(String comment, char delimiter) throws IOException {
    byte[] words = comment.replaceFirst("^[#!%]+", "").getBytes(StandardCharsets.UTF_8);
    FieldReader fields =
        new FieldReader(new LineReader(new ByteArrayInputStream(words)), delimiter);
    return fields.next() ? fields.texts() : List.of();
  }

  private static String shortened(String comment) {
    return comment.length() <= 60 ? comment : comment.substring(0, 57) + "...";
  }

  private static List<ColumnHeader> headers(List<String> names, List<String> units) {
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
