package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import dev.parallax.text.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.votable.VOStarTable;

/** Shows rows to STIL, one by one, missing cells as null. */
public final class RowStarTable extends AbstractStarTable {
  private final RowSource source;
  private final List<ColumnHeader> columns;
  private final boolean unicode;

  /**
   * Shows the rows.
   *
   * @param unicode whether to declare text as unicodeChar: in VOTable, a char is ASCII
   */
  @SuppressWarnings("this-escape") // STIL keeps name and parameters in its base class
  public RowStarTable(RowSource source, boolean unicode) {
    this.source = source;
    this.unicode = unicode;
    this.columns = source.columns();
    setName(source.name());
    source
        .metadata()
        .forEach(
            (key, value) ->
                setParameter(
                    new DescribedValue(new DefaultValueInfo(key, String.class, ""), value)));
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public long getRowCount() {
    return source.rows();
  }

  @Override
  public ColumnInfo getColumnInfo(int column) {
    ColumnHeader header = columns.get(column);
    ColumnInfo info = new ColumnInfo(header.name(), content(header), null);
    if (header.length() > 0) {
      info.setShape(new int[] {header.length()});
    }
    if (!header.unit().isEmpty()) {
      info.setUnitString(header.unit());
    }
    if (!header.description().isEmpty()) {
      info.setDescription(header.description());
    }
    if (unicode && header.type() == CellType.TEXT) {
      info.setAuxDatum(new DescribedValue(VOStarTable.DATATYPE_INFO, "unicodeChar"));
    }
    return info;
  }

  private static Class<?> content(ColumnHeader column) {
    return switch (column.type()) {
      case DOUBLE -> column.length() > 0 ? double[].class : Double.class;
      case LONG -> Long.class;
      case BOOLEAN -> Boolean.class;
      case TEXT -> String.class;
    };
  }

  @Override
  public RowSequence getRowSequence() {
    return new Pass(source.open());
  }

  /** A text; in FITS, which has ASCII alone, one of other characters has no place. */
  private String text(RowCursor rows, int column, long row) throws IOException {
    String text = rows.textAt(column);
    if (!unicode && text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "row %d, column '%s': a text in FITS is of printable ASCII characters, and this is"
                  + " not: '%s'; ecsv and votable take it",
              row,
              columns.get(column).name(),
              Visible.line(text)));
    }
    return text;
  }

  private Object cell(RowCursor rows, int column, long row) throws IOException {
    if (rows.isMissing(column)) {
      return null;
    }
    return switch (columns.get(column).type()) {
      case DOUBLE ->
          columns.get(column).length() > 0 ? rows.arrayAt(column) : (Object) rows.doubleAt(column);
      case LONG -> rows.longAt(column);
      case BOOLEAN -> rows.booleanAt(column);
      case TEXT -> text(rows, column, row);
    };
  }

  /** One pass over the rows, which have to be as many as announced. */
  private final class Pass implements RowSequence {
    private final RowCursor rows;
    private long count;

    Pass(RowCursor rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      boolean more = rows.next();
      count += more ? 1 : 0;
      if (more ? count > source.rows() : count < source.rows()) {
        throw new IllegalStateException(count + " rows instead of " + source.rows());
      }
      return more;
    }

    @Override
    public Object getCell(int column) throws IOException {
      return cell(rows, column, count);
    }

    @Override
    public Object[] getRow() throws IOException {
      Object[] row = new Object[columns.size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = cell(rows, c, count);
      }
      return row;
    }

    @Override
    public void close() {}
  }
}
