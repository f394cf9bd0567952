package dev.parallax.table.text;

import dev.parallax.table.column.TextBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Reads text line by line as bytes; a line ends with LF, CR LF or CR. Refuses binary data. */
public final class LineReader {
  /** The most bytes of a line, or of a row whose quoted cells have line breaks: 16 MB. */
  private static final int LONGEST = 1 << 24;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int limit;
  private byte[] line;
  private int length;
  private long number;
  private long before; // the number of a line that was put back
  private final Deque<Line> again = new ArrayDeque<>();
  private boolean afterReturn;
  private final boolean marked;
  private boolean high; // whether the line has bytes beyond ASCII
  private boolean latin;

  /** Reads a file. */
  public LineReader(InputStream in) throws IOException {
    this(in, BUFFER);
  }

  /** Reads a text in memory. */
  LineReader(byte[] text) throws IOException {
    this(new ByteArrayInputStream(text), Math.max(1, Math.min(text.length, BUFFER)));
  }

  private LineReader(InputStream in, int size) throws IOException {
    this.in = in;
    this.buffer = new byte[size];
    this.line = new byte[Math.min(size, 512)];
    fill();
    if (starts(0xFE, 0xFF) || starts(0xFF, 0xFE)) {
      throw new NotText("is UTF-16 text; save it as UTF-8");
    }
    marked = starts(0xEF, 0xBB, 0xBF);
    if (marked) {
      position = 3;
    }
  }

  /** That a file is not text that can be read. */
  public static final class NotText extends IOException {
    private static final long serialVersionUID = 1;

    NotText(String reason) {
      super(reason);
    }
  }

  /** That a line is longer than any line of a table. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(long line) {
      super("has more than " + (LONGEST >> 20) + " MB in line " + line + ", which no table has");
    }
  }

  /** A line as it was read, and its number. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package
  record Line(byte[] bytes, long number) {}

  /** A copy of the line it stands at. */
  public Line line() {
    return new Line(Arrays.copyOf(line, length), number());
  }

  /** Puts a line back, to be read before all others. */
  public void unread(Line whole) {
    again.addFirst(whole);
  }

  /** Reads the next line into {@link #bytes}; false at the end of the file. */
  public boolean next() throws IOException {
    length = 0;
    return more();
  }

  /** Adds a line feed and the next line to this one, for a quoted cell with a line break. */
  boolean append() throws IOException {
    put((byte) '\n');
    return more();
  }

  private boolean more() throws IOException {
    before = 0;
    if (again.isEmpty()) {
      high = false;
      int from = length;
      boolean any = fresh();
      latin = latin || (high && !TextBytes.isUtf8(line, from, length));
      return any;
    }
    Line back = again.removeFirst();
    for (byte b : back.bytes()) {
      put(b);
    }
    before = back.number();
    return true;
  }

  private boolean fresh() throws IOException {
    boolean any = false;
    for (int b = read(); b >= 0; b = read()) {
      any = true;
      if (b == '\n' || b == '\r') {
        afterReturn = b == '\r';
        number++;
        return true;
      }
      if ((b < ' ' && b != '\t' && b != '\f') || b == 0x7F) {
        throw new NotText("is binary data or damaged at line " + (number + 1));
      }
      high |= b > 0x7F;
      put((byte) b);
    }
    number += any ? 1 : 0;
    return any;
  }

  /** What is unusual about the bytes read so far, a line each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (marked) {
      notes.add("a byte-order mark skipped");
    }
    if (latin) {
      notes.add("not all of it is UTF-8; the rest was read as Latin-1");
    }
    return notes;
  }

  /** The line's bytes, of which the first {@link #length} count; changes with the next line. */
  public byte[] bytes() {
    return line;
  }

  public int length() {
    return length;
  }

  /** The line's number in the file, from 1. */
  public long number() {
    return before > 0 ? before : number;
  }

  private boolean starts(int... magic) {
    boolean same = limit >= magic.length;
    for (int i = 0; same && i < magic.length; i++) {
      same = (buffer[i] & 0xFF) == magic[i];
    }
    return same;
  }

  private void put(byte b) throws IOException {
    if (length == line.length) {
      if (length >= LONGEST) {
        throw new TooLong(number + 1);
      }
      line = Arrays.copyOf(line, Math.min(2 * length, LONGEST));
    }
    line[length++] = b;
  }

  private int read() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    int b = buffer[position++] & 0xFF;
    boolean second = afterReturn && b == '\n';
    afterReturn = false;
    return second ? read() : b;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
    return limit > 0;
  }
}
