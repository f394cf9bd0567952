package dev.parallax.sweep;

import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Response;
import dev.parallax.table.CellType;
import dev.parallax.table.ColumnHeader;
import dev.parallax.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table: a point each. A slice's rows travel with that slice only. */
public final class PointTable implements Design {
  private final String name;
  private final List<Response> columns = new ArrayList<>();
  private final double[][] values;

  /**
   * Takes the named columns of a table, missing values as NaN.
   *
   * @throws IllegalArgumentException if the table lacks a column or it is not numeric
   */
  public PointTable(Table table, List<String> names) {
    this(table, names, false);
  }

  /**
   * Takes the named columns of a table, missing values as NaN, and units and descriptions.
   *
   * @param texts whether columns may be texts; an empty text is missing
   * @throws IllegalArgumentException if the table lacks a column, or one is not numeric and may not
   *     be text
   */
  public PointTable(Table table, List<String> names, boolean texts) {
    this.name = table.name();
    this.values = new double[names.size() + 1][];
    for (String column : names) {
      ColumnHeader header = table.column(column);
      boolean text = texts && header.type() == CellType.TEXT;
      Map<String, Integer> levels = new LinkedHashMap<>();
      values[columns.size()] = text ? places(table.texts(column), levels) : table.doubles(column);
      columns.add(
          new Response(
              column,
              ColumnType.DOUBLE,
              header.unit(),
              header.description(),
              List.copyOf(levels.keySet())));
    }
    values[names.size()] = rowsInFile(table);
  }

  /** The places of texts among those that differ. */
  private static double[] places(List<String> texts, Map<String, Integer> levels) {
    return texts.stream()
        .mapToDouble(
            text -> {
              if (text.isEmpty()) {
                return Double.NaN;
              }
              levels.putIfAbsent(text, levels.size());
              return levels.get(text);
            })
        .toArray();
  }

  private static double[] rowsInFile(Table table) {
    double[] rows = new double[table.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = table.rowInFile(row) + 1;
    }
    return rows;
  }

  @Override
  public List<Response> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long size() {
    return values[columns.size()].length;
  }

  @Override
  public double[] data(PointBlock points) {
    int size = points.size();
    double[] data = new double[size * values.length];
    for (int p = 0; p < values.length; p++) {
      for (int i = 0; i < size; i++) {
        data[p * size + i] = values[p][(int) points.point(i)];
      }
    }
    return data;
  }

  @Override
  public Decoder decoder() {
    String table = name;
    return (points, data) -> new Rows(table, points, data);
  }

  /**
   * Some rows.
   *
   * @param table the table's name
   * @param points which
   * @param data their values, one column after another, and the rows' numbers in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  private record Rows(String table, PointBlock points, double[] data) implements Pass {

    @Override
    public void decode(long item, double[] point) {
      for (int p = 0; p < point.length; p++) {
        point[p] = data[p * points.size() + place(item)];
      }
    }

    @Override
    public String source(long item) {
      long row = (long) data[data.length - points.size() + place(item)];
      return "row " + row + " of " + table;
    }

    private int place(long item) {
      return points.place(item);
    }
  }
}
