package dev.parallax.table;

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
  private int comments;

  Daophot(LineReader lines) throws IOException {
    this.lines = lines;
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    boolean rows = false;
    while (!rows && lines.next()) {
      String line = MarkedLines.text(lines);
      rows = !line.isBlank() && !line.startsWith("#");
      comments += line.startsWith("#") ? 1 : 0;
      List<String> words = words(line.replaceFirst("^#[NU]", "").replaceFirst("\\\\\\s*$", ""));
      if (line.startsWith("#N")) {
        names.addAll(words);
      } else if (line.startsWith("#U")) {
        words.forEach(word -> units.add(word.equals("##") ? "" : word));
      }
    }
    if (!rows || names.isEmpty()) {
      throw new IOException("has no rows below #N lines with names");
    }
    lines.unread(lines.line());
    columns = TextHeader.headers(names, units.size() == names.size() ? units : List.of());
  }

  private static List<String> words(String text) {
    String plain = text.strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    List<String> cells = new ArrayList<>();
    while (lines.next()) {
      String line = MarkedLines.text(lines).strip();
      boolean comment = line.startsWith("#") && cells.isEmpty();
      comments += comment ? 1 : 0;
      if (comment || line.isEmpty()) {
        continue;
      }
      if (line.endsWith("*\\")) {
        throw new IOException("has several apertures for one star in line " + lines.number());
      }
      words(line.replaceFirst("\\\\$", ""))
          .forEach(word -> cells.add(word.equals("INDEF") ? "" : word));
      if (!line.endsWith("\\")) {
        return cells;
      }
    }
    if (!cells.isEmpty()) {
      throw new IOException("is cut short within a row, in line " + lines.number());
    }
    return List.of();
  }

  @Override
  public long line() {
    return lines.number();
  }

  @Override
  public List<String> skipped() {
    return List.of(Table.count(comments, "comment line") + " skipped");
  }
}
