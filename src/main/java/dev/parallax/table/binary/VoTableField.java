package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.fixed.DeclaredColumn;
import dev.parallax.table.fixed.NullMark;
import java.math.BigInteger;
import java.util.Locale;

/**
 * A FIELD of a VOTable, and what a cell of it means where the rows are written as text.
 *
 * @param header its name, type, unit and description
 * @param datatype as the file has it
 * @param arraysize as the file has it; empty if a cell has one value
 * @param array whether its cells are arrays of numbers
 * @param empty what stands for a missing value; empty if nothing does
 */
record VoTableField(
    ColumnHeader header, String datatype, String arraysize, boolean array, String empty) {

  /** The field of these attributes; empty where the file has none. */
  static VoTableField of(String name, String datatype, String arraysize, String unit) {
    boolean complex = datatype.endsWith("Complex");
    boolean many = complex || !(arraysize.isEmpty() || arraysize.equals("1"));
    CellType type =
        switch (datatype) {
          case "float", "double" -> CellType.DOUBLE;
          case "unsignedByte", "short", "int", "long" -> CellType.LONG;
          case "boolean", "bit" -> CellType.BOOLEAN;
          default -> CellType.TEXT;
        };
    boolean array = complex || (many && type != CellType.TEXT);
    ColumnHeader header = new ColumnHeader(name, array ? CellType.TEXT : type, unit, "");
    return new VoTableField(header, datatype, arraysize, array, "");
  }

  VoTableField describedAs(String description) {
    ColumnHeader described =
        new ColumnHeader(header.name(), header.type(), header.unit(), description);
    return new VoTableField(described, datatype, arraysize, array, empty);
  }

  VoTableField missingAs(String mark) {
    return new VoTableField(header, datatype, arraysize, array, mark);
  }

  /** The column that its cells make. */
  DeclaredColumn column() {
    int bits =
        switch (datatype) {
          case "unsignedByte" -> Byte.SIZE;
          case "short" -> Short.SIZE;
          case "int" -> Integer.SIZE;
          case "long" -> Long.SIZE;
          default -> 0;
        };
    boolean known = header.type() != CellType.TEXT || array || datatype.contains("har");
    String declared = known ? datatype : "";
    return new DeclaredColumn(header, declared, NullMark.of(plain(empty)), bits, array);
  }

  /** A cell as our own cell reader has it: no integers to base 16, no T and F for truths. */
  String plain(String cell) {
    String text = cell.strip();
    if (array) {
      return text.isEmpty() ? "" : "(array)";
    }
    return switch (header.type()) {
      case BOOLEAN -> truth(text);
      case LONG -> decimal(text);
      case DOUBLE, TEXT -> text;
    };
  }

  private static String truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "t", "true", "1" -> "true";
      case "f", "false", "0" -> "false";
      case "?", "\0" -> "";
      default -> text;
    };
  }

  private static String decimal(String text) {
    boolean hex = text.indexOf('x') > 0 || text.indexOf('X') > 0;
    if (!hex || !text.matches("[-+]?0[xX][0-9a-fA-F]+")) {
      return text;
    }
    return new BigInteger(text.replaceFirst("0[xX]", ""), 16).toString();
  }
}
