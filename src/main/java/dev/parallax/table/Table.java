package dev.parallax.table;

import dev.parallax.spelling.Spelling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table in memory: rows and named columns. Immutable. Read one with {@link TableFile#read}, or
 * make one of arrays:
 *
 * <pre>{@code
 * Table table = Table.of("law school").with("lsat", lsat).with("gpa", gpa);
 * double[] x = table.doubles("lsat");
 * }</pre>
 *
 * <p>A column is numeric if each of its cells is a number or missing. In a text column these are
 * missing, in any case of letters: an empty cell, {@code --}, {@code ...}, {@code nan}, {@code NA},
 * {@code N/A}, {@code null}, {@code None}, {@code -}. Numbers may have Fortran's D exponents
 * ({@code 1.5D+03}) and may be infinite ({@code inf}, {@code -Infinity}); infinite values are kept,
 * and counted by {@link #complete}. A column of true and false reads as 1 and 0. Names are matched
 * letter by letter; two columns may have one name as long as nobody asks for it.
 */
public final class Table {
  private final String name;
  private final String format;
  private final int rows;
  private final List<ColumnHeader> columns;
  private final List<Cells> cells;
  private final Map<String, String> metadata;

  Table(
      String name,
      String format,
      int rows,
      List<ColumnHeader> columns,
      List<Cells> cells,
      Map<String, String> metadata) {
    this.name = name;
    this.format = format;
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.cells = List.copyOf(cells);
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A table of no columns yet; add them with {@code with}. */
  public static Table of(String name) {
    return new Table(name, "in memory", 0, List.of(), List.of(), Map.of());
  }

  /**
   * A table of numeric columns, in the map's order; NaN is a missing value.
   *
   * @throws IllegalArgumentException if the columns' lengths differ
   */
  public static Table of(String name, Map<String, double[]> columns) {
    Table table = of(name);
    for (Map.Entry<String, double[]> column : columns.entrySet()) {
      table = table.with(column.getKey(), column.getValue());
    }
    return table;
  }

  /**
   * This table with one column more; NaN is a missing value.
   *
   * @throws IllegalArgumentException if the column's length is not the number of rows
   */
  public Table with(String column, double... values) {
    return with(column, new Cells.Doubles(values.clone()));
  }

  /** This table with a column of integers more; see {@link #with(String, double...)}. */
  public Table with(String column, long[] values) {
    return with(column, new Cells.Longs(values.clone(), new BitSet()));
  }

  /** This table with a column of text more; see {@link #with(String, double...)}. */
  public Table with(String column, List<String> values) {
    TextColumn text = new TextColumn();
    values.forEach(text::add);
    return with(column, text.cells());
  }

  private Table with(String column, Cells added) {
    if (!columns.isEmpty() && added.rows() != rows) {
      throw new IllegalArgumentException(
          name + ": column '" + column + "' has " + added.rows() + " rows, not " + rows);
    }
    List<ColumnHeader> headers = new ArrayList<>(columns);
    headers.add(new ColumnHeader(column, added.type()));
    List<Cells> all = new ArrayList<>(cells);
    all.add(added);
    return new Table(name, format, added.rows(), headers, all, metadata);
  }

  /** This table with the types that its file declares, as far as its cells agree. */
  Table declaring(List<CellType> types) {
    List<ColumnHeader> headers = new ArrayList<>();
    for (ColumnHeader header : columns) {
      CellType declared = types.get(headers.size());
      boolean agree =
          declared == CellType.TEXT
              || (declared == CellType.DOUBLE && header.type() == CellType.LONG);
      headers.add(
          new ColumnHeader(
              header.name(),
              agree ? declared : header.type(),
              header.unit(),
              header.description()));
    }
    return new Table(name, format, rows, headers, cells, metadata);
  }

  /** Where it comes from: the file as it was given, or a name. */
  public String name() {
    return name;
  }

  /** What it was read as, such as {@code ECSV}. */
  public String format() {
    return format;
  }

  /** How many rows it has. */
  public int rows() {
    return rows;
  }

  /** Its columns, in order. */
  public List<ColumnHeader> columns() {
    return columns;
  }

  /** The columns' names, in order. */
  public List<String> names() {
    return columns.stream().map(ColumnHeader::name).toList();
  }

  /** What the file says about the table as a whole, by key; empty if the format has no place. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * The column's header.
   *
   * @throws IllegalArgumentException if there is no such column, or more than one
   */
  public ColumnHeader column(String column) {
    return columns.get(index(column));
  }

  /**
   * A numeric column.
   *
   * @return a new array with an entry for each row, NaN where the cell is missing; an integer
   *     beyond 2^53 as the nearest double
   * @throws IllegalArgumentException if there is no such column or more than one, or if a cell is
   *     not a number; names the first such row, from 1
   */
  public double[] doubles(String column) {
    Cells source = cells.get(index(column));
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      try {
        values[row] = source.number(row);
      } catch (ArithmeticException e) {
        throw bad(column, row, e);
      }
    }
    return values;
  }

  /**
   * A column of exact integers.
   *
   * @return a new array with an entry for each row
   * @throws IllegalArgumentException if there is no such column or more than one, or if a cell is
   *     missing, has a fraction or is beyond 64 bits; names the first such row, from 1
   */
  public long[] longs(String column) {
    Cells source = cells.get(index(column));
    long[] values = new long[rows];
    for (int row = 0; row < rows; row++) {
      try {
        values[row] = source.integer(row);
      } catch (ArithmeticException e) {
        throw bad(column, row, e);
      }
    }
    return values;
  }

  /**
   * Any column as text, an entry for each row, empty where the cell is missing. From a text file,
   * the cells as they stand there.
   *
   * @throws IllegalArgumentException if there is no such column, or more than one
   */
  public List<String> texts(String column) {
    Cells source = cells.get(index(column));
    return IntStream.range(0, rows).mapToObj(source::text).toList();
  }

  /**
   * The rows in which all the given columns have a finite number, and how many do not.
   *
   * @throws IllegalArgumentException as {@link #doubles} does, or if no column is given
   */
  public CompleteRows complete(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(name + ": no columns chosen");
    }
    return CompleteRows.of(names.stream().map(this::doubles).toArray(double[][]::new));
  }

  /** One line, such as {@code jobs/data/hubble.ecsv: ECSV, 24 rows, 3 columns}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s, %s",
        name,
        format,
        count(rows, "row"),
        count(columns.size(), "column"));
  }

  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private int index(String column) {
    List<String> names = names();
    int index = names.indexOf(column);
    if (index < 0) {
      String message = Spelling.unknown("column", column, names).getMessage();
      throw new IllegalArgumentException(name + ": " + message);
    }
    int last = names.lastIndexOf(column);
    if (last != index) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: which column '%s'? columns %d and %d both have that name",
              name,
              column,
              index + 1,
              last + 1));
    }
    return index;
  }

  private IllegalArgumentException bad(String column, int row, ArithmeticException reason) {
    return new IllegalArgumentException(
        name + ": column '" + column + "', row " + (row + 1) + ": " + reason.getMessage());
  }
}
