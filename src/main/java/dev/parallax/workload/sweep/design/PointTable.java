package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.NumberText;
import dev.parallax.table.Table;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a table: a point each. A slice's rows travel with that slice only. */
public final class PointTable implements Design {
  /** Up to here every whole number is a double. */
  private static final double LARGEST = 0x1p53;

  private static final int LONGEST = 60;

  private final String name;
  private final List<Response> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
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
   * @param texts whether columns may be texts; an empty text is missing. A column with a whole
   *     number that no double is counts as texts too
   * @throws IllegalArgumentException if the table lacks a column, or one is not numeric and may not
   *     be text
   */
  public PointTable(Table table, List<String> names, boolean texts) {
    this.name = table.name();
    this.values = new double[names.size() + 1][];
    for (String column : names) {
      add(table, column, texts);
    }
    values[names.size()] = rowsInFile(table);
  }

  private void add(Table table, String column, boolean texts) {
    ColumnHeader header = table.column(column);
    boolean text = texts && header.type() == CellType.TEXT;
    double[] numbers = text ? new double[0] : table.doubles(column);
    Optional<String> rounded = rounded(table, column, numbers);
    if (rounded.isPresent()) {
      if (!texts) {
        throw new IllegalArgumentException(table.name() + ": " + rounded.get());
      }
      text = true;
      notes.add(rounded.get() + "; the column is taken as texts");
    }
    Map<String, Integer> levels = new LinkedHashMap<>();
    values[columns.size()] = text ? places(table.texts(column), levels) : numbers;
    columns.add(
        new Response(
            column,
            ColumnType.DOUBLE,
            header.unit(),
            header.description(),
            List.copyOf(levels.keySet())));
  }

  /** Which columns of numbers are taken as texts, and why; a line each. */
  public List<String> notes() {
    return List.copyOf(notes);
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

  /**
   * What is wrong with a column as numbers, if a whole number in it is rounded: that is the number
   * of an object, mostly.
   */
  private static Optional<String> rounded(Table table, String column, double[] values) {
    List<String> texts = List.of();
    for (int row = 0; row < values.length; row++) {
      if (Math.abs(values[row]) >= LARGEST) {
        texts = texts.isEmpty() ? table.texts(column) : texts;
        String text = texts.get(row);
        Optional<String> why = NumberText.rounded(text, values[row]);
        if (why.isPresent()) {
          int number = table.rowInFile(row) + 1;
          return Optional.of(
              "column '" + column + "', row " + number + ": '" + shown(text) + "' is " + why.get());
        }
      }
    }
    return Optional.empty();
  }

  private static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static double[] rowsInFile(Table table) {
    double[] rows = new double[table.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = table.rowInFile(row) + 1;
    }
    return rows;
  }

  @Override
  public Map<String, Boolean> logarithmic() {
    return Map.of();
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
