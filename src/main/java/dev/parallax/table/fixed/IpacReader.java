package dev.parallax.table.fixed;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.Contents;
import dev.parallax.table.column.TextBytes;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.LineReader;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the table format of IPAC's archives: keywords and comments behind backslashes; up to four
 * lines of names, types, units and nulls between bars; rows whose cells stand between the bars,
 * with nothing under a bar.
 */
public final class IpacReader {
  private static final Pattern KEYWORD = Pattern.compile("\\\\(\\S+?)\\s*=\\s*(.*)");
  private static final int MOST_KEYWORDS = 100_000;
  private static final int MOST_CHARACTERS = 1 << 24;
  private static final int NAMES = 0;
  private static final int TYPES = 1;
  private static final int UNITS = 2;
  private static final int NULLS = 3;

  private final LineReader lines;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<String> header = new ArrayList<>();
  private long comments;
  private long characters;

  private IpacReader(InputStream in) throws IOException {
    this.lines = new LineReader(in);
  }

  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    return new IpacReader(in).read(name, wanted);
  }

  private Contents read(String name, Wanted wanted) throws IOException {
    boolean row = readHeader();
    List<FixedColumns.Place> places = places();
    DeclaredRows rows = new DeclaredRows(name, columns(places), wanted);
    FixedColumns fixed = new FixedColumns(places, false, rows);
    for (; row; row = lines.next()) {
      if (isRemark()) {
        remark(text());
      } else if (lines.length() > 0 && !text().isBlank()) {
        fixed.add(lines);
      }
    }
    return rows.table(
        "IPAC",
        metadata,
        comments == 0 ? List.of() : List.of(Numbers.count(comments, "comment line") + " skipped"));
  }

  /** Reads as far as the first row; false if there is none. */
  private boolean readHeader() throws IOException {
    while (lines.next()) {
      if (isRemark()) {
        remark(text().stripTrailing());
      }
      if (isRemark() || lines.length() == 0) {
        continue;
      }
      String line = text().stripTrailing();
      if (line.stripLeading().startsWith("|")) {
        add(line);
      } else if (!line.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void add(String line) throws IOException {
    String bars = line.replaceAll("[^|]", " ");
    String first = header.isEmpty() ? bars : header.get(0).replaceAll("[^|]", " ");
    if (!line.endsWith("|") || line.length() < 2) {
      throw new IOException("line " + lines.number() + " begins with a bar but ends without one");
    }
    if (!bars.equals(first)) {
      throw new IOException("line " + lines.number() + " has bars at other places than the names");
    }
    if (header.size() > NULLS) {
      throw new IOException(
          "line " + lines.number() + " is a fifth line of bars in an IPAC header");
    }
    header.add(line);
  }

  private boolean isRemark() {
    return lines.length() > 0 && lines.bytes()[0] == '\\';
  }

  private void remark(String line) throws IOException {
    Matcher keyword = KEYWORD.matcher(line);
    if (line.indexOf('=') > 0 && keyword.matches()) {
      String value = keyword.group(2).strip();
      metadata.put(keyword.group(1), value.replaceAll("^(['\"])(.*)\\1$", "$2"));
      characters += line.length();
      if (metadata.size() > MOST_KEYWORDS || characters > MOST_CHARACTERS) {
        throw new IOException("has too many keywords: see line " + lines.number());
      }
    } else {
      comments++;
    }
  }

  private String text() {
    return TextBytes.decoded(lines.bytes(), 0, lines.length());
  }

  private List<FixedColumns.Place> places() throws IOException {
    if (header.isEmpty()) {
      throw new IOException("has no line of names between bars, as an IPAC table must");
    }
    String names = header.get(NAMES);
    List<FixedColumns.Place> places = new ArrayList<>();
    int bar = names.indexOf('|');
    for (int end = names.indexOf('|', bar + 1); end >= 0; end = names.indexOf('|', bar + 1)) {
      places.add(new FixedColumns.Place(places.size(), bar + 1, end));
      bar = end;
      ColumnNames.check(places.size(), lines.number());
    }
    if (places.isEmpty()) {
      throw new IOException("has no names between the bars of its header");
    }
    return places;
  }

  private List<DeclaredColumn> columns(List<FixedColumns.Place> places) throws IOException {
    List<DeclaredColumn> columns = new ArrayList<>();
    for (FixedColumns.Place place : places) {
      String name = entry(NAMES, place);
      String declared = entry(TYPES, place).toLowerCase(Locale.ROOT);
      String known = name.isEmpty() ? "col" + (place.column() + 1) : name;
      ColumnHeader column = new ColumnHeader(known, type(known, declared), entry(UNITS, place), "");
      NullMark mark = NullMark.of(cut(NULLS, place));
      columns.add(new DeclaredColumn(column, declared, mark, 0, false));
    }
    return columns;
  }

  /** Some writers fill a header with dashes. */
  private String entry(int line, FixedColumns.Place place) {
    return cut(line, place).replaceAll("^[- ]+|[- ]+$", "");
  }

  private String cut(int line, FixedColumns.Place place) {
    return line < header.size()
        ? header.get(line).substring(place.start(), place.end()).strip()
        : "";
  }

  /** Types may be shortened: {@code i} is an int, {@code d} a double, {@code da} a date. */
  private static CellType type(String column, String declared) throws IOException {
    if (declared.isEmpty()) {
      return CellType.TEXT;
    }
    for (String type : List.of("integer", "long", "double", "float", "real", "char", "date")) {
      if (type.startsWith(declared)) {
        return switch (type) {
          case "integer", "long" -> CellType.LONG;
          case "char", "date" -> CellType.TEXT;
          default -> CellType.DOUBLE;
        };
      }
    }
    throw new IOException(
        "column '" + column + "' is of type '" + declared + "', which IPAC tables do not have");
  }
}
