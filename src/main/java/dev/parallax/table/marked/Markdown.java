package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.text.LineReader;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of Markdown, as GitHub has it: it ends with a blank line. */
public final class Markdown implements MarkedLines {
  private static final Pattern DASHES =
      Pattern.compile("\\s*+\\|?+\\s*+:?+-++:?+\\s*+(?:\\|\\s*+:?+-++:?+\\s*+)*+\\|?+\\s*+");

  private final LineReader lines;
  private final List<ColumnHeader> columns;
  private long below;

  Markdown(LineReader lines) throws IOException {
    this.lines = lines;
    columns = ColumnHeader.named(cells(MarkedLines.first(lines)), List.of());
    lines.next();
    if (cells(MarkedLines.text(lines)).size() != columns.size()) {
      throw new IOException("has names and dashes of different numbers of columns");
    }
  }

  /** Whether lines begin with names above dashes, between bars. */
  static boolean begins(List<String> lines) {
    return lines.size() > 1
        && lines.get(0).contains("|")
        && lines.get(1).contains("|")
        && DASHES.matcher(lines.get(1)).matches();
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    if (!lines.next()) {
      return List.of();
    }
    String line = MarkedLines.text(lines);
    if (!line.isBlank()) {
      return cells(line);
    }
    while (lines.next()) {
      String rest = MarkedLines.text(lines);
      if (rest.contains("|")) {
        throw new IOException("has more below the end of its table, in line " + lines.number());
      }
      below += rest.isBlank() ? 0 : 1;
    }
    return List.of();
  }

  /** The cells between bars; a backslash keeps a bar in its cell. */
  private List<String> cells(String line) throws IOException {
    String inner = line.strip();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = inner.startsWith("|") ? 1 : 0; i < inner.length(); i++) {
      boolean escaped = inner.startsWith("\\|", i);
      if (inner.charAt(i) == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        ColumnNames.check(cells.size(), lines.number());
      } else {
        i += escaped ? 1 : 0;
        cell.append(inner.charAt(i));
      }
    }
    if (!inner.endsWith("|") || inner.endsWith("\\|")) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }

  @Override
  public long line() {
    return lines.number();
  }

  @Override
  public List<String> skipped() {
    return below == 0
        ? List.of()
        : List.of(Numbers.count(below, "line") + " below the table skipped");
  }
}
