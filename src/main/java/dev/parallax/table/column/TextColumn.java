package dev.parallax.table.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A column of text as it grows. */
public final class TextColumn implements GrowingColumn {
  private byte[] bytes = new byte[32];
  private int length;
  private int[] ends = new int[4];
  private int rows;

  public void add(String cell) {
    byte[] utf8 = cell.getBytes(StandardCharsets.UTF_8);
    add(utf8, 0, utf8.length);
  }

  @Override
  public void add(byte[] source, int from, int to) {
    if (to - from > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, larger(length, to - from));
    }
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    if (rows == ends.length) {
      ends = Arrays.copyOf(ends, larger(rows, 1));
    }
    ends[rows++] = length;
  }

  @Override
  public void addMissing(String mark) {
    add(bytes, 0, 0);
  }

  @Override
  public Cells cells() {
    return new Cells.Texts(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, rows));
  }

  /** At least half as large again, as far as arrays go. */
  public static int larger(int size, int more) {
    long needed = Math.max((long) size + more, size + (size >> 1));
    if ((long) size + more > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a column is too large for memory: 2^31 rows or bytes");
    }
    return (int) Math.min(needed, Integer.MAX_VALUE - 8);
  }
}
