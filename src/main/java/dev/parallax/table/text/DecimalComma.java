package dev.parallax.table.text;

import dev.parallax.table.column.Numeral;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers with a comma where others have a point. */
public final class DecimalComma {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*,[0-9]+([eEdD][+-]?[0-9]+)?");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");

  private DecimalComma() {}

  static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  /** The number with a point; whatever is none as it is. */
  static String point(String cell) {
    return isNumber(cell) ? cell.replace(',', '.') : cell;
  }

  /**
   * Whether commas in these cells must be decimal signs: there is one that separates no thousands,
   * and no number has a point.
   */
  static boolean isSure(List<String> cells) {
    boolean points =
        cells.stream().anyMatch(c -> c.indexOf('.') >= 0 && Numeral.of(c) == Numeral.DECIMAL);
    return !points && cells.stream().anyMatch(c -> isNumber(c) && !THOUSANDS.matcher(c).matches());
  }

  /** What to say more of a cell that is no number; mostly nothing. */
  public static String hint(String cell) {
    return isNumber(cell) ? "; if its comma is the decimal sign, give --decimal-comma" : "";
  }
}
