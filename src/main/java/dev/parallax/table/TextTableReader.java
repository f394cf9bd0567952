package dev.parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads CSV (split at commas, else at tabs, semicolons or bars, whichever the first line has first
 * in this order) and whitespace ASCII. The names come from the first line, above a line of dashes
 * or not; or, if that is of numbers, from the comments before it; or are {@code col1}, {@code
 * col2}, ...
 */
final class TextTableReader {
  private TextTableReader() {}

  /**
   * Reads a table.
   *
   * @param single whether a first line without any delimiter is one column, not words
   */
  static Table read(String name, InputStream in, boolean single, Wanted wanted) throws IOException {
    LineReader lines = new LineReader(in);
    TextHeader header = TextHeader.read(lines, single);
    List<String> notes = new ArrayList<>();
    if (!header.names().isEmpty()) {
      notes.add(header.names());
    }
    Contents contents =
        new Contents(name, header.format(), 0, header.columns(), List.of(), Map.of(), notes);
    return body(contents, header.fields(), header.comments(), wanted);
  }

  /** Reads the rows below what is known so far. */
  static Table body(Contents above, FieldReader fields, int comments, Wanted wanted)
      throws IOException {
    ColumnNames names = new ColumnNames(above.name(), above.names());
    List<GrowingColumn> columns = wanted.uses(names).stream().map(GrowingColumn::of).toList();
    int rows = 0;
    while (fields.next()) {
      rows++;
      if (fields.count() != columns.size()) {
        throw ragged(fields, rows, columns.size());
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(fields.cells(), fields.start(i), fields.end(i));
      }
    }
    if (rows == 0) {
      throw new IOException("has column names but no rows");
    }
    List<Cells> cells = columns.stream().map(GrowingColumn::cells).toList();
    List<ColumnHeader> typed = new ArrayList<>();
    for (ColumnHeader header : above.columns()) {
      typed.add(header.withType(cells.get(typed.size()).type()));
    }
    return new Table(
        new Contents(
            above.name(),
            above.format(),
            rows,
            typed,
            cells,
            above.metadata(),
            notes(above, comments + fields.comments(), columns)));
  }

  private static IOException ragged(FieldReader fields, int row, int columns) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "line %d (row %d) has %s, but there are %s",
            fields.line(),
            row,
            Table.count(fields.count(), "field"),
            Table.count(columns, "column")));
  }

  /** What was guessed and skipped. */
  private static List<String> notes(Contents above, int comments, List<GrowingColumn> columns) {
    List<String> notes = new ArrayList<>(above.notes());
    if (comments > 0) {
      notes.add(Table.count(comments, "comment line") + " skipped");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof NumberColumn numbers && !numbers.marks().isEmpty()) {
        notes.add("missing in '" + above.names().get(i) + "': " + marks(numbers.marks()));
      }
    }
    return notes;
  }

  static String marks(Map<String, Integer> marks) {
    return marks.entrySet().stream()
        .map(
            mark ->
                mark.getValue() + (mark.getKey().isEmpty() ? " empty" : " '" + mark.getKey() + "'"))
        .collect(Collectors.joining(", "));
  }
}
