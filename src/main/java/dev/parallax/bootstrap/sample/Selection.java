package dev.parallax.bootstrap.sample;

import dev.parallax.table.Table;
import dev.parallax.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table in which every column that a bootstrap resamples or groups by has a value.
 *
 * @param table where they are from
 * @param rows their numbers, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Selection(Table table, int[] rows) {

  static Selection of(Table table, Roles roles) {
    List<double[]> numbers = new ArrayList<>();
    roles.values().forEach(name -> numbers.add(table.doubles(name)));
    List<List<String>> labels = new ArrayList<>();
    roles.by().ifPresent(name -> labels.add(table.texts(name)));
    roles.strata().ifPresent(name -> labels.add(table.texts(name)));
    roles.clusters().ifPresent(name -> labels.add(table.texts(name)));
    int[] rows =
        IntStream.range(0, table.rows())
            .filter(row -> numbers.stream().allMatch(column -> Double.isFinite(column[row])))
            .filter(row -> labels.stream().noneMatch(column -> column.get(row).isBlank()))
            .toArray();
    return new Selection(table, rows);
  }

  /** How many rows of the table are not among them. */
  int skipped() {
    return table.rows() - rows.length;
  }

  double[] numbers(String column) {
    double[] all = table.doubles(column);
    return IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
  }

  List<String> texts(String column) {
    List<String> all = table.texts(column);
    return IntStream.of(rows).mapToObj(all::get).toList();
  }

  Labels labels(String column) {
    return Labels.of(texts(column));
  }

  /**
   * A column of finite numbers of 0 or more.
   *
   * @param what it is, such as {@code weight}
   * @param optional which rows need none; 0 there
   * @throws IllegalArgumentException if an entry is missing, infinite or negative; names the row
   */
  double[] amounts(String column, String what, boolean[] optional) {
    double[] values = numbers(column);
    for (int k = 0; k < values.length; k++) {
      boolean good = values[k] >= 0 && Double.isFinite(values[k]);
      if (!good && optional.length > 0 && optional[k]) {
        values[k] = 0;
      } else if (!good) {
        throw complaint(column, k, what, values[k]);
      }
    }
    return values;
  }

  private IllegalArgumentException complaint(String column, int k, String what, double value) {
    String problem =
        Double.isNaN(value)
            ? "the " + what + " is missing"
            : value < 0
                ? "a negative " + what + ", " + Digits.shortest(value)
                : "an infinite " + what;
    return new IllegalArgumentException(
        table.name()
            + ": column '"
            + column
            + "', row "
            + (table.rowInFile(rows[k]) + 1)
            + ": "
            + problem);
  }

  /**
   * A column of limits as numbers: 1 an upper limit, -1 a lower limit, 0 a measured value.
   *
   * @throws IllegalArgumentException if an entry is none of the ways to write these
   */
  double[] limits(String column) {
    List<String> texts = texts(column);
    double[] limits = new double[rows.length];
    Arrays.setAll(limits, k -> limit(column, rows[k], texts.get(k).strip()));
    return limits;
  }

  private double limit(String column, int row, String text) {
    return switch (text) {
      case "", "0", "0.0", "=", "false" -> 0;
      case "1", "1.0", "<", "true" -> 1;
      case "-1", "-1.0", ">" -> -1;
      default ->
          throw new IllegalArgumentException(
              table.name()
                  + ": column '"
                  + column
                  + "', row "
                  + (table.rowInFile(row) + 1)
                  + ": a limit is 1 or < (upper), -1 or > (lower), 0 or empty (none), not '"
                  + text
                  + "'");
    };
  }
}
