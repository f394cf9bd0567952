package dev.parallax.table.fixed;

import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.Contents;
import dev.parallax.table.column.GrowingColumn;
import dev.parallax.table.column.NumberColumn;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.TextTableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a text file that declares its columns, as they are read. Every cell is held to its
 * column's type, wanted or not, for a word where a number belongs is a sign of data that are not
 * where they should be.
 */
public final class DeclaredRows {
  private final String name;
  private final List<DeclaredColumn> columns;
  private final List<GrowingColumn> growing;
  private int rows;

  /**
   * No rows yet.
   *
   * @throws IllegalArgumentException if a wanted column is not there
   */
  public DeclaredRows(String name, List<DeclaredColumn> columns, Wanted wanted) {
    this.name = name;
    this.columns = List.copyOf(columns);
    List<String> names = columns.stream().map(DeclaredColumn::name).toList();
    this.growing = wanted.uses(new ColumnNames(name, names)).stream().map(ColumnUse::open).toList();
  }

  List<DeclaredColumn> columns() {
    return columns;
  }

  /** Adds a row of cells that fit their columns: Latin-1 of the bytes in the file. */
  public void add(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      byte[] bytes = cells[i].getBytes(StandardCharsets.ISO_8859_1);
      if (columns.get(i).isMissing(cells[i])) {
        growing.get(i).addMissing(cells[i]);
      } else {
        growing.get(i).add(bytes, 0, bytes.length);
      }
    }
    rows++;
  }

  /** Where and why a row does not fit its columns, as {@link #wrong} takes it; else empty. */
  public String complaint(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      String complaint = columns.get(i).complaint(cells[i]);
      if (!complaint.isEmpty()) {
        return ", column '" + columns.get(i).name() + "': " + complaint;
      }
    }
    return "";
  }

  /**
   * That the next row is wrong.
   *
   * @param line its line in the file; 0 if the file has no lines
   * @param reason why, to stand behind its number
   */
  public IOException wrong(long line, String reason) {
    String row = String.format(Locale.ROOT, "row %d", rows + 1);
    return new IOException((line > 0 ? "line " + line + " (" + row + ")" : row) + reason);
  }

  public int rows() {
    return rows;
  }

  /**
   * The table of these rows.
   *
   * @throws IOException if there are none
   */
  public Contents table(String format, Map<String, String> metadata, List<String> remarks)
      throws IOException {
    if (rows == 0) {
      throw new IOException("has no rows");
    }
    List<Cells> cells = growing.stream().map(GrowingColumn::cells).toList();
    List<ColumnHeader> headers = new ArrayList<>();
    List<String> notes = new ArrayList<>(remarks);
    for (int i = 0; i < columns.size(); i++) {
      DeclaredColumn column = columns.get(i);
      boolean typed = !column.declared().isEmpty();
      headers.add(typed ? column.header() : column.header().withType(cells.get(i).type()));
      if (growing.get(i) instanceof NumberColumn numbers && !numbers.marks().isEmpty()) {
        notes.add("missing in '" + column.name() + "': " + TextTableReader.marks(numbers.marks()));
      }
    }
    return new Contents(name, format, rows, headers, cells, metadata, notes);
  }
}
