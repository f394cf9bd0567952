package dev.parallax.table.binary;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * A unit of a FITS file for STIL: a header, the rows as they come, and what fills the last block. A
 * row is there as a whole before STIL takes memory for its cells.
 */
final class FitsRows extends InputStream {
  private static final int BLOCK = 2880;
  private static final int BATCH = 1 << 16;

  private final InputStream in;
  private final int width;
  private final long rows;
  private final RowCheck check;
  private byte[] bytes;
  private int at;
  private int limit;
  private long done;
  private boolean filled;

  /** What looks at each row. */
  interface RowCheck {
    /**
     * Checks a row.
     *
     * @param from where it begins
     * @param row its number, from 1
     */
    void check(byte[] bytes, int from, long row) throws IOException;
  }

  /** That the rows are not what the header says; STIL hands it on. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  /** The rows that a stream stands at. */
  FitsRows(byte[] header, InputStream in, int width, long rows, RowCheck check) {
    this.bytes = header;
    this.limit = header.length;
    this.in = in;
    this.width = width;
    this.rows = rows;
    this.check = check;
  }

  @Override
  public int read() throws IOException {
    return at < limit || fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == limit && !fill()) {
      return -1;
    }
    int some = Math.min(length, limit - at);
    System.arraycopy(bytes, at, target, offset, some);
    at += some;
    return some;
  }

  private boolean fill() throws IOException {
    at = 0;
    if (done == rows) {
      return fillBlock();
    }
    int count = (int) Math.min(rows - done, Math.max(1, BATCH / width));
    bytes = in.readNBytes(count * width); // takes memory as the bytes come
    int whole = bytes.length / width;
    if (whole == 0) {
      String after = done == 1 ? "row" : "rows";
      throw new Refused(String.format(Locale.ROOT, "is cut short after %d %s", done, after));
    }
    check(whole);
    done += whole;
    limit = whole * width;
    return true;
  }

  /** Takes what fills the last block, once. */
  private boolean fillBlock() {
    long over = rows % BLOCK * width % BLOCK;
    bytes = new byte[filled || over == 0 ? 0 : (int) (BLOCK - over)];
    filled = true;
    limit = bytes.length;
    return limit > 0;
  }

  private void check(int count) throws Refused {
    for (int i = 0; i < count; i++) {
      try {
        check.check(bytes, i * width, done + i + 1);
      } catch (IOException e) {
        throw (Refused) new Refused(e.getMessage()).initCause(e);
      }
    }
  }
}
