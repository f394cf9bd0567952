package dev.parallax.table.binary;

import dev.parallax.table.column.TextBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header of an array of NumPy ({@code numpy.lib.format}, versions 1.0, 2.0 and 3.0): a literal
 * of Python, of which nothing is evaluated.
 */
final class NumpyHeader {
  static final String MAGIC = "\u0093NUMPY";

  private static final int LONGEST = 1 << 20;
  private static final int LONGEST_ROW = 1 << 24;
  private static final int LONGEST_NUMBER = 18;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;
  private static final int LAST_VERSION = 3;
  private static final int ENTRIES = 3;

  private final String text;
  private int at;
  private final List<NumpyField> fields = new ArrayList<>();
  private List<Long> shape = List.of();
  private boolean plain;
  private int width;

  private NumpyHeader(String text) {
    this.text = text;
  }

  /**
   * Reads the header.
   *
   * @throws IOException if it is none, or not that of an array that is a table
   */
  static NumpyHeader read(InputStream in) throws IOException {
    byte[] start = bytes(in, MAGIC.length() + 2);
    int major = start[MAGIC.length()];
    int minor = start[MAGIC.length() + 1];
    if (!new String(start, StandardCharsets.ISO_8859_1).startsWith(MAGIC)) {
      throw new IOException("does not begin as a NumPy file does");
    }
    if (major < 1 || major > LAST_VERSION || minor != 0) {
      String version = (major & 0xFF) + "." + (minor & 0xFF);
      throw new IOException("is of version " + version + " of NumPy's format, not 1.0 to 3.0");
    }
    byte[] size = bytes(in, major == 1 ? Short.BYTES : Integer.BYTES);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = (length << Byte.SIZE) | (size[i] & 0xFF);
    }
    if (length > LONGEST) {
      throw new IOException("has a header of " + length + " bytes, more than " + LONGEST);
    }
    NumpyHeader header = new NumpyHeader(decoded(bytes(in, (int) length), major));
    header.parse();
    return header;
  }

  private static byte[] bytes(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("is cut short within its header");
    }
    return bytes;
  }

  private static String decoded(byte[] bytes, int version) throws IOException {
    if (version < LAST_VERSION) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (!TextBytes.isUtf8(bytes, 0, bytes.length)) {
      throw new IOException("has a header that is not UTF-8");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The columns, without what fills gaps between them. */
  List<NumpyField> fields() {
    return fields;
  }

  /** How many bytes a row has, one or more. */
  int width() {
    return width;
  }

  /**
   * How many rows there are, by the header.
   *
   * @throws IOException if the array is not of one dimension
   */
  int rows() throws IOException {
    if (shape.isEmpty()) {
      throw new IOException("is a single value, not an array with rows");
    }
    if (shape.size() > 1) {
      boolean matrix = plain && shape.size() == 2;
      throw new IOException(
          "has the shape "
              + shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))
              + ", and a table has one dimension: save "
              + (matrix ? "numpy.lib.recfunctions.unstructured_to_structured(a)" : "a.ravel()"));
    }
    if (shape.get(0) > MOST_ROWS) {
      throw new IOException("has " + shape.get(0) + " rows, more than " + MOST_ROWS);
    }
    return shape.get(0).intValue();
  }

  private void parse() throws IOException {
    Set<String> keys = new HashSet<>();
    expect('{');
    do {
      String key = string();
      expect(':');
      if (!keys.add(key)) {
        throw new IOException("has '" + key + "' twice in its header");
      }
      value(key);
    } while (accepts(',') && !isNext('}'));
    expect('}');
    if (keys.size() < ENTRIES || !text.substring(at).isBlank()) {
      throw wrong();
    }
    if (width == 0) {
      throw new IOException("has rows without a byte");
    }
  }

  private void value(String key) throws IOException {
    switch (key) {
      case "shape" -> shape = tuple();
      case "fortran_order" -> { // the same in one dimension
        if (!acceptsWord("True") && !acceptsWord("False")) {
          throw wrong();
        }
      }
      case "descr" -> {
        plain = !isNext('[');
        if (plain) {
          add("value", "", string(), 1);
        } else {
          structure();
        }
      }
      default -> throw new IOException("has the unknown entry '" + key + "' in its header");
    }
  }

  private void structure() throws IOException {
    expect('[');
    do {
      expect('(');
      boolean titled = accepts('(');
      String title = titled ? string() : "";
      if (titled) {
        expect(',');
      }
      String name = string();
      if (titled) {
        expect(')');
      }
      expect(',');
      if (isNext('[')) {
        throw new IOException(
            "has the field '" + name + "' with fields within it: save those as fields beside it");
      }
      String dtype = string();
      boolean array = accepts(',') && !isNext(')');
      add(name, title, dtype, array ? product(tuple()) : 1);
      expect(')');
    } while (accepts(',') && !isNext(']'));
    expect(']');
  }

  private static long product(List<Long> axes) throws IOException {
    long product = 1;
    for (long axis : axes) {
      checkRow(axis);
      product *= axis; // no product of two such overflows
      checkRow(product);
    }
    return product;
  }

  private static void checkRow(long bytes) throws IOException {
    if (bytes > LONGEST_ROW) {
      throw new IOException("has rows of more than " + LONGEST_ROW + " bytes");
    }
  }

  private void add(String name, String title, String dtype, long elements) throws IOException {
    String named = name.isBlank() ? "col" + (fields.size() + 1) : name;
    NumpyField field = NumpyField.of(named, title, dtype, elements, width);
    checkRow(width + field.size());
    width += (int) field.size();
    if (!name.isEmpty() || !dtype.startsWith("|V")) {
      fields.add(field);
    }
  }

  /** A tuple of integers, which has a comma if it has one alone; Python 2 wrote 3L. */
  private List<Long> tuple() throws IOException {
    List<Long> entries = new ArrayList<>();
    boolean comma = true;
    expect('(');
    while (!isNext(')')) {
      if (!comma) {
        throw wrong();
      }
      int from = at;
      while (at < text.length() && at - from < LONGEST_NUMBER && isDigit(text.charAt(at))) {
        at++;
      }
      if (from == at) {
        throw wrong();
      }
      entries.add(Long.parseLong(text.substring(from, at)));
      at += text.startsWith("L", at) ? 1 : 0;
      comma = accepts(',');
    }
    expect(')');
    if (entries.size() == 1 && !comma) {
      throw wrong();
    }
    return entries;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A text in quotes of either kind. */
  private String string() throws IOException {
    char quote = isNext('"') ? '"' : '\'';
    expect(quote);
    StringBuilder string = new StringBuilder();
    for (char c = character(); c != quote; c = character()) {
      string.append(c == '\\' ? escaped(character()) : Character.toString(c));
    }
    return string.toString();
  }

  private String escaped(char letter) throws IOException {
    return switch (letter) {
      case '\\', '\'', '"' -> Character.toString(letter);
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'U' -> hexadecimal(8);
      default -> throw wrong();
    };
  }

  private String hexadecimal(int digits) throws IOException {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(character(), 16);
      code = digit < 0 ? Character.MAX_CODE_POINT + 1 : code * 16 + digit;
    }
    if (code > Character.MAX_CODE_POINT) {
      throw wrong();
    }
    return Character.toString((int) code);
  }

  private char character() throws IOException {
    if (at == text.length() || text.charAt(at) == '\n') {
      throw wrong();
    }
    return text.charAt(at++);
  }

  private boolean isNext(char sign) {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == sign;
  }

  private boolean accepts(char sign) {
    boolean next = isNext(sign);
    at += next ? 1 : 0;
    return next;
  }

  private boolean acceptsWord(String word) {
    boolean next = isNext(word.charAt(0)) && text.startsWith(word, at);
    at += next ? word.length() : 0;
    return next;
  }

  private void expect(char sign) throws IOException {
    if (!accepts(sign)) {
      throw wrong();
    }
  }

  private IOException wrong() {
    return new IOException(
        "has a header that is no dictionary of descr, fortran_order and shape, at its character "
            + (at + 1));
  }
}
