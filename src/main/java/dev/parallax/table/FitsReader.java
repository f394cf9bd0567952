package dev.parallax.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.ac.starlink.util.DataSource;

/**
 * Reads the first table of a FITS file: a binary one through STIL, one in ASCII by our own cell
 * reader, for STIL's takes words and the least of all longs for missing values. (Definition of the
 * Flexible Image Transport System, version 4.0, section 7.2.)
 */
final class FitsReader {
  private static final Pattern FORMAT =
      Pattern.compile("(?:A(\\d{0,5})|[IFED](\\d{1,5})(?:\\.(\\d{1,5}))?)");

  private final FitsHeader header;
  private final InputStream in;
  private final List<DeclaredColumn> columns = new ArrayList<>();
  private final List<FixedColumns.Place> places = new ArrayList<>();

  private FitsReader(FitsHeader header, InputStream in) {
    this.header = header;
    this.in = in;
  }

  /**
   * Reads a table.
   *
   * @param votable whether its primary unit describes the columns, as STIL's FITS files do
   */
  static Table read(String name, DataSource source, boolean votable, Wanted wanted)
      throws IOException {
    try (InputStream in = source.getInputStream()) {
      FitsHeader header = table(in);
      if (header.text("XTENSION").equals("TABLE") && !isScaled(header)) {
        FitsReader reader = new FitsReader(header, in);
        reader.describe();
        return reader.rows(name, wanted);
      }
    }
    try (InputStream in = source.getInputStream()) {
      return StilReader.readFits(name, in, votable, wanted);
    }
  }

  /** The header of the first table; the stream stands at its rows. */
  private static FitsHeader table(InputStream in) throws IOException {
    int images = 0;
    Optional<FitsHeader> unit = FitsHeader.read(in, true);
    while (unit.isPresent()) {
      if (unit.get().text("XTENSION").contains("TABLE")) {
        return unit.get();
      }
      long size = unit.get().size();
      images += size > 0 ? 1 : 0;
      skip(in, size);
      unit = FitsHeader.read(in, false);
    }
    throw new IOException("is a FITS file without a table; it has " + Table.count(images, "image"));
  }

  /** A file lets itself be skipped beyond its end, so the last byte is read. */
  private static void skip(InputStream in, long size) throws IOException {
    try {
      in.skipNBytes(Math.max(0, size - 1));
    } catch (EOFException e) {
      throw new IOException(FitsHeader.cut().getMessage(), e);
    }
    if (size > 0 && in.read() < 0) {
      throw FitsHeader.cut();
    }
  }

  /** Whether numbers are to be scaled; STIL does that. */
  private static boolean isScaled(FitsHeader header) {
    return header.cards().keySet().stream().anyMatch(key -> key.matches("T(SCAL|ZERO)\\d+"));
  }

  private void describe() throws IOException {
    long width = header.integer("NAXIS1", 0);
    for (int i = 1; i <= header.integer("TFIELDS", 0); i++) {
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

  private Table rows(String name, Wanted wanted) throws IOException {
    DeclaredRows rows = new DeclaredRows(name, columns, wanted);
    int width = (int) header.integer("NAXIS1", 0);
    long count = header.integer("NAXIS2", 0);
    while (rows.rows() < count) {
      byte[] bytes = in.readNBytes(width);
      if (bytes.length < width) {
        throw new IOException("is cut short after " + Table.count(rows.rows(), "row"));
      }
      String[] cells = new String[columns.size()];
      String complaint = "";
      for (FixedColumns.Place place : places) {
        int length = place.end() - place.start();
        String cell = new String(bytes, place.start(), length, StandardCharsets.ISO_8859_1);
        cells[place.column()] = cell.replace('\0', ' ').strip();
        if (complaint.isEmpty() && isWithoutPoint(place.column(), cells[place.column()])) {
          complaint = ", column '" + columns.get(place.column()).name() + "': '";
          complaint += cells[place.column()] + "' has no decimal point, which some programs imply";
        }
      }
      complaint = complaint.isEmpty() ? rows.complaint(cells) : complaint;
      if (!complaint.isEmpty()) {
        throw rows.wrong(0, complaint);
      }
      rows.add(cells);
    }
    return rows.table("FITS", Map.of(), List.of());
  }

  /** Of 1234 in F6.2 the standard says 12.34, and most programs 1234. */
  private boolean isWithoutPoint(int column, String cell) {
    return columns.get(column).declared().matches("[FED]\\d+\\.0*[1-9]\\d*")
        && !columns.get(column).isMissing(cell)
        && cell.matches("[-+]?\\d*[1-9]\\d*([EDed+-].*)?");
  }
}
