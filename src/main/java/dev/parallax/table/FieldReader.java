package dev.parallax.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits lines into fields: at a delimiter, as RFC 4180 has it, with white space around fields
 * ignored; or at white space. Skips blank lines and comments: lines that start with {@code #}, and
 * in ASCII with {@code !} or {@code %}.
 */
final class FieldReader {
  private final LineReader lines;
  private final boolean blanks;
  private final byte delimiter;
  private byte[] cells = new byte[512];
  private int[] ends = new int[16];
  private int count;
  private int at;
  private int comments;

  /** Splits at the delimiter; a blank means any white space. */
  FieldReader(LineReader lines, char delimiter) {
    this.lines = lines;
    this.blanks = delimiter == ' ';
    this.delimiter = (byte) delimiter;
  }

  /** Reads the next line that has fields. */
  boolean next() throws IOException {
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
    if (isComment(lines.bytes()[blanks ? at : 0])) {
      comments++;
      return false;
    }
    at = 0;
    boolean more = true;
    while (more) {
      more = field();
    }
    return true;
  }

  /** How many comments were skipped. */
  int comments() {
    return comments;
  }

  /** The number of the line the fields end in. */
  long line() {
    return lines.number();
  }

  int count() {
    return count;
  }

  /** Where a field's bytes start in {@link #cells}. */
  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  /** Where they end. */
  int end(int field) {
    return ends[field];
  }

  byte[] cells() {
    return cells;
  }

  /** The fields as text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(
          new Cells.Texts(
                  Arrays.copyOfRange(cells, start(i), end(i)),
                  new int[] {end(i) - start(i)},
                  CellType.TEXT)
              .text(0));
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
      return at < lines.length() && lines.bytes()[at] != '#'; // a remark at the end
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
        if (!lines.append()) {
          throw new IOException("has a quote in line " + line + " that is not closed");
        }
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

  private int put(int end) {
    reserve(end + 1);
    cells[end] = lines.bytes()[at++];
    return end + 1;
  }

  private void close(int end) {
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
  private boolean isComment(byte b) {
    return b == '#' || (blanks && (b == '!' || b == '%'));
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && delimiter != '\t');
  }
}
