package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.TextBytes;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.List;

/** The rows of a text whose marks are taken off. */
sealed interface MarkedLines permits Markdown, RstGrid, RstSimple, Latex, Daophot {

  /** The names and units. */
  List<ColumnHeader> columns();

  /** The cells of the next row; none at the end. */
  List<String> next() throws IOException;

  /** The number of the line the row ends in. */
  long line();

  /** What was skipped so far, a line each. */
  default List<String> skipped() {
    return List.of();
  }

  /** The line that a reader stands at. */
  static String text(LineReader lines) {
    return TextBytes.decoded(lines.bytes(), 0, lines.length());
  }

  /** The first line that is not blank; the reader stands at it. */
  static String first(LineReader lines) throws IOException {
    String first = "";
    while (first.isBlank() && lines.next()) {
      first = text(lines);
    }
    return first;
  }

  /** Passes over what is below a table, which must be blank. */
  static void end(LineReader lines) throws IOException {
    while (lines.next()) {
      if (!text(lines).isBlank()) {
        throw new IOException("has more below the end of its table, in line " + lines.number());
      }
    }
  }
}
