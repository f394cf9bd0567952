package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.fixed.DeclaredColumn;
import dev.parallax.table.fixed.DeclaredRows;
import dev.parallax.table.fixed.FixedColumns;
import dev.parallax.table.fixed.NullMark;
import dev.parallax.text.Numbers;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the first table of a FITS file: a binary one through STIL, one in ASCII by our own cell
 * reader, for STIL's takes words and the least of all longs for missing values. (Definition of the
 * Flexible Image Transport System, version 4.0, section 7.2.)
 */
public final class FitsReader {
  private static final Pattern FORMAT =
      Pattern.compile("(?:A(\\d{0,5})|[IFED](\\d{1,5})(?:\\.(\\d{1,5}))?)");

  private static final Set<String> TABLES = Set.of("TABLE", "BINTABLE", "A3DTABLE");
  private static final int LONGEST = 1 << 24; // a row, or a description
  private static final int MOST_COLUMNS = 999;

  private final String name;
  private final InputStream in;
  private FitsHeader header = new FitsHeader(Map.of(), List.of());
  private Optional<VoTableHeader> described = Optional.empty();
  private final List<DeclaredColumn> columns = new ArrayList<>();
  private final List<FixedColumns.Place> places = new ArrayList<>();

  private FitsReader(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Reads a table. Where the primary unit describes it as a VOTable, as STIL's FITS files do,
   * names, units, descriptions and metadata are from there.
   */
  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    FitsReader reader = new FitsReader(name, in);
    reader.toTable("");
    return reader.table("FITS", wanted);
  }

  /** Reads a table of a FITS file within a VOTable, in the extension with a number, if any. */
  static Contents readInline(
      String name, InputStream in, VoTableHeader described, String extension, Wanted wanted)
      throws IOException {
    FitsReader reader = new FitsReader(name, in);
    reader.toTable(extension.strip());
    reader.described = Optional.of(described);
    Contents table = reader.table("VOTable", wanted);
    described.check(table.rows());
    return table;
  }

  /** Goes to the first table, or to that in an extension. */
  private void toTable(String extension) throws IOException {
    int images = 0;
    int number = 0;
    Optional<FitsHeader> unit = FitsHeader.read(in, true);
    while (unit.isPresent()) {
      header = unit.get();
      boolean table = TABLES.contains(header.text("XTENSION"));
      if (table && (extension.isEmpty() || extension.equals(Integer.toString(number)))) {
        return;
      }
      long size = header.size();
      images += table || size == 0 ? 0 : 1;
      if (number == 0 && header.text("VOTMETA").equals("T")) {
        described = Optional.of(description());
        size -= header.integer("NAXIS1", 0);
      }
      skip(size);
      unit = FitsHeader.read(in, false);
      number++;
    }
    throw new IOException("is a FITS file without a table" + where(extension, images));
  }

  private static String where(String extension, int images) {
    return extension.isEmpty()
        ? "; it has " + Numbers.count(images, "image")
        : " in extension '" + extension + "'";
  }

  /** What the primary unit says of the table, in a VOTable without rows. */
  private VoTableHeader description() throws IOException {
    header.integer("NAXIS", 1, 1);
    header.integer("BITPIX", Byte.SIZE, Byte.SIZE);
    int length = (int) header.integer("NAXIS1", 1, LONGEST);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw FitsHeader.cut();
    }
    try {
      VoTableHeader all = new VoTableHeader(VoTableXml.of(new ByteArrayInputStream(bytes)));
      all.toEndOfTable();
      return all;
    } catch (XMLStreamException e) {
      String reason = "has a primary unit with a broken VOTable: " + VoTableXml.reason(e);
      throw new IOException(reason, e);
    }
  }

  private Contents table(String format, Wanted wanted) throws IOException {
    boolean binary = !header.text("XTENSION").equals("TABLE");
    if (binary) {
      FitsColumns binaryColumns = FitsColumns.of(header);
      return through(binaryColumns.stream(in), binaryColumns.scales(), format, wanted);
    }
    describe();
    return isScaled() ? through(scaled(), scales(), format, wanted) : rows(format, wanted);
  }

  /** Through STIL. */
  private Contents through(InputStream rows, List<FitsScale> scales, String format, Wanted wanted)
      throws IOException {
    List<String> notes = new ArrayList<>();
    if (described.isPresent() && described.get().fields().size() != scales.size()) {
      String there = Numbers.count(described.get().fields().size(), "column");
      notes.add("a description of " + there + " in the primary unit, of another table, left out");
      described = Optional.empty();
    }
    return StilReader.readFits(name, format, rows, scales, described, notes, wanted);
  }

  /** The unit for STIL, in which all that says how the data lie is as it was checked. */
  private InputStream scaled() throws IOException {
    Map<String, String> layout = new LinkedHashMap<>();
    layout.put("XTENSION", "'TABLE   '");
    for (String key : List.of("BITPIX", "NAXIS", "NAXIS1", "NAXIS2")) {
      layout.put(key, header.text(key));
    }
    layout.put("PCOUNT", "0");
    layout.put("GCOUNT", "1");
    layout.put("TFIELDS", Integer.toString(columns.size()));
    for (int i = 1; i <= columns.size(); i++) {
      layout.put("TBCOL" + i, header.text("TBCOL" + i));
      layout.put("TFORM" + i, "'" + header.text("TFORM" + i) + "'");
    }
    byte[] bytes = header.with(layout, FitsReader::isScale);
    int width = (int) header.integer("NAXIS1", 0);
    return new FitsRows(bytes, in, width, header.integer("NAXIS2", 0), (row, from, number) -> {});
  }

  /** A file lets itself be skipped beyond its end, so the last byte is read. */
  private void skip(long size) throws IOException {
    try {
      in.skipNBytes(Math.max(0, size - 1));
    } catch (EOFException e) {
      throw new IOException(FitsHeader.cut().getMessage(), e);
    }
    if (size > 0 && in.read() < 0) {
      throw FitsHeader.cut();
    }
  }

  /** Whether numbers are to be scaled; their texts are then read through STIL. */
  private boolean isScaled() {
    return header.cards().keySet().stream().anyMatch(FitsReader::isScale);
  }

  private static boolean isScale(String key) {
    return key.matches("T(SCAL|ZERO)\\d+");
  }

  private List<FitsScale> scales() throws IOException {
    List<FitsScale> scales = new ArrayList<>();
    for (DeclaredColumn column : columns) {
      boolean text = column.isText();
      scales.add(text ? FitsScale.NONE : FitsScale.of(header, "", scales.size() + 1));
    }
    return scales;
  }

  private void describe() throws IOException {
    header.integer("BITPIX", Byte.SIZE, Byte.SIZE);
    header.integer("NAXIS", 2, 2);
    long width = header.integer("NAXIS1", 1, LONGEST);
    header.integer("NAXIS2", 0, Long.MAX_VALUE / 2 / LONGEST);
    long count = header.integer("TFIELDS", 1, MOST_COLUMNS);
    for (int i = 1; i <= count; i++) {
      String format = header.text("TFORM" + i).toUpperCase(Locale.ROOT);
      Matcher parts = FORMAT.matcher(format);
      if (!parts.matches()) {
        throw new IOException("has the unknown format '" + format + "' for column " + i);
      }
      String digits = parts.group(1) == null ? parts.group(2) : parts.group(1);
      long start = header.integer("TBCOL" + i, 0) - 1;
      long end = start + (digits.isEmpty() ? 1 : Long.parseLong(digits));
      if (start < 0 || end > width) {
        throw new IOException("has column " + i + " outside the " + width + " bytes of its rows");
      }
      places.add(new FixedColumns.Place(i - 1, (int) start, (int) end));
      columns.add(column(i, format));
    }
  }

  private DeclaredColumn column(int number, String format) {
    CellType type =
        switch (format.charAt(0)) {
          case 'A' -> CellType.TEXT;
          case 'I' -> CellType.LONG;
          default -> CellType.DOUBLE;
        };
    String given = header.text("TTYPE" + number);
    String name = given.isEmpty() ? "col" + number : given;
    ColumnHeader column = new ColumnHeader(name, type, header.text("TUNIT" + number), "");
    NullMark mark = NullMark.of(header.text("TNULL" + number));
    return new DeclaredColumn(column, format, mark, 0, false);
  }

  private Contents rows(String format, Wanted wanted) throws IOException {
    DeclaredRows rows = new DeclaredRows(name, columns, wanted);
    int width = (int) header.integer("NAXIS1", 0);
    long count = header.integer("NAXIS2", 0);
    while (rows.rows() < count) {
      byte[] bytes = in.readNBytes(width);
      if (bytes.length < width) {
        throw new IOException("is cut short after " + Numbers.count(rows.rows(), "row"));
      }
      String[] cells = cells(bytes);
      String point = pointComplaint(cells);
      String complaint = point.isEmpty() ? rows.complaint(cells) : point;
      if (!complaint.isEmpty()) {
        throw rows.wrong(0, complaint);
      }
      rows.add(cells);
    }
    return rows.table(format, Map.of(), List.of());
  }

  private String[] cells(byte[] row) {
    String[] cells = new String[columns.size()];
    for (FixedColumns.Place place : places) {
      int length = place.end() - place.start();
      String cell = new String(row, place.start(), length, StandardCharsets.ISO_8859_1);
      cells[place.column()] = cell.replace('\0', ' ').strip();
    }
    return cells;
  }

  /** Which cell is without a decimal point; empty if none is. */
  private String pointComplaint(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (isWithoutPoint(i, cells[i])) {
        String where = ", column '" + columns.get(i).name() + "': '" + cells[i];
        return where + "' has no decimal point, which some programs imply";
      }
    }
    return "";
  }

  /** Of 1234 in F6.2 the standard says 12.34, and most programs 1234. */
  private boolean isWithoutPoint(int column, String cell) {
    return columns.get(column).declared().matches("[FED]\\d+\\.0*[1-9]\\d*")
        && !columns.get(column).isMissing(cell)
        && cell.matches("[-+]?\\d*[1-9]\\d*([EDed+-].*)?");
  }
}
