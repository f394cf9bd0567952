package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.text.Digits;
import dev.parallax.text.Numbers;
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

/** Reads a table of FITS, or of a text for STIL, row by row. STIL is never given XML. */
public final class StilReader implements TableSink {
  private final String name;
  private final Wanted wanted;
  private final boolean decimal;
  private final Optional<VoTableHeader> described;
  private final List<FitsScale> scales = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<ColumnInfo> infos = new ArrayList<>();
  private final List<CellCollector> collectors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private long announced = -1;
  private int rows;
  private boolean ended;

  private StilReader(
      String name, Wanted wanted, boolean decimal, Optional<VoTableHeader> described) {
    this.name = name;
    this.wanted = wanted;
    this.decimal = decimal;
    this.described = described;
  }

  /**
   * Reads the rows of a unit of FITS.
   *
   * @param format what the file is taken for
   * @param in the unit, all of whose sizes were checked
   * @param scales what is done with the numbers of each column
   * @param described what is known of the columns, as many, besides the unit's header
   */
  static Contents readFits(
      String name,
      String format,
      InputStream in,
      List<FitsScale> scales,
      Optional<VoTableHeader> described,
      List<String> notes,
      Wanted wanted)
      throws IOException {
    StilReader reader = new StilReader(name, wanted, false, described);
    reader.scales.addAll(scales);
    reader.notes.addAll(notes);
    return reader.read(format, () -> new FitsTableBuilder().streamStarTable(in, reader, null));
  }

  /** Reads a form of text that fixes its columns' places or names them in a header of its own. */
  public static Contents readText(
      String name, String form, TableBuilder builder, DataSource source, Wanted wanted)
      throws IOException {
    StilReader reader = new StilReader(name, wanted, true, Optional.empty());
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

  private Contents read(String format, Pass pass) throws IOException {
    StilLog.silence();
    run(format, pass);
    if (!ended || (announced > 0 && announced != rows)) {
      throw new IOException("is cut short after " + Numbers.count(rows, "row"));
    }
    if (rows == 0) {
      throw new IOException("has no rows");
    }
    List<Cells> cells = collectors.stream().map(CellCollector::cells).toList();
    List<ColumnHeader> headers =
        IntStream.range(0, cells.size())
            .mapToObj(i -> header(i, infos.get(i), cells.get(i).type()))
            .toList();
    return new Contents(name, format, rows, headers, cells, metadata, notes);
  }

  /** Runs a pass, and says in our words what went wrong. */
  private static void run(String format, Pass pass) throws IOException {
    try {
      pass.run();
    } catch (FitsRows.Refused e) {
      throw e;
    } catch (EOFException e) {
      throw new IOException("is cut short: a " + format + " file that ends too early", e);
    } catch (IOException e) {
      throw new IOException("is a broken " + format + " file: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      if (e.getClass() == IllegalArgumentException.class) {
        throw e; // ours, of a column that is not there
      }
      throw new IOException("is a broken " + format + " file", e); // STIL came upon its bounds
    }
  }

  @Override
  public void acceptMetadata(StarTable table) {
    announced = table.getRowCount();
    for (int i = 0; i < table.getColumnCount(); i++) {
      infos.add(table.getColumnInfo(i));
    }
    List<String> names =
        IntStream.range(0, infos.size()).mapToObj(i -> name(i, infos.get(i))).toList();
    for (ColumnUse use : wanted.uses(new ColumnNames(name, names))) {
      int at = collectors.size();
      Class<?> content = isScaled(at) ? Double.class : infos.get(at).getContentClass();
      CellCollector collector = CellCollector.of(content);
      collectors.add(
          use == ColumnUse.NOTHING
              ? new CellCollector.OfNothing(collector.cells().type())
              : collector);
    }
    if (described.isPresent()) {
      metadata.putAll(described.get().metadata());
      return;
    }
    for (DescribedValue parameter : table.getParameters()) {
      metadata.put(text(parameter.getInfo().getName()), text(parameter.getValue()));
    }
  }

  @Override
  public void acceptRow(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      Object cell = decimal ? decimal(row[i]) : row[i];
      boolean scaled = cell instanceof Number && isScaled(i);
      collectors.get(i).add(scaled ? (Object) scales.get(i).of((Number) cell) : cell);
    }
    rows++;
  }

  private boolean isScaled(int column) {
    return column < scales.size() && !scales.get(column).equals(FitsScale.NONE);
  }

  @Override
  public void endRows() {
    ended = true;
  }

  private ColumnHeader header(int index, ColumnInfo info, CellType type) {
    if (described.isPresent()) {
      return described.get().fields().get(index).header().withType(type);
    }
    return new ColumnHeader(
        name(index, info), type, text(info.getUnitString()), text(info.getDescription()));
  }

  private String name(int index, ColumnInfo info) {
    if (described.isPresent()) {
      return described.get().fields().get(index).header().name();
    }
    return text(info.getName()).isBlank() ? "col" + (index + 1) : info.getName();
  }

  /** The double that is nearest to the digits in the file, where STIL makes floats of them. */
  private static Object decimal(Object cell) {
    return cell instanceof Float number ? (Object) Double.valueOf(Digits.shortest(number)) : cell;
  }

  private static String text(Object value) {
    return Objects.toString(value, "");
  }
}
