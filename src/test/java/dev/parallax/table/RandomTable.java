package dev.parallax.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A random table to be written in some form: random widths, signs, exponents, offsets and missing
 * cells. Column names are words such as {@code v3}, each once.
 *
 * @param columns its columns; the first is of text, and there is at least one of numbers
 * @param rows how many rows it has, at least one
 */
record RandomTable(List<Column> columns, int rows) {

  /** What the cells of a column are. */
  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    EXPONENT
  }

  /**
   * A column.
   *
   * @param cells the cells as they are to be written, without white space around them; empty where
   *     missing
   * @param mark what any form may write for a missing cell of numbers: a mark that every text form
   *     knows, or nothing
   * @param sentinel what a form that declares it may write for a missing cell: a number that no
   *     cell of the column is equal to
   */
  record Column(String name, Kind kind, List<String> cells, String mark, String sentinel) {

    boolean isText() {
      return kind == Kind.TEXT;
    }

    /** The widest cell, mark or sentinel. */
    int width() {
      int width = Math.max(mark.length(), sentinel.length());
      for (String cell : cells) {
        width = Math.max(width, cell.length());
      }
      return width;
    }

    /** What each cell must be read as: the double nearest to its digits, NaN if missing. */
    double[] values() {
      return cells.stream().mapToDouble(RandomTable::value).toArray();
    }
  }

  /** The number that digits mean, Fortran's or not, by the rounding of BigDecimal; NaN if empty. */
  static double value(String cell) {
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    double value = new BigDecimal(cell.replace('D', 'E').replace('d', 'e')).doubleValue();
    return value == 0 && cell.startsWith("-") ? -0.0 : value;
  }

  /** A table of up to six columns and eight rows. */
  static RandomTable of(SplittableRandom random) {
    int rows = 1 + random.nextInt(8);
    int width = 2 + random.nextInt(5);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Kind kind =
          i == 0 ? Kind.TEXT : Kind.values()[i == 1 ? 1 + random.nextInt(3) : random.nextInt(4)];
      columns.add(column(random, "v" + (i + 1), kind, rows));
    }
    return new RandomTable(List.copyOf(columns), rows);
  }

  private static Column column(SplittableRandom random, String name, Kind kind, int rows) {
    Generator generator = Generator.of(random, kind);
    double gaps = kind == Kind.TEXT ? 0 : random.nextInt(3) * 0.2;
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.add(random.nextDouble() < gaps ? "" : generator.cell(random));
    }
    List<String> marks = List.of("", "--", "...", "-", "nan", "NA", "null", "****");
    return new Column(
        name,
        kind,
        Collections.unmodifiableList(cells),
        marks.get(random.nextInt(marks.size())),
        sentinel(random, cells));
  }

  /** Near to the cells on purpose: a sentinel of -9 must not hide a cell of -9.75. */
  private static String sentinel(SplittableRandom random, List<String> cells) {
    List<String> likely = List.of("-9", "-99", "99.99", "-1", "0", "-999.0", "1e20", "9", "-9.99");
    int from = random.nextInt(likely.size());
    for (int i = 0; i < likely.size(); i++) {
      String candidate = likely.get((from + i) % likely.size());
      if (cells.stream()
          .noneMatch(cell -> !cell.matches("[A-Z].*") && value(cell) == value(candidate))) {
        return candidate;
      }
    }
    throw new IllegalStateException("every sentinel is a cell");
  }

  /**
   * How the cells of one column are made: an offset and a spread of digits, so that a column is of
   * Julian dates, another of magnitudes, a third of identifiers of 64 bits.
   */
  private record Generator(Kind kind, BigInteger offset, int digits, int decimals, char exponent) {

    static Generator of(SplittableRandom random, Kind kind) {
      int digits = 1 + random.nextInt(kind == Kind.INTEGER ? 15 : 6);
      boolean far = random.nextInt(3) == 0;
      BigInteger offset = far ? new BigInteger("2450000") : BigInteger.ZERO;
      if (far && kind == Kind.INTEGER) {
        offset = BigInteger.valueOf(random.nextLong() >> 1);
      }
      return new Generator(
          kind, offset, digits, 1 + random.nextInt(6), "eEdD".charAt(random.nextInt(4)));
    }

    String cell(SplittableRandom random) {
      if (kind == Kind.TEXT) {
        return String.format(Locale.ROOT, "OBJ%0" + digits + "d", random.nextInt(1000));
      }
      long spread = (long) StrictMath.pow(10, 1 + random.nextInt(digits));
      BigInteger number = offset.add(BigInteger.valueOf(random.nextLong(spread)));
      if (random.nextBoolean()) {
        number = number.negate();
      }
      if (kind == Kind.INTEGER) {
        return number.toString();
      }
      String decimal =
          new BigDecimal(number.toString()).scaleByPowerOfTen(-decimals).toPlainString();
      if (kind == Kind.DECIMAL) {
        return decimal;
      }
      return decimal + exponent + (random.nextInt(401) - 200 + "");
    }
  }
}
