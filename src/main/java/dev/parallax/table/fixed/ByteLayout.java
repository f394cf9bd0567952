package dev.parallax.table.fixed;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.Numeral;
import dev.parallax.table.column.TextBytes;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A byte-by-byte description of a table, as the standard of the Centre de Donnees astronomiques de
 * Strasbourg has it (Standards for Astronomical Catalogues, version 2.0) and the AAS journals took
 * it over: for each column its bytes, format, unit, label and explanation, the latter with what
 * stands for a missing value.
 *
 * @param places where the columns are
 * @param columns what they are
 */
public record ByteLayout(List<FixedColumns.Place> places, List<DeclaredColumn> columns) {
  private static final Pattern TITLE =
      Pattern.compile(
          "\\s*+Byte-by-byte Description of files?\\s*+:?+\\s*+(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RULE = Pattern.compile("\\s*+(-{6,}+|={6,}+)\\s*+");
  private static final Pattern HEADINGS =
      Pattern.compile("\\s*+Bytes\\s++Format\\s.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*+(?:(\\d{1,6})\\s*+-)?\\s*+(\\d{1,6})\\s++(\\d*+)([A-Za-z])(\\d*+(?:\\.\\d++)?+)"
              + "\\s++(\\S++)\\s++(\\S++)(?:\\s++(\\S.*))?+");
  private static final Pattern MARK =
      Pattern.compile(
          "\\*?+\\s*+(?:[\\[\\]][^\\[\\]]*+[\\[\\]])?\\s*+\\?=\\s*+([^\\s\\[\\]]++).*",
          Pattern.DOTALL);
  private static final Pattern LATE_MARK =
      Pattern.compile(".*[\\s(,;]\\?=([^\\s\\[\\]]++).*", Pattern.DOTALL);
  private static final int INDENT = 12;

  /** More than any description has; each place that is longer is no part of one. */
  private static final int LONGEST_LINE = 10_000;

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_MARK = 400;

  /** The files that a line says the description under it is of; empty if it is no such line. */
  static String filesOf(String line) {
    if (line.length() > LONGEST_LINE) {
      return "";
    }
    Matcher title = TITLE.matcher(line);
    return title.matches() ? title.group(1).strip() + " " : "";
  }

  /** Whether a line is a rule, of dashes or equality signs. */
  static boolean isRule(String line) {
    return RULE.matcher(line).matches();
  }

  /**
   * Reads the description under its title, and the rule that ends it.
   *
   * @throws IOException if there is none, or it has a line that is none of a description's
   */
  static ByteLayout read(LineReader lines) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int indent = INDENT;
    while (lines.next()) {
      String line = text(lines);
      if (isRule(line)) {
        if (!entries.isEmpty()) {
          return of(entries);
        }
      } else if (entries.isEmpty() && HEADINGS.matcher(line).matches()) {
        indent = line.toLowerCase(Locale.ROOT).indexOf("format");
      } else if (!line.isBlank()) {
        add(entries, line, indent, lines.number());
      }
    }
    throw new IOException("has a byte-by-byte description that no line of dashes ends");
  }

  static String text(LineReader lines) {
    return TextBytes.decoded(lines.bytes(), 0, lines.length());
  }

  /** A column's entry: what the first line's parts are, and the explanation. */
  private record Entry(Matcher parts, StringBuilder explanation, long line) {}

  private static void add(List<Entry> entries, String line, int indent, long number)
      throws IOException {
    Matcher parts = ENTRY.matcher(line);
    boolean ahead = line.length() - line.stripLeading().length() < indent;
    if (line.length() > LONGEST_LINE || entries.size() > ColumnNames.MOST) {
      throw new IOException("line " + number + " is too much for a byte-by-byte description");
    }
    if (ahead && parts.matches()) {
      String first = parts.group(8) == null ? "" : parts.group(8);
      entries.add(new Entry(parts, new StringBuilder(first.strip()), number));
    } else if (!ahead && !entries.isEmpty()) {
      StringBuilder explanation = entries.get(entries.size() - 1).explanation();
      if (explanation.length() > LONGEST_TEXT) {
        throw new IOException("has an explanation of a column without end at line " + number);
      }
      explanation.append(explanation.isEmpty() ? "" : " ").append(line.strip());
    } else {
      throw new IOException(
          "line " + number + " is no line of a byte-by-byte description: '" + line.strip() + "'");
    }
  }

  private static ByteLayout of(List<Entry> entries) throws IOException {
    List<FixedColumns.Place> places = new ArrayList<>();
    List<DeclaredColumn> columns = new ArrayList<>();
    for (Entry entry : entries) {
      Matcher parts = entry.parts();
      int end = Integer.parseInt(parts.group(2));
      int start = parts.group(1) == null ? end : Integer.parseInt(parts.group(1));
      if (start < 1 || start > end) {
        throw new IOException("line " + entry.line() + " has bytes from " + start + " to " + end);
      }
      places.add(new FixedColumns.Place(places.size(), start - 1, end));
      columns.add(column(parts, entry.explanation().toString(), entry.line()));
    }
    return new ByteLayout(places, columns);
  }

  private static DeclaredColumn column(Matcher parts, String explanation, long line)
      throws IOException {
    String format = parts.group(3) + parts.group(4) + parts.group(5);
    CellType type =
        switch (parts.group(4).toUpperCase(Locale.ROOT)) {
          case "A" -> CellType.TEXT;
          case "I" -> CellType.LONG;
          case "F", "E", "D", "G" -> CellType.DOUBLE;
          default ->
              throw new IOException("line " + line + " has the unknown format '" + format + "'");
        };
    boolean array = type != CellType.TEXT && parts.group(3).matches("0*[2-9]|0*[1-9]\\d+");
    String unit = parts.group(6).matches("-+") ? "" : parts.group(6);
    ColumnHeader header =
        new ColumnHeader(parts.group(7), array ? CellType.TEXT : type, unit, explanation);
    return new DeclaredColumn(header, format, mark(explanation, type), 0, array);
  }

  /**
   * The mark of a missing value: behind the limits, if there are any, at the explanation's
   * beginning; or, for numbers, anywhere in it.
   */
  private static NullMark mark(String explanation, CellType type) {
    Matcher first = MARK.matcher(explanation);
    if (first.matches()) {
      String mark = first.group(1);
      if (mark.equals("-")) {
        return new NullMark(mark, true);
      }
      return NullMark.of(type == CellType.TEXT ? quoted(mark) : number(mark));
    }
    Matcher late = LATE_MARK.matcher(explanation);
    if (type != CellType.TEXT && late.matches()) {
      String mark = number(late.group(1));
      return Numeral.of(mark) == Numeral.WORDS ? NullMark.NONE : NullMark.of(mark);
    }
    return NullMark.NONE;
  }

  private static String quoted(String mark) {
    return mark.replaceAll("^(['\"])(.*)\\1$", "$2");
  }

  /** Without the sign of an order, or of punctuation, that is written onto it. */
  private static String number(String mark) {
    String plain = quoted(mark);
    if (plain.length() > LONGEST_MARK) {
      return plain;
    }
    if (Numeral.of(plain) == Numeral.WORDS) {
      String shorter = plain.replaceAll("[-+]?=?[;,:.)]*$", "");
      return Numeral.of(shorter) == Numeral.WORDS ? plain : shorter;
    }
    return plain;
  }
}
