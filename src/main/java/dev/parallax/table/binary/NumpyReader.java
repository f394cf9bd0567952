package dev.parallax.table.binary;

import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an array of one dimension as NumPy's {@code save} writes it: a structured one has a column
 * for each field, any other one that is called {@code value}. Pickles are never opened. (NEP 1, and
 * the documentation of {@code numpy.lib.format}.)
 */
public final class NumpyReader {
  /** How a file begins, in Latin-1. */
  public static final String MAGIC = NumpyHeader.MAGIC;

  private static final int BATCH = 1 << 16;

  private final List<NumpyField> fields;
  private final List<CellCollector> collectors = new ArrayList<>();
  private final int width;
  private final int rows;

  private NumpyReader(NumpyHeader header) throws IOException {
    this.fields = header.fields();
    this.width = header.width();
    this.rows = header.rows();
  }

  /** Reads a table. */
  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    NumpyReader reader = new NumpyReader(NumpyHeader.read(in));
    reader.open(name, wanted);
    reader.readAll(in);
    return reader.table(name);
  }

  private void open(String name, Wanted wanted) throws IOException {
    List<String> names = fields.stream().map(field -> field.header().name()).toList();
    boolean labelled = !fields.isEmpty() && fields.get(0).isReadable();
    Wanted possible = labelled ? wanted : wanted.withoutLabels();
    for (ColumnUse use : possible.uses(new ColumnNames(name, names))) {
      NumpyField field = fields.get(collectors.size());
      if (use != ColumnUse.NOTHING) {
        field.checkReadable();
      }
      CellCollector collector = CellCollector.of(field.header().type(), use);
      collector.expect(rows);
      collectors.add(collector);
    }
  }

  private void readAll(InputStream in) throws IOException {
    int batch = Math.max(1, BATCH / width);
    byte[] bytes = new byte[Math.min(batch, rows) * width];
    for (int done = 0; done < rows; ) {
      int count = Math.min(batch, rows - done);
      int whole = in.readNBytes(bytes, 0, count * width) / width;
      ByteBuffer some = ByteBuffer.wrap(bytes).limit(whole * width);
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).add(some, width, done, collectors.get(i));
      }
      done += whole;
      if (whole < count) {
        throw new IOException("is cut short after " + done + " of " + Numbers.count(rows, "row"));
      }
    }
    if (in.read() >= 0) {
      String there = Numbers.count(rows, "row");
      throw new IOException("goes on behind its " + there + ": save one array in a file");
    }
  }

  private Contents table(String name) throws IOException {
    if (rows == 0) {
      throw new IOException("has no rows");
    }
    List<ColumnHeader> headers = new ArrayList<>();
    List<Cells> columns = new ArrayList<>();
    for (CellCollector collector : collectors) {
      NumpyField field = fields.get(columns.size());
      boolean unsigned = field.isUnsignedLong();
      Cells cells =
          unsigned && collector instanceof CellCollector.OfLongs longs
              ? longs.unsignedCells()
              : collector.cells();
      headers.add(field.header().withType(cells.type()));
      columns.add(cells);
    }
    return new Contents(name, "NumPy", rows, headers, columns, Map.of(), List.of());
  }
}
