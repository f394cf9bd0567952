package dev.parallax.table.text;

import dev.parallax.table.column.Numeral;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first lines of a text table, split at one delimiter; comments and blank lines left out.
 *
 * @param delimiter where they are split
 * @param rows their cells
 */
record FirstLines(char delimiter, List<List<String>> rows) {
  private static final int LOOKED_AT = 100;
  private static final int LEAST = 4; // names, units, a rule and a row
  private static final int ENOUGH_BYTES = 1 << 20;
  private static final int MOST_BYTES = 1 << 24;

  /** The lines that a reader comes to next, which it will read again. */
  static byte[] ahead(LineReader lines) throws IOException {
    List<LineReader.Line> read = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (read.size() < most(bytes.size()) && lines.next()) {
      read.add(lines.line());
      bytes.writeBytes(read.get(read.size() - 1).bytes());
      bytes.write('\n');
    }
    for (int i = read.size() - 1; i >= 0; i--) {
      lines.unread(read.get(i));
    }
    return bytes.toByteArray();
  }

  /** How many lines to look at, of which so many bytes were read: fewer, if they are long. */
  private static int most(int bytes) {
    return bytes < ENOUGH_BYTES ? LOOKED_AT : bytes < MOST_BYTES ? LEAST : 1;
  }

  /** Splits lines, as far as their quotes allow. */
  static FirstLines split(byte[] text, char delimiter) throws IOException {
    FieldReader fields = new FieldReader(new LineReader(text), delimiter);
    List<List<String>> rows = new ArrayList<>();
    try {
      while (fields.next()) {
        rows.add(fields.texts());
      }
    } catch (IOException e) {
      return new FirstLines(delimiter, rows); // reading the rows will come upon it, and complain
    }
    return new FirstLines(delimiter, rows);
  }

  int width() {
    return rows.isEmpty() ? 0 : rows.get(0).size();
  }

  /** Whether all lines are equally wide, and of more than one cell. */
  boolean isEven() {
    return width() > 1 && rows.stream().allMatch(row -> row.size() == width());
  }

  /** What part of the cells below the first line are numbers or missing. */
  double numeric() {
    List<String> cells = below();
    long numbers =
        cells.stream()
            .filter(c -> DecimalComma.isNumber(c) || Numeral.of(c) != Numeral.WORDS)
            .count();
    return cells.isEmpty() ? 0 : (double) numbers / cells.size();
  }

  /** The cells below the first line; all, if there is but one line. */
  List<String> below() {
    return rows.stream().skip(rows.size() > 1 ? 1 : 0).flatMap(List::stream).toList();
  }

  /**
   * Where the line of dashes under the names is, as in VizieR's files: 1 directly under them, 2
   * with the units between; or 1 for RDB's types, such as {@code 5N}; 0 if there is neither.
   */
  int rule() {
    for (int i = 1; i < Math.min(3, rows.size()); i++) {
      List<String> cells = rows.get(i);
      boolean dashes = cells.stream().allMatch(cell -> cell.matches("-+"));
      boolean rule = dashes && cells.stream().anyMatch(cell -> cell.length() > 2);
      if ((rule || (i == 1 && isRdb())) && cells.size() == width()) {
        return i;
      }
    }
    return 0;
  }

  /** Whether the second line has RDB's types: numbers or strings, and how wide. */
  boolean isRdb() {
    return delimiter == '\t'
        && rows.size() > 1
        && rows.get(1).stream().allMatch(cell -> cell.matches("(?i)[0-9]*[NS][0-9]*"));
  }

  /** The same lines with their decimal commas as points. */
  FirstLines withPoints() {
    return new FirstLines(
        delimiter,
        rows.stream().map(row -> row.stream().map(DecimalComma::point).toList()).toList());
  }

  /** The delimiter that makes all lines equally wide, and most cells numbers; else none. */
  static Optional<Character> delimiter(byte[] text, boolean single) throws IOException {
    List<FirstLines> even = even(text, single);
    double most = even.stream().mapToDouble(FirstLines::numeric).max().orElse(0);
    even.removeIf(split -> split.numeric() < most);
    boolean commas = even.stream().anyMatch(split -> split.delimiter() == ',');
    even.removeIf(
        split ->
            split.delimiter() == ' '
                && even.size() > 1
                && !(commas && split.below().stream().anyMatch(DecimalComma::isNumber)));
    if (even.size() > 1) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "can be split at %s and at %s: --delimiter decides",
              named(even.get(0).delimiter()),
              named(even.get(1).delimiter())));
    }
    return even.stream().map(FirstLines::delimiter).findFirst();
  }

  /** The lines split at each delimiter that makes all of them equally wide. */
  private static List<FirstLines> even(byte[] text, boolean single) throws IOException {
    List<FirstLines> even = new ArrayList<>();
    for (char candidate : new char[] {',', '\t', ';', '|', ' '}) {
      FirstLines split = split(text, candidate);
      if (split.isEven() && !(single && candidate == ' ')) {
        even.add(split);
      }
    }
    return even;
  }

  private static String named(char delimiter) {
    return switch (delimiter) {
      case ',' -> "commas";
      case '\t' -> "tabs";
      case ';' -> "semicolons";
      case '|' -> "bars";
      default -> "blanks";
    };
  }
}
