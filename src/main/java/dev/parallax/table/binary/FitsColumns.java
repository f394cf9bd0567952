package dev.parallax.table.binary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a binary table of FITS (standard 4.0, section 7.3), checked before any memory is
 * taken for them: their formats make up the rows, and the rows the data. Those beyond the 999th are
 * as STIL has them, within the 999th.
 */
final class FitsColumns {
  private static final int LONGEST_ROW = 1 << 24;
  private static final int MOST = 999;
  private static final String NUMBERS = "BIJKED";
  private static final Pattern FORMAT = Pattern.compile("(\\d{0,10})([LXBIJKAEDCM])(.*)");
  private static final Pattern HEAP = Pattern.compile("([01]?)([PQ])([LXBIJKAEDCM]).*");
  private static final Pattern SHAPE =
      Pattern.compile("\\(\\s*\\d{1,18}\\s*(,\\s*\\d{1,18}\\s*)*\\)");

  private final FitsHeader header;
  private final long rows;
  private final long heap;
  private final List<Column> columns = new ArrayList<>();
  private final long width;

  /**
   * A column.
   *
   * @param prefix what its keywords begin with
   * @param number what they end with
   * @param format its format for STIL; that of an array is one of bytes
   * @param array whether a cell is an array, of which nothing is kept
   * @param descriptor the type of what a cell points to in the heap; empty if it does not
   * @param start its first byte in a row
   * @param scale what is done with its numbers here, and not by STIL
   */
  private record Column(
      String prefix,
      int number,
      String format,
      boolean array,
      String descriptor,
      long start,
      FitsScale scale) {}

  private FitsColumns(FitsHeader header) throws IOException {
    this.header = header;
    header.integer("BITPIX", Byte.SIZE, Byte.SIZE);
    header.integer("NAXIS", 2, 2);
    header.integer("GCOUNT", 1, 1);
    width = header.integer("NAXIS1", 0, LONGEST_ROW);
    rows = header.integer("NAXIS2", 0, Long.MAX_VALUE / 2 / LONGEST_ROW);
    heap = header.integer("PCOUNT", 0, Long.MAX_VALUE / 2);
  }

  /**
   * The columns of a table.
   *
   * @throws IOException if its header contradicts itself
   */
  static FitsColumns of(FitsHeader header) throws IOException {
    FitsColumns all = new FitsColumns(header);
    int count = (int) header.integer("TFIELDS", 0, MOST);
    int most = all.most(count);
    long end = 0;
    for (int i = 1; i <= most; i++) {
      // In place of the last column of a wide table, which holds all others, come those.
      end = all.add(most > count && i >= count ? "XT " : "", i, end);
    }
    if (end != all.width || end == 0) {
      throw new IOException(
          "has columns of " + end + " bytes in rows of " + all.width + ", by its header");
    }
    return all;
  }

  int count() {
    return columns.size();
  }

  /** The table as a unit for STIL, with the rows that a stream stands at. */
  FitsRows stream(InputStream in) {
    return new FitsRows(bytes(), in, (int) width, rows, this::check);
  }

  /** How many columns there are with those beyond the 999th. */
  private int most(int count) throws IOException {
    if (header.text("XT_NCOL").isEmpty() || header.integer("XT_ICOL", 0) != count || count == 0) {
      return count;
    }
    long wide = header.cards().keySet().stream().filter(key -> key.startsWith("XT TFORM")).count();
    long all = count - 1 + wide;
    return (int) header.integer("XT_NCOL", all, all);
  }

  /** Adds a column that starts at a byte of the row, and says where it ends. */
  private long add(String prefix, int number, long start) throws IOException {
    String format = header.text(prefix + "TFORM" + number).toUpperCase(Locale.ROOT);
    Matcher pointer = HEAP.matcher(format);
    Matcher parts = FORMAT.matcher(format);
    long size;
    if (pointer.matches()) {
      size = addPointers(prefix, number, start, pointer);
    } else if (parts.matches()) {
      size = addValues(prefix, number, start, parts);
    } else {
      throw new IOException("has the unknown format '" + format + "' for column " + number);
    }
    if (start + size > width) {
      throw new IOException(
          "has column " + number + " outside the " + width + " bytes of its rows");
    }
    return start + size;
  }

  /** Adds a column whose cells point into the heap, and says how wide it is. */
  private long addPointers(String prefix, int number, long start, Matcher pointer) {
    long one = pointer.group(2).equals("P") ? 2 * Integer.BYTES : 2 * Long.BYTES;
    long size = pointer.group(1).equals("0") ? 0 : one;
    String type = size == 0 ? "" : pointer.group(2) + pointer.group(3);
    columns.add(new Column(prefix, number, size + "B", true, type, start, FitsScale.NONE));
    return size;
  }

  /** Adds a column whose cells have their values in the row, and says how wide it is. */
  private long addValues(String prefix, int number, long start, Matcher parts) throws IOException {
    long repeat = parts.group(1).isEmpty() ? 1 : Long.parseLong(parts.group(1));
    String type = parts.group(2);
    long size = bytes(type, repeat);
    boolean shaped = isShaped(prefix + "TDIM" + number, repeat);
    boolean array = type.equals("A") ? shaped || isCut(parts.group(3), repeat) : repeat != 1;
    String plain = array ? size + "B" : repeat + type;
    FitsScale scale = array ? FitsScale.NONE : scale(prefix, number, type);
    columns.add(new Column(prefix, number, plain, array, "", start, scale));
    return size;
  }

  private FitsScale scale(String prefix, int number, String type) throws IOException {
    if (!NUMBERS.contains(type)) {
      return FitsScale.NONE;
    }
    FitsScale scale = FitsScale.of(header, prefix, number);
    return scale.isOfIntegers(type) ? FitsScale.NONE : scale;
  }

  /** For each column what is done with its numbers. */
  List<FitsScale> scales() {
    return columns.stream().map(Column::scale).toList();
  }

  private static long bytes(String type, long count) {
    return switch (type) {
      case "X" -> (count + Byte.SIZE - 1) / Byte.SIZE;
      case "I" -> count * Short.BYTES;
      case "J", "E" -> count * Integer.BYTES;
      case "K", "D", "C" -> count * Long.BYTES;
      case "M" -> count * 2 * Long.BYTES;
      default -> count;
    };
  }

  /** Whether a column's cells have more than one axis. */
  private boolean isShaped(String key, long repeat) throws IOException {
    String shape = header.text(key);
    if (!SHAPE.matcher(shape).matches()) {
      return false;
    }
    String[] axes = shape.replaceAll("[()\\s]", "").split(",", -1);
    long product = 1;
    for (String axis : axes) {
      long length = Long.parseLong(axis);
      if (length != 0 && product > repeat / length) {
        throw new IOException(
            "has the shape " + shape + " for " + key + ", of " + repeat + " elements");
      }
      product *= length;
    }
    return axes.length > 1;
  }

  /** Whether a text is an array of shorter ones, by an old convention: 60A12. */
  private static boolean isCut(String rest, long repeat) {
    return rest.matches("\\d{1,10}") && Long.parseLong(rest) < repeat;
  }

  /** The header for STIL, in which all is as it was checked. */
  private byte[] bytes() {
    Map<String, String> layout = layout();
    Set<String> scales = new HashSet<>();
    for (Column column : columns) {
      layout.put(column.prefix() + "TFORM" + column.number(), "'" + column.format() + "'");
      if (column.array()) {
        scales.add(column.prefix() + "TNULL" + column.number());
      }
      if (column.array() || !column.scale().equals(FitsScale.NONE)) {
        scales.add(column.prefix() + "TSCAL" + column.number());
        scales.add(column.prefix() + "TZERO" + column.number());
      }
    }
    return header.with(layout, scales::contains);
  }

  /** What the header says of the table as a whole. */
  private Map<String, String> layout() {
    Map<String, String> layout = new LinkedHashMap<>();
    layout.put("XTENSION", "'BINTABLE'");
    layout.put("BITPIX", "8");
    layout.put("NAXIS", "2");
    layout.put("NAXIS1", Long.toString(width));
    layout.put("NAXIS2", Long.toString(rows));
    layout.put("PCOUNT", "0");
    layout.put("GCOUNT", "1");
    layout.put("TFIELDS", header.text("TFIELDS"));
    for (String key : List.of("XT_ICOL", "XT_NCOL")) {
      if (!header.text(key).isEmpty()) {
        layout.put(key, header.text(key));
      }
    }
    if (columns.size() > MOST) {
      layout.put("TFORM" + MOST, "'" + (width - columns.get(MOST - 1).start()) + "B'");
    }
    return layout;
  }

  /**
   * Checks that what a row points to lies in the heap.
   *
   * @param from where the row begins
   * @param row its number, from 1
   * @throws IOException if it does not
   */
  private void check(byte[] bytes, int from, long row) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (Column column : columns) {
      if (!column.descriptor().isEmpty()) {
        int at = from + (int) column.start();
        boolean small = column.descriptor().startsWith("P");
        long count = small ? buffer.getInt(at) : buffer.getLong(at);
        long offset = small ? buffer.getInt(at + Integer.BYTES) : buffer.getLong(at + Long.BYTES);
        boolean inside = count >= 0 && count <= heap * Byte.SIZE && offset >= 0 && offset <= heap;
        String type = column.descriptor().substring(1);
        if (count != 0 && (!inside || bytes(type, count) > heap - offset)) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "row %d, column %d: has %d elements at byte %d of a heap of %d bytes",
                  row,
                  column.number(),
                  count,
                  offset,
                  heap));
        }
      }
    }
  }
}
