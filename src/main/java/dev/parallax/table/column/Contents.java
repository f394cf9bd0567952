package dev.parallax.table.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table is made of.
 *
 * @param name where it comes from
 * @param format what it was read as
 * @param rows how many rows it has
 * @param columns its columns' headers
 * @param cells its columns' cells, as many
 * @param metadata what the file says about the table as a whole
 * @param notes what was guessed, skipped and dropped
 * @param origin the number of each row in the file, from 0; empty if all rows are there
 * @param inFile how many rows the file has
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
public record Contents(
    String name,
    String format,
    int rows,
    List<ColumnHeader> columns,
    List<Cells> cells,
    Map<String, String> metadata,
    List<String> notes,
    int[] origin,
    int inFile) {

  /** Copies the parts. */
  public Contents {
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    notes = List.copyOf(notes);
  }

  /** With all rows of the file. */
  public Contents(
      String name,
      String format,
      int rows,
      List<ColumnHeader> columns,
      List<Cells> cells,
      Map<String, String> metadata,
      List<String> notes) {
    this(name, format, rows, columns, cells, metadata, notes, new int[0], rows);
  }

  public List<String> names() {
    return columns.stream().map(ColumnHeader::name).toList();
  }

  /** With these columns in place of its own. */
  Contents with(int count, List<ColumnHeader> headers, List<Cells> columnCells) {
    int all = origin.length == 0 ? count : inFile;
    return new Contents(name, format, count, headers, columnCells, metadata, notes, origin, all);
  }

  /** With the types that its file declares, as far as its cells agree. */
  public Contents declaring(List<CellType> types) {
    List<ColumnHeader> headers = new ArrayList<>();
    for (ColumnHeader header : columns) {
      CellType declared = types.get(headers.size());
      boolean agree =
          declared == CellType.TEXT
              || (declared == CellType.DOUBLE && header.type() == CellType.LONG);
      headers.add(agree ? header.withType(declared) : header);
    }
    return with(rows, headers, cells);
  }

  /** With another column in the place of one. */
  public Contents with(int place, ColumnHeader header, Cells column) {
    List<ColumnHeader> headers = new ArrayList<>(columns);
    headers.set(place, header);
    List<Cells> all = new ArrayList<>(cells);
    all.set(place, column);
    return with(rows, headers, all);
  }

  /** With one column more. */
  public Contents and(ColumnHeader header, Cells column) {
    List<ColumnHeader> headers = new ArrayList<>(columns);
    headers.add(header);
    List<Cells> all = new ArrayList<>(cells);
    all.add(column);
    return with(column.rows(), headers, all);
  }

  /** With one note more. */
  public Contents noting(String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return new Contents(name, format, rows, columns, cells, metadata, all, origin, inFile);
  }

  /** With these rows alone. */
  public Contents select(int[] kept) {
    int[] from = kept.clone();
    for (int i = 0; i < from.length && origin.length > 0; i++) {
      from[i] = origin[from[i]];
    }
    List<Cells> some = cells.stream().map(column -> column.select(kept)).toList();
    return new Contents(name, format, kept.length, columns, some, metadata, notes, from, inFile);
  }
}
