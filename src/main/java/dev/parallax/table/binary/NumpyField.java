package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of an array of NumPy: where its cells lie in a row, and what they are.
 *
 * @param dtype as NumPy writes it: the order of the bytes, a letter, and how many there are
 * @param kind that letter, or one for arrays
 * @param size how many bytes a cell has
 * @param start its first byte in a row
 */
record NumpyField(
    ColumnHeader header, String dtype, char kind, long size, ByteOrder order, int start) {
  private static final Pattern DTYPE =
      Pattern.compile("([<>|])([a-zA-Z])(\\d{0,8})((?:\\[[^\\]]*\\])?)");

  private static final Set<String> NUMBERS =
      Set.of("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8");

  private static final Set<String> OTHERS = Set.of("f12", "f16", "c8", "c16", "c24", "c32");

  /** What is not read, and what to save in its place. */
  private static final Map<Character, String> UNREAD =
      Map.of(
          'F', "has longer floating-point numbers than doubles: save x.astype('f8')",
          'c', "has complex numbers: save x.real and x.imag",
          'M', "has dates: save x.astype('U') or numbers",
          'm', "has spans of time: save numbers",
          'V', "has bytes without a type: save numbers or texts");

  private static final char ARRAY = '(';
  private static final Object[] CELL = {};

  /**
   * A column.
   *
   * @param title what NumPy keeps besides its name; may be empty
   * @param elements how many values a cell has
   * @throws IOException if the dtype is none, or of objects
   */
  static NumpyField of(String name, String title, String dtype, long elements, int start)
      throws IOException {
    Matcher parts = DTYPE.matcher(dtype);
    String where = " for column '" + name + "'";
    if (parts.matches() && parts.group(2).equals("O")) {
      throw new IOException(
          "has Python objects" + where + ", which are pickled: save numbers or texts");
    }
    if (!parts.matches() || !isKnown(parts)) {
      throw new IOException("has the unknown dtype '" + dtype + "'" + where);
    }
    char letter = parts.group(2).charAt(0);
    int count = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
    long size = letter == 'U' ? (long) Integer.BYTES * count : count;
    char single = letter == 'f' && count > Double.BYTES ? 'F' : letter;
    char kind = elements == 1 ? single : ARRAY;
    ByteOrder order = parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ColumnHeader header = new ColumnHeader(name, type(kind), "", title);
    return new NumpyField(header, dtype, kind, size * elements, order, start);
  }

  /** Whether NumPy writes such dtypes; one of several bytes has an order. */
  private static boolean isKnown(Matcher parts) {
    String type = parts.group(2) + parts.group(3);
    boolean counted = type.matches("[SUV]\\d+");
    boolean ordered = !parts.group(1).equals("|") || type.matches("[SV]\\d+|[a-z]1");
    boolean time = type.equals("M8") || type.equals("m8");
    boolean known = counted || time || NUMBERS.contains(type) || OTHERS.contains(type);
    return known && ordered && (time || parts.group(4).isEmpty());
  }

  private static CellType type(char kind) {
    return switch (kind) {
      case 'f' -> CellType.DOUBLE;
      case 'i', 'u' -> CellType.LONG;
      case 'b' -> CellType.BOOLEAN;
      default -> CellType.TEXT;
    };
  }

  /** Whether its cells have a value each that can be read. */
  boolean isReadable() {
    return !UNREAD.containsKey(kind);
  }

  /**
   * Checks that its cells can be read.
   *
   * @throws IOException if they cannot
   */
  void checkReadable() throws IOException {
    if (!isReadable()) {
      throw new IOException("column '" + header.name() + "' (" + dtype + ") " + UNREAD.get(kind));
    }
  }

  /** Whether its numbers may be beyond the longs. */
  boolean isUnsignedLong() {
    return kind == 'u' && size == Long.BYTES;
  }

  /**
   * Adds the cells of some rows to a column.
   *
   * @param rows from its beginning to its limit
   * @param width how many bytes a row has
   * @param before how many rows were before these
   * @throws IOException if a cell is none; says which
   */
  void add(ByteBuffer rows, int width, int before, CellCollector column) throws IOException {
    rows.order(order);
    boolean alone = size == width && size == Long.BYTES;
    if (column instanceof CellCollector.OfDoubles doubles) {
      if (alone) {
        doubles.addNumbers(rows.asDoubleBuffer());
      } else {
        for (int at = start; at < rows.limit(); at += width) {
          doubles.addNumber(real(rows, at));
        }
      }
    } else if (column instanceof CellCollector.OfLongs longs) {
      if (alone) {
        longs.addNumbers(rows.asLongBuffer());
      } else {
        for (int at = start; at < rows.limit(); at += width) {
          longs.addNumber(integer(rows, at));
        }
      }
    } else {
      addCells(rows, width, before, column);
    }
  }

  private void addCells(ByteBuffer rows, int width, int before, CellCollector column)
      throws IOException {
    boolean unread = column instanceof CellCollector.OfNothing;
    int count = rows.limit() / width;
    for (int row = 0; row < count; row++) { // the last of the cells may be without a byte
      try {
        column.add(unread ? CELL : cell(rows, row * width + start));
      } catch (BinaryField.BadCell e) {
        String where = "row " + (before + row + 1L) + ", column '" + header.name() + "': ";
        throw new IOException(where + e.getMessage(), e);
      }
    }
  }

  private double real(ByteBuffer rows, int at) {
    return switch ((int) size) {
      case Double.BYTES -> rows.getDouble(at);
      case Float.BYTES -> rows.getFloat(at);
      default -> half(rows.getShort(at));
    };
  }

  /** The number of 16 bits of IEEE 754: a sign, 5 bits of exponent, 10 of fraction. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    double size;
    if (exponent == 0x1F) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      size = exponent == 0 ? fraction * 0x1p-24 : Math.scalb(0x1p10 + fraction, exponent - 25);
    }
    return bits < 0 ? -size : size;
  }

  private long integer(ByteBuffer rows, int at) {
    boolean signed = kind == 'i';
    return switch ((int) size) {
      case 1 -> signed ? rows.get(at) : rows.get(at) & 0xFF;
      case Short.BYTES -> signed ? rows.getShort(at) : rows.getShort(at) & 0xFFFF;
      case Integer.BYTES -> signed ? rows.getInt(at) : rows.getInt(at) & 0xFFFFFFFFL;
      default -> rows.getLong(at);
    };
  }

  private Object cell(ByteBuffer rows, int at) throws IOException {
    return switch (kind) {
      case 'b' -> truth(rows.get(at));
      case 'S' -> ascii(rows, at, at + (int) size);
      case 'U' -> unicode(rows, at, at + (int) size);
      default -> CELL;
    };
  }

  private static Boolean truth(byte b) throws IOException {
    if (b != 0 && b != 1) {
      throw new BinaryField.BadCell("has the byte " + (b & 0xFF) + ", neither true nor false");
    }
    return b == 1;
  }

  private static String ascii(ByteBuffer rows, int at, int limit) throws IOException {
    int end = limit;
    while (end > at && rows.get(end - 1) == 0) {
      end--;
    }
    for (int i = at; i < end; i++) {
      if (rows.get(i) <= 0) {
        throw new BinaryField.BadCell(
            "has the byte " + (rows.get(i) & 0xFF) + " in a text of ASCII: save x.astype('U')");
      }
    }
    byte[] text = new byte[end - at];
    rows.get(at, text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static String unicode(ByteBuffer rows, int at, int limit) throws IOException {
    int end = limit;
    while (end > at && rows.getInt(end - Integer.BYTES) == 0) {
      end -= Integer.BYTES;
    }
    StringBuilder text = new StringBuilder();
    for (int i = at; i < end; i += Integer.BYTES) {
      int code = rows.getInt(i);
      boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
      if (code == 0 || surrogate || !Character.isValidCodePoint(code)) {
        throw new BinaryField.BadCell(
            String.format(Locale.ROOT, "has the code 0x%X in a text, which is no character", code));
      }
      text.appendCodePoint(code);
    }
    return text.toString();
  }
}
