package dev.parallax.table.fixed;

import dev.parallax.table.column.TextBytes;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Columns at fixed places of each line. A line is cut there, and checked: between the places there
 * is nothing, or a separator where the form allows one; no number runs from one column into the
 * next; and every cell is what its column declares. Beyond ASCII, some programs count bytes and
 * others characters: a line that fits in both ways, with different cells, is refused.
 */
public final class FixedColumns {
  private final List<Place> places;
  private final List<Place> ordered;
  private final boolean separators;
  private final DeclaredRows rows;

  /**
   * Where the cells of a column are.
   *
   * @param column the column, from 0
   * @param start the first place, from 0
   * @param end the place behind the last
   */
  public record Place(int column, int start, int end) {}

  /**
   * Columns at these places, one for each of the rows' columns, in their order.
   *
   * @param separators whether the places between may hold bars, or colons and slashes within a date
   *     or an angle
   */
  FixedColumns(List<Place> places, boolean separators, DeclaredRows rows) {
    this.places = List.copyOf(places);
    this.ordered = places.stream().sorted(Comparator.comparingInt(Place::start)).toList();
    this.separators = separators;
    this.rows = rows;
  }

  /**
   * Adds the row of the line that the lines stand at.
   *
   * @throws IOException if the line does not fit the places, or a cell its column
   */
  void add(LineReader lines) throws IOException {
    byte[] bytes = lines.bytes();
    int[] line = new int[lines.length()];
    Arrays.setAll(line, i -> bytes[i] & 0xFF);
    line = trimmed(line);
    String[] cells = cells(line);
    String complaint = complaint(line, cells);
    int[] characters = characters(lines, line);
    if (!Arrays.equals(line, characters)) {
      String[] others = utf8(cells(characters));
      if (complaint(characters, others).isEmpty()) {
        if (complaint.isEmpty() && !Arrays.equals(cells, others)) {
          throw rows.wrong(
              lines.number(), " is not in ASCII, and its columns differ by bytes and characters");
        }
        complaint = "";
        cells = others;
      }
    }
    if (!complaint.isEmpty()) {
      throw rows.wrong(lines.number(), complaint);
    }
    rows.add(cells);
  }

  /** The characters of a line whose bytes are given: those, if they are ASCII. */
  private static int[] characters(LineReader lines, int[] line) {
    boolean ascii = IntStream.of(line).allMatch(c -> c < 0x80);
    String decoded = ascii ? "" : TextBytes.decoded(lines.bytes(), 0, lines.length());
    return ascii ? line : trimmed(decoded.codePoints().toArray());
  }

  /** Cells of characters as cells of bytes, each a character. */
  private static String[] utf8(String[] cells) {
    String[] bytes = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      byte[] utf8 = cells[i].getBytes(StandardCharsets.UTF_8);
      bytes[i] = new String(utf8, StandardCharsets.ISO_8859_1);
    }
    return bytes;
  }

  private static int[] trimmed(int[] line) {
    int length = line.length;
    while (length > 0 && Character.isWhitespace(line[length - 1])) {
      length--;
    }
    return length == line.length ? line : Arrays.copyOf(line, length);
  }

  private String[] cells(int[] line) {
    String[] cells = new String[places.size()];
    for (int i = 0; i < cells.length; i++) {
      int start = Math.min(places.get(i).start(), line.length);
      int end = Math.min(places.get(i).end(), line.length);
      cells[i] = new String(line, start, end - start).strip();
    }
    return cells;
  }

  /** Where and why the line does not fit; empty if it does. */
  private String complaint(int[] line, String[] cells) {
    if (IntStream.of(line).anyMatch(c -> c == '\t')) {
      return " has a tab, but its columns are at fixed places: replace tabs by blanks";
    }
    int at = 0;
    for (int i = 0; i <= ordered.size(); i++) {
      int next = i < ordered.size() ? ordered.get(i).start() : line.length;
      for (; at < Math.min(next, line.length); at++) {
        if (line[at] != ' ' && !(separators && isSeparator(line, at))) {
          return stray(line, at, Math.max(0, i - 1));
        }
      }
      if (i < ordered.size()) {
        at = Math.max(at, ordered.get(i).end());
      }
      if (i > 0 && i < ordered.size() && runsOn(line, ordered.get(i - 1), ordered.get(i))) {
        return in(ordered.get(i), "a number runs into it from the column before");
      }
    }
    return rows.complaint(cells);
  }

  /** Says whose value seems to stand there: that before it if it touches that, else the next. */
  private String stray(int[] line, int at, int left) {
    Place before = ordered.get(left);
    boolean first = before.start() > at;
    boolean touches = at > 0 && line[at - 1] != ' ';
    boolean own = first || touches || left + 1 == ordered.size();
    Place place = own ? before : ordered.get(left + 1);
    return in(
        place,
        String.format(
            Locale.ROOT,
            "'%s' stands at place %d, outside the column's places %d to %d",
            Character.toString(line[at]),
            at + 1,
            place.start() + 1,
            place.end()));
  }

  private String in(Place place, String reason) {
    return ", column '" + rows.columns().get(place.column()).name() + "': " + reason;
  }

  /** A bar; or a colon or slash between two digits, which is never part of a number. */
  private boolean isSeparator(int[] line, int at) {
    if (line[at] == '|') {
      return true;
    }
    if (at == 0 || at + 1 >= line.length || ":/".indexOf(line[at]) < 0) {
      return false;
    }
    return isDigit(line[at - 1])
        && isDigit(line[at + 1])
        && ordered.stream().anyMatch(place -> place.end() == at && isNumeric(place))
        && ordered.stream().anyMatch(place -> place.start() == at + 1 && isNumeric(place));
  }

  private boolean isNumeric(Place place) {
    return !rows.columns().get(place.column()).isText();
  }

  /**
   * Whether digits go on from one column to the next without a gap between. They may if the second
   * number is as wide as its column.
   */
  private boolean runsOn(int[] line, Place first, Place second) {
    int border = second.start();
    if (first.end() != border || line.length <= border || line.length == second.end()) {
      return false;
    }
    boolean full = line.length > second.end() && line[second.end() - 1] != ' ';
    boolean wide = isNumeric(first) || first.end() - first.start() > 1;
    return !full
        && wide
        && isNumeric(second)
        && isOfNumber(line[border - 1])
        && isOfNumber(line[border]);
  }

  private static boolean isOfNumber(int c) {
    return c == '.' || isDigit(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
