package dev.parallax.table.text;

import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.Contents;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.GrowingColumn;
import dev.parallax.table.column.NumberColumn;
import dev.parallax.table.column.Numeral;
import dev.parallax.table.condition.Wanted;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads CSV (split at commas, tabs, semicolons or bars, whichever makes all lines equally wide) and
 * whitespace ASCII. The names come from the first line, above a line of dashes or not; or, if that
 * is a row, from the comments before it; or are {@code col1}, {@code col2}, ...
 */
public final class TextTableReader {
  private TextTableReader() {}

  /**
   * Reads a table.
   *
   * @param single whether a first line without any delimiter is one column, not words
   */
  public static Contents read(
      String name, InputStream in, boolean single, Dialect dialect, Wanted wanted)
      throws IOException {
    TextHeader header = TextHeader.read(new LineReader(in), single, dialect);
    Contents contents =
        new Contents(
            name, header.format(), 0, header.columns(), List.of(), Map.of(), header.notes());
    boolean numbers =
        header.columns().stream().allMatch(c -> Numeral.of(c.name()) != Numeral.WORDS);
    boolean guarded = header.line() && (!numbers || dialect.header() == Dialect.Header.GUESSED);
    return body(contents, header.fields(), header.decimalComma(), guarded, wanted);
  }

  /**
   * Reads the rows below what is known so far.
   *
   * @param decimalComma whether numbers have decimal commas
   * @param guarded whether a row that repeats the names is refused, as where files were joined
   */
  public static Contents body(
      Contents above, RowCells row, boolean decimalComma, boolean guarded, Wanted wanted)
      throws IOException {
    List<String> headers = above.names();
    ColumnNames names = new ColumnNames(above.name(), headers);
    List<GrowingColumn> columns = wanted.uses(names).stream().map(ColumnUse::open).toList();
    byte[][] known =
        headers.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    int rows = 0;
    while (row.next()) {
      rows++;
      if (row.count() != columns.size()) {
        throw ragged(row, rows, columns.size());
      }
      if (guarded && repeats(row, known)) {
        throw new IOException("repeats its header in line " + row.line() + ": take it out");
      }
      add(columns, row, headers, decimalComma);
    }
    if (rows == 0) {
      throw new IOException("has column names but no rows");
    }
    return contents(above, rows, row.skipped(), columns);
  }

  private static void add(
      List<GrowingColumn> columns, RowCells row, List<String> headers, boolean decimalComma)
      throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (decimalComma && !(columns.get(i) instanceof GrowingColumn.Unread)) {
        add(columns.get(i), row, i, headers.get(i));
      } else {
        columns.get(i).add(row.cells(), row.start(i), row.end(i));
      }
    }
  }

  /** The table, whose columns have the types of their cells. */
  private static Contents contents(
      Contents above, int rows, List<String> skipped, List<GrowingColumn> columns) {
    List<Cells> cells = columns.stream().map(GrowingColumn::cells).toList();
    List<ColumnHeader> typed = new ArrayList<>();
    for (ColumnHeader header : above.columns()) {
      typed.add(header.withType(cells.get(typed.size()).type()));
    }
    return new Contents(
        above.name(),
        above.format(),
        rows,
        typed,
        cells,
        above.metadata(),
        notes(above, skipped, columns));
  }

  /** Whether a row of several cells is the line of names again. */
  private static boolean repeats(RowCells row, byte[][] names) {
    boolean same = names.length > 1;
    for (int i = 0; same && i < names.length; i++) {
      int from = row.start(i);
      same = Arrays.equals(row.cells(), from, row.end(i), names[i], 0, names[i].length);
    }
    return same;
  }

  /** Adds a cell with a decimal comma, if it has one; a decimal point is refused. */
  private static void add(GrowingColumn column, RowCells row, int i, String name)
      throws IOException {
    byte[] bytes = Arrays.copyOfRange(row.cells(), row.start(i), row.end(i));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.indexOf('.') >= 0 && Numeral.of(text) == Numeral.DECIMAL) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "line %d, column '%s': '%s' has a point, but decimal signs are commas here",
              row.line(),
              name,
              Excerpt.of(text)));
    }
    byte[] plain = DecimalComma.point(text).getBytes(StandardCharsets.ISO_8859_1);
    column.add(plain, 0, plain.length);
  }

  private static IOException ragged(RowCells fields, int row, int columns) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "line %d (row %d) has %s, but there are %s",
            fields.line(),
            row,
            Numbers.count(fields.count(), "field"),
            Numbers.count(columns, "column")));
  }

  /** What was guessed and skipped. */
  private static List<String> notes(
      Contents above, List<String> skipped, List<GrowingColumn> columns) {
    List<String> notes = new ArrayList<>(above.notes());
    notes.addAll(skipped);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof NumberColumn numbers && !numbers.marks().isEmpty()) {
        String column = above.columns().get(i).name();
        notes.add("missing in '" + column + "': " + marks(numbers.marks()));
      }
    }
    return notes;
  }

  public static String marks(Map<String, Integer> marks) {
    return marks.entrySet().stream()
        .map(
            mark ->
                mark.getValue() + (mark.getKey().isEmpty() ? " empty" : " '" + mark.getKey() + "'"))
        .collect(Collectors.joining(", "));
  }
}
