package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of a VOTable in its formats BINARY and BINARY2, as they are read. */
final class BinaryRows {
  private final List<BinaryField> fields = new ArrayList<>();
  private final List<CellCollector> collectors = new ArrayList<>();
  private final InlineStream stream;
  private final DataInputStream in;
  private final byte[] flags;
  private int rows;

  private BinaryRows(InlineStream stream, int flags) {
    this.stream = stream;
    this.in = new DataInputStream(stream);
    this.flags = new byte[flags];
  }

  /**
   * Reads a table.
   *
   * @param flagged whether a row begins with flags of what is missing, as in BINARY2
   */
  static Contents read(
      String name, InlineStream in, VoTableHeader header, boolean flagged, Wanted wanted)
      throws IOException {
    List<ColumnHeader> columns = header.fields().stream().map(VoTableField::header).toList();
    int flags = flagged ? (columns.size() + Byte.SIZE - 1) / Byte.SIZE : 0;
    BinaryRows rows = new BinaryRows(in, flags);
    for (VoTableField field : header.fields()) {
      rows.fields.add(BinaryField.of(field));
    }
    List<String> names = columns.stream().map(ColumnHeader::name).toList();
    for (ColumnUse use : wanted.uses(new ColumnNames(name, names))) {
      CellType type = columns.get(rows.collectors.size()).type();
      rows.collectors.add(CellCollector.of(type, use));
    }
    rows.readAll();
    header.check(rows.rows);
    if (rows.rows == 0) {
      throw new IOException("has no rows");
    }
    return rows.table(name, columns, header.metadata());
  }

  /** The table, whose columns have the types of their cells. */
  private Contents table(String name, List<ColumnHeader> columns, Map<String, String> metadata) {
    List<Cells> cells = collectors.stream().map(CellCollector::cells).toList();
    List<ColumnHeader> headers = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      headers.add(columns.get(i).withType(cells.get(i).type()));
    }
    return new Contents(name, "VOTable", rows, headers, cells, metadata, List.of());
  }

  private void readAll() throws IOException {
    while (!stream.isAtEnd()) {
      long before = stream.position();
      row();
      if (stream.position() == before) {
        throw new IOException("has rows without a byte, and yet bytes for them");
      }
      rows++;
    }
  }

  private void row() throws IOException {
    int column = -1;
    try {
      in.readFully(flags);
      for (column = 0; column < fields.size(); column++) {
        Object cell = fields.get(column).read(in);
        collectors.get(column).add(isFlagged(column) ? null : cell);
      }
    } catch (EOFException e) {
      throw wrong(column, "is cut short", e);
    } catch (BinaryField.BadCell e) {
      throw wrong(column, e.getMessage(), e);
    }
  }

  private boolean isFlagged(int column) {
    int highest = 1 << (Byte.SIZE - 1);
    return flags.length > 0 && (flags[column / Byte.SIZE] & highest >> column % Byte.SIZE) != 0;
  }

  private IOException wrong(int column, String reason, IOException cause) {
    String where = column < 0 ? "" : ", column '" + fields.get(column).name() + "':";
    return new IOException(
        String.format(Locale.ROOT, "row %d%s %s", rows + 1L, where, reason), cause);
  }
}
