package dev.parallax.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A column of text as it grows. */
final class TextColumn implements GrowingColumn {
  private byte[] bytes = new byte[32];
  private int length;
  private int[] ends = new int[4];
  private int rows;

  void add(String cell) {
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

  /** UTF-8, or Latin-1 if it is not valid UTF-8, as in old catalogues. */
  static String decoded(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  /** Whether bytes are valid UTF-8. */
  static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** At least half as large again, as far as arrays go. */
  static int larger(int size, int more) {
    long needed = Math.max((long) size + more, size + (size >> 1));
    if ((long) size + more > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a column is too large for memory: 2^31 rows or bytes");
    }
    return (int) Math.min(needed, Integer.MAX_VALUE - 8);
  }
}
