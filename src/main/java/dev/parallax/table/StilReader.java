package dev.parallax.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.TableSink;
import uk.ac.starlink.votable.FitsPlusTableBuilder;
import uk.ac.starlink.votable.VOTableBuilder;

/** Reads the first table of a FITS or VOTable file, row by row. */
final class StilReader implements TableSink {
  private final List<ColumnInfo> infos = new ArrayList<>();
  private final List<CellCollector> collectors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private long announced = -1;
  private int rows;
  private boolean ended;

  private StilReader() {}

  /**
   * Reads FITS.
   *
   * @param votable whether its primary unit describes the columns, as STIL's FITS files do
   */
  static Table readFits(String name, InputStream in, boolean votable) throws IOException {
    return read(name, "FITS", votable ? new FitsPlusTableBuilder() : new FitsTableBuilder(), in);
  }

  static Table readVoTable(String name, InputStream in) throws IOException {
    return read(name, "VOTable", new VOTableBuilder(), in);
  }

  private static Table read(String name, String format, TableBuilder builder, InputStream in)
      throws IOException {
    StilLog.silence();
    StilReader reader = new StilReader();
    try {
      builder.streamStarTable(in, reader, null);
    } catch (EOFException e) {
      throw new IOException("is cut short: a " + format + " file that ends too early", e);
    } catch (IOException e) {
      throw new IOException("is a broken " + format + " file: " + e.getMessage(), e);
    }
    boolean cut = reader.announced > 0 && reader.announced != reader.rows;
    if (!reader.ended || cut) {
      throw new IOException("is cut short after " + Table.count(reader.rows, "row"));
    }
    if (reader.rows == 0) {
      throw new IOException("has no rows");
    }
    List<Cells> cells = reader.collectors.stream().map(CellCollector::cells).toList();
    List<ColumnHeader> headers =
        IntStream.range(0, cells.size())
            .mapToObj(i -> header(i, reader.infos.get(i), cells.get(i).type()))
            .toList();
    return new Table(name, format, reader.rows, headers, cells, reader.metadata);
  }

  @Override
  public void acceptMetadata(StarTable table) {
    announced = table.getRowCount();
    for (int i = 0; i < table.getColumnCount(); i++) {
      ColumnInfo info = table.getColumnInfo(i);
      infos.add(info);
      collectors.add(CellCollector.of(info.getContentClass()));
    }
    for (DescribedValue parameter : table.getParameters()) {
      metadata.put(text(parameter.getInfo().getName()), text(parameter.getValue()));
    }
  }

  @Override
  public void acceptRow(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      collectors.get(i).add(row[i]);
    }
    rows++;
  }

  @Override
  public void endRows() {
    ended = true;
  }

  private static ColumnHeader header(int index, ColumnInfo info, CellType type) {
    String name = text(info.getName()).isBlank() ? "col" + (index + 1) : info.getName();
    return new ColumnHeader(name, type, text(info.getUnitString()), text(info.getDescription()));
  }

  private static String text(Object value) {
    return Objects.toString(value, "");
  }
}
