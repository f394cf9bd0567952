package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A simple table of reStructuredText: each column is where a ruler has its equal signs. */
final class RstSimple implements MarkedLines {
  private final LineReader lines;
  private final String ruler;
  private final List<ColumnHeader> columns;

  RstSimple(LineReader lines) throws IOException {
    this.lines = lines;
    ruler = MarkedLines.first(lines).stripTrailing();
    lines.next();
    columns = ColumnHeader.named(cells(MarkedLines.text(lines)), List.of());
    lines.next();
    if (!MarkedLines.text(lines).stripTrailing().equals(ruler)) {
      throw new IOException("has no ruler under its names, in line " + lines.number());
    }
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    while (lines.next()) {
      String line = lines.length() == 0 ? "" : MarkedLines.text(lines).stripTrailing();
      if (line.equals(ruler)) {
        MarkedLines.end(lines);
        return List.of();
      }
      if (!line.isEmpty()) {
        return cells(line);
      }
    }
    throw new IOException("is cut short: no ruler ends the table after line " + lines.number());
  }

  /** Cells at the ruler's columns, the last of which may be longer; nothing stands between. */
  private List<String> cells(String line) throws IOException {
    if (line.indexOf('\t') >= 0) {
      throw new IOException(
          "line " + lines.number() + " has a tab, but its columns are at fixed places");
    }
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at < ruler.length()) {
      int start = ruler.indexOf('=', at);
      int end = ruler.indexOf(' ', start) < 0 ? Integer.MAX_VALUE : ruler.indexOf(' ', start);
      int next = ruler.indexOf('=', Math.min(end, ruler.length()));
      blank(line, at, start);
      cells.add(part(line, start, end).strip());
      ColumnNames.check(cells.size(), lines.number());
      at = end == Integer.MAX_VALUE || next < 0 ? ruler.length() : end;
    }
    return cells;
  }

  private void blank(String line, int from, int to) throws IOException {
    if (!part(line, from, to).isBlank()) {
      throw new IOException(
          "line " + lines.number() + " has text between its columns, at column " + (from + 1));
    }
  }

  private static String part(String line, int from, int to) {
    return line.substring(Math.min(from, line.length()), Math.min(to, line.length()));
  }

  @Override
  public long line() {
    return lines.number();
  }
}
