package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.text.LineReader;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of DAOPHOT, a package of IRAF: {@code #N} lines have the names, {@code #U} the units;
 * a backslash at the end of a line says that its row goes on. INDEF is a missing value.
 */
final class Daophot implements MarkedLines {
  private final LineReader lines;
  private final List<ColumnHeader> columns;
  private long comments;

  Daophot(LineReader lines) throws IOException {
    this.lines = lines;
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    boolean rows = false;
    while (!rows && lines.next()) {
      if (lines.length() == 0) {
        continue;
      }
      String line = MarkedLines.text(lines);
      rows = !line.isBlank() && !line.startsWith("#");
      comments += line.startsWith("#") ? 1 : 0;
      if (line.startsWith("#N")) {
        names.addAll(entries(line));
      } else if (line.startsWith("#U")) {
        entries(line).forEach(word -> units.add(word.equals("##") ? "" : word));
      }
      ColumnNames.check(Math.max(names.size(), units.size()), lines.number());
    }
    if (!rows || names.isEmpty()) {
      throw new IOException("has no rows below #N lines with names");
    }
    lines.unread(lines.line());
    columns = ColumnHeader.named(names, units.size() == names.size() ? units : List.of());
  }

  private List<String> entries(String line) throws IOException {
    return words(line.substring(2).replaceFirst("\\\\\\s*$", ""));
  }

  private List<String> words(String text) throws IOException {
    String plain = text.strip();
    String[] words = plain.split("\\s+", ColumnNames.MOST + 2);
    ColumnNames.check(words.length, lines.number());
    return plain.isEmpty() ? List.of() : List.of(words);
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    List<String> cells = new ArrayList<>();
    for (String line = part(false); !line.isEmpty(); line = part(!cells.isEmpty())) {
      if (line.endsWith("*\\")) {
        throw new IOException("has several apertures for one star in line " + lines.number());
      }
      words(line.replaceFirst("\\\\$", ""))
          .forEach(word -> cells.add(word.equals("INDEF") ? "" : word));
      if (!line.endsWith("\\")) {
        return cells;
      }
      if (cells.size() > columns.size()) {
        throw new IOException(
            "line " + lines.number() + " goes on with a row of more cells than there are names");
      }
    }
    if (!cells.isEmpty()) {
      throw new IOException("is cut short within a row, in line " + lines.number());
    }
    return List.of();
  }

  /** The next line that is not blank, nor a comment where no row has begun; empty if none is. */
  private String part(boolean begun) throws IOException {
    while (lines.next()) {
      String line = lines.length() == 0 ? "" : MarkedLines.text(lines).strip();
      boolean comment = line.startsWith("#") && !begun;
      comments += comment ? 1 : 0;
      if (!comment && !line.isEmpty()) {
        return line;
      }
    }
    return "";
  }

  @Override
  public long line() {
    return lines.number();
  }

  @Override
  public List<String> skipped() {
    return List.of(Numbers.count(comments, "comment line") + " skipped");
  }
}
