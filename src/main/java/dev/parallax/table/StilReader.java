package dev.parallax.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.TableSink;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.util.DataSource;
import uk.ac.starlink.votable.FitsPlusTableBuilder;
import uk.ac.starlink.votable.VOTableBuilder;

/** Reads the first table of a FITS or VOTable file, or of a text for STIL, row by row. */
final class StilReader implements TableSink {
  private final String name;
  private final Wanted wanted;
  private final boolean decimal;
  private final List<NullMark> marks;
  private final List<ColumnInfo> infos = new ArrayList<>();
  private final List<CellCollector> collectors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private long announced = -1;
  private Optional<IllegalArgumentException> unwanted = Optional.empty();
  private int rows;
  private boolean ended;

  private StilReader(String name, Wanted wanted, boolean decimal, List<NullMark> marks) {
    this.name = name;
    this.wanted = wanted;
    this.decimal = decimal;
    this.marks = marks;
  }

  /**
   * Reads FITS.
   *
   * @param votable whether its primary unit describes the columns, as STIL's FITS files do
   */
  static Table readFits(String name, InputStream in, boolean votable, Wanted wanted)
      throws IOException {
    TableBuilder builder = votable ? new FitsPlusTableBuilder() : new FitsTableBuilder();
    StilReader reader = new StilReader(name, wanted, false, List.of());
    return reader.read("FITS", () -> builder.streamStarTable(in, reader, null));
  }

  /**
   * Reads a VOTable with binary rows.
   *
   * @param table which of its tables, from 0
   * @param marks for each column, which numbers stand for missing values besides those that the
   *     format itself knows
   */
  static Table readVoTable(
      String name, DataSource source, int table, List<NullMark> marks, Wanted wanted)
      throws IOException {
    StilReader reader = new StilReader(name, wanted, false, marks);
    try (InputStream in = source.getInputStream()) {
      return reader.read(
          "VOTable",
          () -> new VOTableBuilder().streamStarTable(in, reader, Integer.toString(table)));
    }
  }

  /** Reads a form of text that fixes its columns' places or names them in a header of its own. */
  static Table readText(
      String name, String form, TableBuilder builder, DataSource source, Wanted wanted)
      throws IOException {
    StilReader reader = new StilReader(name, wanted, true, List.of());
    return reader.read(
        form,
        () -> {
          StarTable table = builder.makeStarTable(source, false, StoragePolicy.PREFER_MEMORY);
          Tables.streamStarTable(table, reader);
        });
  }

  /** What reads a file and hands its rows to us. */
  private interface Pass {
    void run() throws IOException;
  }

  private Table read(String format, Pass pass) throws IOException {
    StilLog.silence();
    try {
      pass.run();
    } catch (EOFException e) {
      throw new IOException("is cut short: a " + format + " file that ends too early", e);
    } catch (IOException e) {
      if (unwanted.isPresent()) {
        throw unwanted.get(); // STIL's XML reader wraps it
      }
      throw new IOException("is a broken " + format + " file: " + e.getMessage(), e);
    }
    if (!ended || (announced > 0 && announced != rows)) {
      throw new IOException("is cut short after " + Table.count(rows, "row"));
    }
    if (rows == 0) {
      throw new IOException("has no rows");
    }
    List<Cells> cells = collectors.stream().map(CellCollector::cells).toList();
    List<ColumnHeader> headers =
        IntStream.range(0, cells.size())
            .mapToObj(i -> header(i, infos.get(i), cells.get(i).type()))
            .toList();
    return new Table(new Contents(name, format, rows, headers, cells, metadata, List.of()));
  }

  @Override
  public void acceptMetadata(StarTable table) {
    announced = table.getRowCount();
    for (int i = 0; i < table.getColumnCount(); i++) {
      infos.add(table.getColumnInfo(i));
    }
    List<String> names =
        IntStream.range(0, infos.size()).mapToObj(i -> name(i, infos.get(i))).toList();
    for (Wanted.Use use : uses(new ColumnNames(name, names))) {
      Class<?> content = infos.get(collectors.size()).getContentClass();
      CellCollector collector = CellCollector.of(content);
      collectors.add(
          use == Wanted.Use.NOTHING
              ? new CellCollector.OfNothing(collector.cells().type())
              : collector);
    }
    for (DescribedValue parameter : table.getParameters()) {
      metadata.put(text(parameter.getInfo().getName()), text(parameter.getValue()));
    }
  }

  private List<Wanted.Use> uses(ColumnNames names) {
    try {
      return wanted.uses(names);
    } catch (IllegalArgumentException e) {
      unwanted = Optional.of(e);
      throw e;
    }
  }

  @Override
  public void acceptRow(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      Object cell = decimal ? decimal(row[i]) : row[i];
      boolean missing = cell != null && i < marks.size() && marks.get(i).matches(cell.toString());
      collectors.get(i).add(missing ? null : cell);
    }
    rows++;
  }

  @Override
  public void endRows() {
    ended = true;
  }

  private static ColumnHeader header(int index, ColumnInfo info, CellType type) {
    return new ColumnHeader(
        name(index, info), type, text(info.getUnitString()), text(info.getDescription()));
  }

  private static String name(int index, ColumnInfo info) {
    return text(info.getName()).isBlank() ? "col" + (index + 1) : info.getName();
  }

  /** The double that is nearest to the digits in the file, where STIL makes floats of them. */
  private static Object decimal(Object cell) {
    return cell instanceof Float number ? (Object) Double.valueOf(number.toString()) : cell;
  }

  private static String text(Object value) {
    return Objects.toString(value, "");
  }
}
