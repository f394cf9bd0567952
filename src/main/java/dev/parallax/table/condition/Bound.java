package dev.parallax.table.condition;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.Numeral;
import java.util.Locale;

/** What a condition compares a cell with. */
sealed interface Bound {

  /**
   * How a cell relates to it.
   *
   * @throws ArithmeticException if it cannot be compared, with the reason
   */
  Truth compare(Cells cells, int row, Relation relation);

  /** Whether cells read as doubles will do. */
  boolean isDouble();

  /** A number if it looks like one, else a text. */
  static Bound of(String word) {
    Numeral numeral = Numeral.of(word);
    if (numeral == Numeral.WORDS || numeral == Numeral.MISSING) {
      return new OfText(word, true);
    }
    double number = numeral.toDouble(word);
    if (numeral == Numeral.INTEGER && Math.abs(number) >= OfInteger.FIRST) {
      return new OfInteger(integer(numeral, word));
    }
    return new OfDouble(number);
  }

  private static long integer(Numeral numeral, String word) {
    try {
      return numeral.toLong(word);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the number %s is beyond 64 bits", word), e);
    }
  }

  /** A number. */
  record OfDouble(double number) implements Bound {
    @Override
    public Truth compare(Cells cells, int row, Relation relation) {
      double cell = cells.number(row);
      if (Double.isNaN(cell)) {
        return Truth.UNKNOWN;
      }
      return Truth.of(relation.holds(cell == number ? 0 : cell < number ? -1 : 1));
    }

    @Override
    public boolean isDouble() {
      return true;
    }
  }

  /** An integer that a double may not hold, such as an identifier of Gaia's. */
  record OfInteger(long number) implements Bound {
    static final long FIRST = 1L << 53;

    @Override
    public Truth compare(Cells cells, int row, Relation relation) {
      double cell = cells.number(row);
      if (Math.abs(cell) >= FIRST && Math.abs(cell) < 0x1p63) {
        return Truth.of(relation.holds(Long.compare(cells.integer(row), number)));
      }
      return new OfDouble(number).compare(cells, row, relation);
    }

    @Override
    public boolean isDouble() {
      return false;
    }
  }

  /**
   * A text.
   *
   * @param bare whether it was written without quotes
   */
  record OfText(String text, boolean bare) implements Bound {
    @Override
    public Truth compare(Cells cells, int row, Relation relation) {
      String cell = cells.text(row);
      boolean truth = cells.type() == CellType.BOOLEAN && cell.equalsIgnoreCase(text);
      return Truth.of(relation.holds(truth ? 0 : cell.compareTo(text)));
    }

    @Override
    public boolean isDouble() {
      return false;
    }
  }
}
