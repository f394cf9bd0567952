package dev.parallax.table;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.Contents;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.TextColumn;
import dev.parallax.table.condition.Condition;
import dev.parallax.table.text.DecimalComma;
import dev.parallax.text.Numbers;
import dev.parallax.text.Visible;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * ({@code 1.5D+03}, {@code 1.5-103}; {@code ****}, a number that did not fit, is missing) and may
 * be infinite ({@code inf}, {@code -Infinity}); infinite values are kept, and counted by {@link
 * #complete}. A column of true and false reads as 1 and 0.
 *
 * <p>A column is asked for by its name, letter by letter, or by its number, from 1, if no column
 * has that name. Two columns may have one name as long as nobody asks for it.
 */
public final class Table {
  /** What the notes say where columns had no names. */
  public static final String UNNAMED = "no names: they are col1, col2, ...";

  private final Contents contents;
  private final List<String> names;

  Table(Contents contents) {
    this.contents = contents;
    this.names = contents.names();
  }

  /** A table of no columns yet; add them with {@code with}. */
  public static Table of(String name) {
    return new Table(new Contents(name, "in memory", 0, List.of(), List.of(), Map.of(), List.of()));
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
    if (!columns().isEmpty() && added.rows() != rows()) {
      throw new IllegalArgumentException(
          name() + ": column '" + column + "' has " + added.rows() + " rows, not " + rows());
    }
    return new Table(contents.and(new ColumnHeader(column, added.type()), added));
  }

  /**
   * The rows that meet a condition, with a note of how many those are.
   *
   * @throws IllegalArgumentException if none does, or the condition does not fit the table
   */
  public Table where(Condition condition) {
    return new Table(condition.selection(contents));
  }

  /**
   * This table with the common logarithms of a column in its place, by {@link StrictMath#log10}.
   * Rows whose value is zero or less are left out; a note says how many those are.
   *
   * @throws IllegalArgumentException if there is no such column, it is not numeric, or none of its
   *     values is above zero
   */
  public Table log10(String column) {
    return new Table(Logarithm.of(contents, index(column), doubles(column)));
  }

  /** Where it comes from: the file as it was given, or a name. */
  public String name() {
    return contents.name();
  }

  /** What it was read as, such as {@code ECSV}. */
  public String format() {
    return contents.format();
  }

  /** How many rows it has. */
  public int rows() {
    return contents.rows();
  }

  /** Its columns, in order. */
  public List<ColumnHeader> columns() {
    return contents.columns();
  }

  /** The columns' names, in order. */
  public List<String> names() {
    return names;
  }

  /**
   * What was guessed when it was read, what was skipped, and what was dropped since; a line each.
   */
  public List<String> notes() {
    return contents.notes();
  }

  /** Where a row, from 0, was before {@link #where} dropped others. */
  public int rowInFile(int row) {
    int[] origin = contents.origin();
    return origin.length == 0 ? row : origin[row];
  }

  /**
   * What the rows are called, an entry for each: the cells of the first column, if it is of words
   * and was read; an entry is empty where the cell is missing. None if rows have numbers alone.
   */
  public Optional<List<String>> labels() {
    return hasLabels()
        ? Optional.of(IntStream.range(0, rows()).mapToObj(contents.cells().get(0)::text).toList())
        : Optional.empty();
  }

  /**
   * What a row is called, if the rows have names.
   *
   * @param row its place in the table, from 0
   */
  public Optional<String> label(int row) {
    return Optional.of(row)
        .filter(place -> hasLabels())
        .map(contents.cells().get(0)::text)
        .filter(text -> !text.isBlank());
  }

  private boolean hasLabels() {
    return !columns().isEmpty()
        && columns().get(0).type() == CellType.TEXT
        && !(contents.cells().get(0) instanceof Cells.Unread);
  }

  /** What the file says about the table as a whole, by key; empty if the format has no place. */
  public Map<String, String> metadata() {
    return contents.metadata();
  }

  /**
   * The column's header.
   *
   * @throws IllegalArgumentException if there is no such column, or more than one
   */
  public ColumnHeader column(String column) {
    return columns().get(index(column));
  }

  /** A column's name as a formula shows it, such as {@code log10(distance)}. */
  public String term(String column) {
    return column(column).term();
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
    Cells source = cells(column);
    double[] values = new double[rows()];
    for (int row = 0; row < rows(); row++) {
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
    Cells source = cells(column);
    long[] values = new long[rows()];
    for (int row = 0; row < rows(); row++) {
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
    Cells source = cells(column);
    return IntStream.range(0, rows()).mapToObj(source::text).toList();
  }

  /**
   * The rows in which all the given columns have a finite number, and how many do not.
   *
   * @throws IllegalArgumentException as {@link #doubles} does, or if no column is given
   */
  public CompleteRows complete(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(name() + ": no columns chosen");
    }
    return CompleteRows.of(names.stream().map(this::doubles).toArray(double[][]::new));
  }

  /**
   * One line, such as {@code jobs/data/hubble.ecsv: ECSV, 24 rows, 3 columns}; {@code 18 of 24
   * rows} if some were left out.
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s%s, %s",
        name(),
        format(),
        contents.inFile() == rows() ? "" : rows() + " of ",
        Numbers.count(contents.inFile(), "row"),
        Numbers.count(columns().size(), "column"));
  }

  private int index(String column) {
    return new ColumnNames(name(), names()).index(column);
  }

  private Cells cells(String column) {
    return contents.cells().get(index(column));
  }

  private IllegalArgumentException bad(String column, int row, ArithmeticException reason) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: column '%s', row %d: %s%s",
            name(),
            Visible.line(Excerpt.of(columns().get(index(column)).name())),
            rowInFile(row) + 1,
            Visible.line(reason.getMessage()),
            format().matches("(CSV|ASCII).*") ? hint(cells(column), row) : ""));
  }

  private String hint(Cells cells, int row) {
    String comma = DecimalComma.hint(cells.text(row));
    boolean first = rowInFile(row) == 0 && row + 1 < cells.rows();
    boolean word = first && !isNumber(cells, row) && isNumber(cells, row + 1);
    return comma.isEmpty() && word ? "; remove the line if it has units" : comma;
  }

  private static boolean isNumber(Cells cells, int row) {
    try {
      return Double.isFinite(cells.number(row));
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** The common logarithms of a column in its place. */
  private static final class Logarithm {
    private Logarithm() {}

    static Contents of(Contents table, int column, double[] values) {
      ColumnHeader header = table.columns().get(column);
      if (header.log10()) {
        throw new IllegalArgumentException(
            table.name() + ": column '" + header.name() + "' is a logarithm already");
      }
      int[] kept = IntStream.range(0, values.length).filter(row -> !(values[row] <= 0)).toArray();
      double[] logarithms =
          Arrays.stream(kept).mapToDouble(row -> StrictMath.log10(values[row])).toArray();
      if (Arrays.stream(logarithms).allMatch(Double::isNaN)) {
        throw new IllegalArgumentException(
            table.name()
                + ": column '"
                + header.name()
                + "' has no value above 0 to take log10 of");
      }
      int low = values.length - kept.length;
      Contents rows = low == 0 ? table : table.select(kept).noting(note(header.name(), low));
      return rows.with(column, header.logarithm(), new Cells.Doubles(logarithms));
    }

    private static String note(String name, int low) {
      return String.format(
          Locale.ROOT,
          "log10 of '%s': %s skipped, for the value is 0 or less",
          name,
          Numbers.count(low, "row"));
    }
  }
}
