package dev.parallax.table.text;

import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.TextBytes;
import dev.parallax.table.column.TextColumn;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Splits lines into fields: at a delimiter, as RFC 4180 has it, with white space around fields
 * ignored; or at white space. Skips blank lines and comments: lines that start with {@code #}, and
 * in ASCII with {@code !} or {@code %}. In CSV comments end where the rows begin. In ASCII and
 * between tabs they do not, as for NumPy and astropy; one that could be a row is refused.
 */
final class FieldReader implements RowCells {
  private final LineReader lines;
  private final boolean blanks;
  private final byte delimiter;
  private byte[] cells = new byte[64];
  private int[] ends = new int[16];
  private int count;
  private int at;
  private long comments;
  private long remarks;
  private final boolean lasting; // whether there are comments among the rows
  private List<Boolean> words = List.of();
  private boolean inRows;

  /** Splits at the delimiter; a blank means any white space. */
  FieldReader(LineReader lines, char delimiter) {
    this(lines, delimiter, delimiter == ' ' || delimiter == '\t');
  }

  /**
   * Splits at the delimiter.
   *
   * @param lasting whether there are comments among the rows
   */
  FieldReader(LineReader lines, char delimiter, boolean lasting) {
    this.lasting = lasting;
    this.lines = lines;
    this.blanks = delimiter == ' ';
    this.delimiter = (byte) delimiter;
  }

  /** Reads the next line that has fields. */
  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      if (here()) {
        return true;
      }
    }
    return false;
  }

  /** Splits the line that the lines stand at; false if it is blank or a comment. */
  boolean here() throws IOException {
    at = 0;
    count = 0;
    skipBlanks();
    if (at == lines.length()) {
      return false;
    }
    if (isMark(lines.bytes()[at]) && !isRow()) {
      comments++;
      return false;
    }
    inRows = !words.isEmpty();
    at = 0;
    boolean more = true;
    while (more) {
      more = field();
    }
    return true;
  }

  /**
   * From here on there are rows.
   *
   * @param wordy for each column whether its cells are words
   */
  void begin(List<Boolean> wordy) {
    words = List.copyOf(wordy);
  }

  /** Whether a line is a row although it begins as a comment does. */
  private boolean isRow() throws IOException {
    if (words.isEmpty() || (inRows && !lasting)) {
      return !words.isEmpty();
    }
    if (!RowCells.mayHave(words.size(), lines.bytes(), at, lines.length(), delimiter)) {
      return false;
    }
    String line = TextBytes.decoded(lines.bytes(), 0, lines.length()).strip();
    boolean fits = RowCells.fits(split(line, (char) delimiter), words);
    if (fits && lasting) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "line %d may be a row or a comment: '%s'; a row needs quotes around its first cell,"
                  + " a comment a blank after its mark",
              lines.number(),
              Excerpt.of(line)));
    }
    return fits;
  }

  /** The cells of one line, whatever it begins with; none if its quotes are amiss. */
  static List<String> split(String line, char delimiter) throws IOException {
    LineReader one = new LineReader(line.getBytes(StandardCharsets.UTF_8));
    FieldReader fields = new FieldReader(one, delimiter, false);
    fields.words = List.of(true);
    fields.inRows = true;
    try {
      return fields.next() ? fields.texts() : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public List<String> skipped() {
    List<String> skipped = new ArrayList<>();
    if (comments > 0) {
      skipped.add(Numbers.count(comments, "comment line") + " skipped");
    }
    if (remarks > 0) {
      skipped.add(Numbers.count(remarks, "remark") + " at the end of a line skipped");
    }
    skipped.addAll(lines.notes());
    return skipped;
  }

  /** Counts comments that were skipped before. */
  FieldReader after(long skipped) {
    comments += skipped;
    return this;
  }

  /** The number of the line the fields end in. */
  @Override
  public long line() {
    return lines.number();
  }

  @Override
  public int count() {
    return count;
  }

  /** Where a field's bytes start in {@link #cells}. */
  @Override
  public int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  /** Where they end. */
  @Override
  public int end(int field) {
    return ends[field];
  }

  @Override
  public byte[] cells() {
    return cells;
  }

  /** The fields as text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(TextBytes.decoded(cells, start(i), end(i)));
    }
    return texts;
  }

  /** Takes one field and its delimiter; false if the line ends with it. */
  private boolean field() throws IOException {
    skipBlanks();
    int end = start(count);
    if (at < lines.length() && isQuote(lines.bytes()[at])) {
      end = quoted(end, lines.bytes()[at]);
      skipBlanks();
      if (at < lines.length() && !blanks && lines.bytes()[at] != delimiter) {
        throw new IOException("has text after a closing quote in line " + lines.number());
      }
    } else {
      end = bare(end);
    }
    close(end);
    skipBlanks();
    if (blanks) {
      boolean remark = at < lines.length() && lines.bytes()[at] == '#';
      remarks += remark ? 1 : 0;
      return at < lines.length() && !remark;
    }
    return at++ < lines.length();
  }

  private int bare(int start) {
    byte[] line = lines.bytes();
    int from = at;
    while (at < lines.length() && !(blanks ? isBlank(line[at]) : line[at] == delimiter)) {
      at++;
    }
    int to = at;
    while (to > from && isBlank(line[to - 1])) {
      to--;
    }
    reserve(start + to - from);
    System.arraycopy(line, from, cells, start, to - from);
    return start + to - from;
  }

  /** An apostrophe quotes in ASCII alone, and if another one ends the field in the same line. */
  private boolean isQuote(byte b) {
    if (b == '"' || b != '\'' || !blanks) {
      return b == '"';
    }
    for (int i = at + 1; i < lines.length(); i++) {
      if (lines.bytes()[i] == '\\') {
        i++;
      } else if (lines.bytes()[i] == '\'') {
        return i + 1 == lines.length() || isBlank(lines.bytes()[i + 1]);
      }
    }
    return false;
  }

  /** A quoted field may hold delimiters, line breaks, doubled quotes; in ASCII, escaped ones. */
  private int quoted(int start, byte quote) throws IOException {
    long line = lines.number();
    int end = start;
    at++;
    while (true) {
      if (at == lines.length()) {
        append(line);
      } else if (lines.bytes()[at] != quote) {
        at += blanks && lines.bytes()[at] == '\\' && at + 1 < lines.length() ? 1 : 0;
        end = put(end);
      } else if (at + 1 < lines.length() && lines.bytes()[at + 1] == quote) {
        at++;
        end = put(end);
      } else {
        at++;
        return end;
      }
    }
  }

  private void append(long begin) throws IOException {
    try {
      if (lines.append()) {
        return;
      }
    } catch (LineReader.TooLong e) {
      // nor is it closed anywhere near
    }
    throw new IOException("has a quote in line " + begin + " that is not closed");
  }

  private int put(int end) {
    reserve(end + 1);
    cells[end] = lines.bytes()[at++];
    return end + 1;
  }

  private void close(int end) throws IOException {
    ColumnNames.check(count, lines.number());
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = end;
  }

  private void reserve(int size) {
    if (size > cells.length) {
      cells = Arrays.copyOf(cells, TextColumn.larger(size, size));
    }
  }

  private void skipBlanks() {
    while (at < lines.length() && isBlank(lines.bytes()[at])) {
      at++;
    }
  }

  /** In ASCII, other programs' marks as well; in CSV those may well begin a cell. */
  private boolean isMark(byte b) {
    return b == '#' || (blanks && (b == '!' || b == '%'));
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && delimiter != '\t');
  }
}
