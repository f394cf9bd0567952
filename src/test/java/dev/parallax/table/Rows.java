package dev.parallax.table;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of objects to write, null for a missing cell. */
record Rows(List<ColumnHeader> columns, List<List<Object>> cells) implements RowSource {

  static Rows of(List<ColumnHeader> columns, Object[]... rows) {
    return new Rows(columns, Arrays.stream(rows).map(Arrays::asList).toList());
  }

  static Rows doubles(String name, double... values) {
    return of(
        List.of(new ColumnHeader(name, CellType.DOUBLE)),
        IntStream.range(0, values.length)
            .mapToObj(i -> new Object[] {values[i]})
            .toArray(Object[][]::new));
  }

  @Override
  public String name() {
    return "rows";
  }

  @Override
  public long rows() {
    return cells.size();
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of("seed", "17");
  }

  @Override
  public RowCursor open() {
    return new RowCursor() {
      private int row = -1;

      @Override
      public boolean next() {
        return ++row < cells.size();
      }

      @Override
      public boolean isMissing(int column) {
        return cells.get(row).get(column) == null;
      }

      @Override
      public double doubleAt(int column) {
        return (Double) cells.get(row).get(column);
      }

      @Override
      public long longAt(int column) {
        return (Long) cells.get(row).get(column);
      }

      @Override
      public boolean booleanAt(int column) {
        return (Boolean) cells.get(row).get(column);
      }

      @Override
      public String textAt(int column) {
        return (String) cells.get(row).get(column);
      }
    };
  }
}
