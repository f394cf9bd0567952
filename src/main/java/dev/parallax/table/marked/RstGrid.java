package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A grid table of reStructuredText, or a table as MySQL prints it: names between two rulers, rows
 * below, each in one line.
 */
final class RstGrid implements MarkedLines {
  private static final Pattern RULER = Pattern.compile("\\+(?:[-=]++\\+)++");

  private final LineReader lines;
  private final List<ColumnHeader> columns;
  private final int[] bounds;
  private String previous = "";

  RstGrid(LineReader lines) throws IOException {
    this.lines = lines;
    String first = MarkedLines.first(lines).stripTrailing();
    bounds = first.chars().filter(c -> c == '+').toArray();
    int at = 0;
    for (int i = 0; i < first.length(); i++) {
      if (first.charAt(i) == '+') {
        bounds[at++] = i;
      }
    }
    lines.next();
    columns = ColumnHeader.named(cells(MarkedLines.text(lines)), List.of());
    lines.next();
    if (!isRuler(MarkedLines.text(lines))) {
      throw new IOException("has no ruler under its names, in line " + lines.number());
    }
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    String before = previous;
    while (lines.next()) {
      String line = MarkedLines.text(lines);
      if (line.isBlank() && !before.isEmpty() && isRuler(before)) {
        MarkedLines.end(lines);
        return List.of();
      }
      previous = line;
      if (!isRuler(line)) {
        return cells(line);
      }
      before = line;
    }
    if (!isRuler(before)) {
      throw new IOException("is cut short: no ruler ends the table after line " + lines.number());
    }
    return List.of();
  }

  private boolean isRuler(String line) {
    String ruler = line.stripTrailing();
    boolean same =
        ruler.length() == bounds[bounds.length - 1] + 1 && RULER.matcher(ruler).matches();
    for (int bound : bounds) {
      same = same && ruler.charAt(bound) == '+';
    }
    return same;
  }

  private List<String> cells(String line) throws IOException {
    String row = line.stripTrailing();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < bounds.length; i++) {
      if (row.length() <= bounds[i] || row.charAt(bounds[i]) != '|') {
        throw new IOException(
            "line " + lines.number() + " has no bar at column " + (bounds[i] + 1));
      }
      if (i > 0) {
        cells.add(row.substring(bounds[i - 1] + 1, bounds[i]).strip());
        ColumnNames.check(cells.size(), lines.number());
      }
    }
    if (row.length() > bounds[bounds.length - 1] + 1) {
      throw new IOException("line " + lines.number() + " goes on behind its last bar");
    }
    return cells;
  }

  @Override
  public long line() {
    return lines.number();
  }
}
