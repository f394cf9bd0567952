package dev.parallax.table.fixed;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.Numeral;
import dev.parallax.table.column.TextBytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A column of a text file that declares what its cells are.
 *
 * @param header its name, type, unit and description
 * @param declared its type as the file has it, such as {@code F6.2}, for complaints
 * @param mark what stands for a missing value, besides the marks that every text form knows
 * @param bits how many bits its integers have; 0 if the form does not say. Those of 8 bits have no
 *     sign
 * @param array whether a cell has several values, and so is none
 */
public record DeclaredColumn(
    ColumnHeader header, String declared, NullMark mark, int bits, boolean array) {
  private static final int BYTE = 8;

  public String name() {
    return header.name();
  }

  public boolean isText() {
    return header.type() == CellType.TEXT;
  }

  /** Whether a cell, without white space around it, is declared to be missing. */
  public boolean isMissing(String cell) {
    return mark.matches(cell);
  }

  /** Why a cell, without white space around it, is not what the column declares; else empty. */
  String complaint(String cell) {
    if (isText() || array || isMissing(cell)) {
      return "";
    }
    if (header.type() == CellType.BOOLEAN) {
      boolean truth = cell.isEmpty() || cell.equals("true") || cell.equals("false");
      return truth ? "" : "'" + shown(cell) + "' is neither true nor false";
    }
    return switch (Numeral.of(cell)) {
      case WORDS -> "'" + shown(cell) + "' is not a number";
      case INTEGER, DECIMAL -> header.type() == CellType.LONG ? integer(cell) : "";
      case INFINITE -> header.type() == CellType.LONG ? noInteger(cell) : "";
      case MISSING -> "";
    };
  }

  private String integer(String cell) {
    if (Numeral.of(cell) == Numeral.INTEGER && bits == 0) {
      return "";
    }
    try {
      long value = Numeral.of(cell).toLong(cell);
      boolean fits = bits == BYTE ? value >= 0 && value >> BYTE == 0 : fits(value);
      return fits ? "" : beyond(cell);
    } catch (ArithmeticException e) {
      return Numeral.of(cell) == Numeral.INTEGER ? beyond(cell) : noInteger(cell);
    }
  }

  private boolean fits(long value) {
    return bits == 0 || bits == Long.SIZE || value >> (bits - 1) == value >> (Long.SIZE - 1);
  }

  private String beyond(String cell) {
    return String.format(Locale.ROOT, "'%s' is beyond the declared type %s", shown(cell), declared);
  }

  private String noInteger(String cell) {
    return String.format(Locale.ROOT, "'%s' is no integer, as %s declares", shown(cell), declared);
  }

  private static String shown(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.ISO_8859_1);
    return Excerpt.of(TextBytes.decoded(bytes, 0, bytes.length));
  }
}
