package dev.parallax.table.binary;

import dev.parallax.table.column.TextBytes;
import dev.parallax.table.fixed.NullMark;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the cells of a column lie in the binary rows of a VOTable (version 1.4, section 6): numbers
 * begin with their highest byte, an array of variable length with a count of four bytes.
 *
 * @param kind the column's datatype
 * @param name the column's name
 * @param elements how many values a cell has, or what its count is a multiple of
 * @param variable whether a cell begins with a count
 * @param form what a cell is taken for
 * @param mark what stands for a missing value
 */
record BinaryField(
    Kind kind, String name, long elements, boolean variable, Form form, NullMark mark) {
  private static final int LONGEST_TEXT = 1 << 24;
  private static final Pattern SIZE =
      Pattern.compile("((?:\\d{1,10}x){0,20})(?:(\\d{1,10})|\\d{0,10}(\\*))");
  private static final Object[] ARRAY = {};

  /** The datatypes, and how many bits a value has. */
  private enum Kind {
    BOOLEAN("boolean", 8),
    BIT("bit", 1),
    UNSIGNED_BYTE("unsignedByte", 8),
    SHORT("short", 16),
    INT("int", 32),
    LONG("long", 64),
    CHAR("char", 8),
    UNICODE_CHAR("unicodeChar", 16),
    FLOAT("float", 32),
    DOUBLE("double", 64),
    FLOAT_COMPLEX("floatComplex", 64),
    DOUBLE_COMPLEX("doubleComplex", 128);

    private final String datatype;
    private final int bits;

    Kind(String datatype, int bits) {
      this.datatype = datatype;
      this.bits = bits;
    }
  }

  /** That a cell is none. */
  static final class BadCell extends IOException {
    private static final long serialVersionUID = 1;

    BadCell(String reason) {
      super(reason);
    }
  }

  /** One value, a text, or an array, of which nothing is kept. */
  private enum Form {
    VALUE,
    TEXT,
    ARRAY
  }

  /**
   * The cells of a field.
   *
   * @throws IOException if its datatype or its size is none
   */
  static BinaryField of(VoTableField field) throws IOException {
    String name = field.header().name();
    Matcher size = SIZE.matcher(field.arraysize().isEmpty() ? "1" : field.arraysize());
    if (!size.matches()) {
      throw new IOException(
          "has the arraysize '" + field.arraysize() + "' for column '" + name + "'");
    }
    boolean variable = size.group(3) != null;
    long elements = variable ? 1 : Long.parseLong(size.group(2));
    try {
      for (String axis : size.group(1).split("x", -1)) {
        elements = axis.isEmpty() ? elements : times(elements, Long.parseLong(axis));
      }
    } catch (BadCell e) {
      throw new IOException("has a column '" + name + "' that " + e.getMessage(), e);
    }
    Kind kind = kind(field);
    boolean text = kind == Kind.CHAR || kind == Kind.UNICODE_CHAR;
    Form form = text && size.group(1).isEmpty() ? Form.TEXT : Form.VALUE;
    if (field.array() || (text && form != Form.TEXT)) {
      form = Form.ARRAY;
    }
    return new BinaryField(kind, name, elements, variable, form, field.column().mark());
  }

  private static Kind kind(VoTableField field) throws IOException {
    for (Kind kind : Kind.values()) {
      if (kind.datatype.equals(field.datatype())) {
        return kind;
      }
    }
    throw new IOException(
        String.format(
            Locale.ROOT,
            "has the unknown datatype '%s' for column '%s'",
            field.datatype(),
            field.header().name()));
  }

  /**
   * Reads a cell.
   *
   * @return a number, a truth, a text, or an array without elements; null if it is missing
   * @throws EOFException if the data end within it
   * @throws BadCell if it is none
   */
  @SuppressWarnings("NullAway") // as the collectors take it
  Object read(DataInputStream in) throws IOException {
    Object cell =
        switch (form) {
          case VALUE -> value(in);
          case TEXT -> text(in, count(in));
          case ARRAY -> {
            skip(in, count(in));
            yield ARRAY;
          }
        };
    boolean marked = !mark.text().isEmpty() && cell != null && cell != ARRAY;
    return marked && mark.matches(cell.toString()) ? null : cell;
  }

  /** The count is that of all values, whatever their axes. */
  private long count(DataInputStream in) throws IOException {
    if (!variable) {
      return elements;
    }
    int count = in.readInt();
    if (count < 0) {
      throw new BadCell("has " + count + " elements");
    }
    if (count != 0 && (elements == 0 || count % elements != 0)) {
      throw new BadCell("has " + count + " elements, not a multiple of " + elements);
    }
    return count;
  }

  private long bytes(long count) throws IOException {
    return (times(count, kind.bits) + Byte.SIZE - 1) / Byte.SIZE;
  }

  private static long times(long count, long size) throws IOException {
    if (size != 0 && count > Long.MAX_VALUE / Byte.SIZE / size) {
      throw new BadCell("has more elements than can be counted");
    }
    return count * size;
  }

  private void skip(DataInputStream in, long count) throws IOException {
    try {
      in.skipNBytes(bytes(count));
    } catch (EOFException e) {
      throw tooShort(count, e);
    }
  }

  private static BadCell tooShort(long count, EOFException cause) {
    BadCell wrong = new BadCell("has " + count + " elements, but the data end before");
    wrong.initCause(cause);
    return wrong;
  }

  private Object value(DataInputStream in) throws IOException {
    return switch (kind) {
      case BOOLEAN -> truth(in.readUnsignedByte());
      case BIT -> bit(in.readUnsignedByte());
      case UNSIGNED_BYTE -> in.readUnsignedByte();
      case SHORT -> in.readShort();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.readFloat();
      default -> in.readDouble();
    };
  }

  private static Boolean truth(int b) throws IOException {
    return switch (b) {
      case 'T', 't', '1' -> Boolean.TRUE;
      case 'F', 'f', '0' -> Boolean.FALSE;
      case '?', ' ', 0 -> null;
      default -> throw new BadCell("has the byte " + b + ", neither true nor false");
    };
  }

  /** The standard has the first bit highest; that of some programs is lowest. */
  private static Boolean bit(int b) throws IOException {
    if (b != 0 && b != 1 << (Byte.SIZE - 1)) {
      throw new BadCell("has the byte " + b + " for one bit, neither 128 nor 0");
    }
    return b != 0;
  }

  /** A text ends with a null character, or with its array. */
  private String text(DataInputStream in, long count) throws IOException {
    long size = bytes(count);
    if (size > LONGEST_TEXT) {
      throw new BadCell("has " + count + " characters, more than " + LONGEST_TEXT);
    }
    byte[] bytes = in.readNBytes((int) size); // takes memory as the bytes come
    if (bytes.length < size) {
      throw tooShort(count, new EOFException());
    }
    if (kind == Kind.UNICODE_CHAR) {
      String text = new String(bytes, StandardCharsets.UTF_16BE);
      int end = text.indexOf('\0');
      return end < 0 ? text : text.substring(0, end);
    }
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return TextBytes.decoded(bytes, 0, end);
  }
}
