package dev.parallax.table.fixed;

import dev.parallax.table.column.Numeral;
import java.math.BigDecimal;

/**
 * What a table declares to stand for a missing value in one of its columns. A cell is missing if it
 * is the same text or an equal number, never if it only begins so: -9 is not -9.75.
 *
 * @param text the mark; empty if none is declared
 * @param dashes whether a cell of any number of dashes is meant, as {@code ?=-} does in a
 *     byte-by-byte description
 */
public record NullMark(String text, boolean dashes) {
  private static final int LONGEST = 1000;

  static final NullMark NONE = new NullMark("", false);

  /** A mark that means itself. */
  public static NullMark of(String text) {
    return new NullMark(text.strip(), false);
  }

  /** Whether a cell without white space around it is missing. */
  public boolean matches(String cell) {
    if (text.isEmpty() || cell.isEmpty()) {
      return false;
    }
    if (dashes) {
      return cell.chars().allMatch(c -> c == '-');
    }
    return cell.equals(text) || isEqualNumber(cell);
  }

  private boolean isEqualNumber(String cell) {
    Numeral mine = Numeral.of(text);
    Numeral its = Numeral.of(cell);
    if (cell.length() > LONGEST
        || !isFinite(mine)
        || !isFinite(its)
        || mine.toDouble(text) != its.toDouble(cell)) {
      return false;
    }
    boolean integers = mine == Numeral.INTEGER && its == Numeral.INTEGER;
    return !integers || new BigDecimal(text).compareTo(new BigDecimal(cell)) == 0;
  }

  private static boolean isFinite(Numeral numeral) {
    return numeral == Numeral.INTEGER || numeral == Numeral.DECIMAL;
  }
}
