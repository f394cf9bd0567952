package dev.parallax.table.text;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.Numeral;
import dev.parallax.table.column.TextBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text table says, or seems to say, before its rows.
 *
 * @param format what it was taken for
 * @param columns names and units
 * @param notes what was guessed, a line each
 * @param decimalComma whether numbers have decimal commas
 * @param line whether the names stand in a line that a row must not repeat
 * @param fields the fields, about to read the first row
 */
record TextHeader(
    String format,
    List<ColumnHeader> columns,
    List<String> notes,
    boolean decimalComma,
    boolean line,
    FieldReader fields) {
  /** Possessive, for a line of many cells would take as deep a recursion. */
  private static final Pattern QUOTED =
      Pattern.compile("\\s*+\"[^\"]*+\"((?:\\s*+[,;|]\\s*+|[\\t ]++)\"[^\"]*+\")*+\\s*+");

  /**
   * Reads as far as the rows.
   *
   * @param single whether a first line without any delimiter is one column, not words
   */
  static TextHeader read(LineReader lines, boolean single, Dialect dialect) throws IOException {
    HeadComments comments = new HeadComments();
    List<String> notes = new ArrayList<>();
    if (dialect.header() == Dialect.Header.AT_LINE) {
      skipTo(lines, dialect.line(), notes);
    } else {
      skipComments(lines, comments);
    }
    byte[] ahead = FirstLines.ahead(lines);
    FirstLines first = FirstLines.split(ahead, delimiter(ahead, single, dialect));
    boolean guessed = !dialect.decimalComma() && hasDecimalCommas(first);
    if (guessed) {
      notes.add("commas in numbers taken for decimal signs");
    }
    boolean comma = dialect.decimalComma() || guessed;
    FirstLines plain = comma ? first.withPoints() : first;
    return of(lines, comments, notes, comma, plain, quoted(ahead), dialect.header());
  }

  private static char delimiter(byte[] ahead, boolean single, Dialect dialect) throws IOException {
    return dialect.delimiter().isPresent()
        ? dialect.delimiter().get()
        : FirstLines.delimiter(ahead, single).orElse(first(ahead, single, dialect.decimalComma()));
  }

  private static boolean hasDecimalCommas(FirstLines first) {
    return first.delimiter() != ',' && first.width() > 1 && DecimalComma.isSure(first.below());
  }

  private static TextHeader of(
      LineReader lines,
      HeadComments comments,
      List<String> notes,
      boolean comma,
      FirstLines first,
      boolean quoted,
      Dialect.Header asked)
      throws IOException {
    FieldReader fields = new FieldReader(lines, first.delimiter());
    checkNotEmpty(first, fields);
    CommentNames above = CommentNames.of(comments, first.delimiter(), first.width());
    boolean header = asked == Dialect.Header.FIRST || asked == Dialect.Header.AT_LINE;
    int rule = asked == Dialect.Header.NONE ? 0 : first.rule();
    if (asked == Dialect.Header.GUESSED && rule == 0) {
      header = isHeader(first, above, quoted, notes);
    }
    int used = header || rule > 0 ? 1 + rule : 0;
    List<ColumnHeader> columns = used > 0 ? named(fields, rule) : commented(first, above, notes);
    String format = format(first, rule) + (used > 0 || above.found() ? "" : " without a header");
    fields.begin(words(first, used));
    return new TextHeader(format, columns, notes, comma, used > 0, fields.after(comments.count()));
  }

  private static void checkNotEmpty(FirstLines first, FieldReader fields) throws IOException {
    if (first.rows().isEmpty()) {
      fields.next(); // throws what is wrong with the first line
      throw new IOException("has nothing but comments among its first lines");
    }
  }

  /** The columns as the lines above the rows have them, of which a rule may be the last. */
  private static List<ColumnHeader> named(FieldReader fields, int rule) throws IOException {
    fields.next();
    List<String> names = fields.texts();
    List<String> units = rule == 2 && fields.next() ? fields.texts() : List.of();
    if (rule > 0) {
      fields.next();
    }
    return ColumnHeader.named(names, units);
  }

  /** The columns as the comments above the rows have them. */
  private static List<ColumnHeader> commented(
      FirstLines first, CommentNames above, List<String> notes) throws IOException {
    above.check(first);
    notes.addAll(above.notes());
    return above.columns();
  }

  private static boolean isHeader(
      FirstLines first, CommentNames above, boolean quoted, List<String> notes) throws IOException {
    List<List<String>> rows =
        first.rows().stream().filter(row -> row.size() == first.width()).toList();
    HeaderEvidence evidence =
        new HeaderEvidence(rows, above.found(), quoted, first.delimiter() == ' ');
    return switch (evidence.verdict()) {
      case ROW -> false;
      case HEADER -> {
        if (rows.get(0).stream().anyMatch(name -> Numeral.of(name).isNumber())) {
          notes.add(
              "the first line, with numbers in it, taken for names: "
                  + String.join(", ", rows.get(0)));
        }
        yield true;
      }
      case UNDECIDED ->
          throw new IOException(
              "may have names or values in its first line, '"
                  + Excerpt.of(String.join(" ", rows.get(0)))
                  + "': give --header yes or --header no");
    };
  }

  /** For each column, whether its cells are words, as far as the first lines show. */
  private static List<Boolean> words(FirstLines first, int used) {
    List<Boolean> words = new ArrayList<>(Collections.nCopies(first.width(), false));
    for (List<String> row :
        first.rows().subList(Math.min(used, first.rows().size()), first.rows().size())) {
      for (int i = 0; i < Math.min(row.size(), words.size()); i++) {
        words.set(i, words.get(i) || Numeral.of(row.get(i)) == Numeral.WORDS);
      }
    }
    return words;
  }

  /** Comes to the first line that is neither blank nor a comment, which will be read again. */
  private static void skipComments(LineReader lines, HeadComments comments) throws IOException {
    while (lines.next()) {
      byte first = firstInk(lines);
      if (first == '#' || first == '!' || first == '%') {
        comments.add(text(lines).strip());
      } else if (first != 0 && !(first < 0 && text(lines).isBlank())) {
        lines.unread(lines.line());
        return;
      }
    }
    throw new IOException("has no rows");
  }

  /** The first byte of a line that is no blank, tab or form feed; 0 if there is none. */
  private static byte firstInk(LineReader lines) {
    for (int i = 0; i < lines.length(); i++) {
      byte b = lines.bytes()[i];
      if (b != ' ' && b != '\t' && b != '\f') {
        return b;
      }
    }
    return 0;
  }

  private static String text(LineReader lines) {
    return new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
  }

  /** Comes to the header's line; in a comment, it begins after the mark. */
  private static void skipTo(LineReader lines, long number, List<String> notes) throws IOException {
    do {
      if (!lines.next()) {
        throw new IOException("has no line " + number + ", which --header names");
      }
    } while (lines.number() < number);
    String line = TextBytes.decoded(lines.bytes(), 0, lines.length());
    byte[] names = line.replaceFirst("^\\s*[#!%]+", "").getBytes(StandardCharsets.UTF_8);
    if (new String(names, StandardCharsets.UTF_8).isBlank()) {
      throw new IOException("has nothing in line " + number + ", which --header names");
    }
    lines.unread(new LineReader.Line(names, number));
    if (number > 1) {
      notes.add(
          number == 2
              ? "line 1 skipped, above the header"
              : "lines 1 to " + (number - 1) + " skipped, above the header");
    }
  }

  /** Where no delimiter makes all lines equally wide: the first line's, whose rows will show it. */
  private static char first(byte[] ahead, boolean single, boolean decimalComma) {
    String text = new String(ahead, StandardCharsets.ISO_8859_1);
    String line = text.lines().findFirst().orElse("");
    for (char candidate : new char[] {',', '\t', ';', '|'}) {
      if (line.indexOf(candidate) >= 0 && !(candidate == ',' && decimalComma)) {
        return candidate;
      }
    }
    if (single) {
      return decimalComma ? ';' : ',';
    }
    return ' ';
  }

  /** Whether the first line alone is in quotes. */
  private static boolean quoted(byte[] ahead) {
    List<String> lines = new String(ahead, StandardCharsets.ISO_8859_1).lines().limit(2).toList();
    return lines.size() == 2
        && QUOTED.matcher(lines.get(0)).matches()
        && !lines.get(1).contains("\"");
  }

  private static String format(FirstLines first, int rule) {
    return rule == 1 && first.isRdb() ? "RDB" : format(first.delimiter());
  }

  private static String format(char delimiter) {
    return switch (delimiter) {
      case '\t' -> "CSV (tabs)";
      case ';' -> "CSV (semicolons)";
      case '|' -> "CSV (bars)";
      case ' ' -> "ASCII";
      case ',' -> "CSV";
      default -> "CSV (at '" + delimiter + "')";
    };
  }
}
