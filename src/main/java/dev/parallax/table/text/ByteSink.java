package dev.parallax.table.text;

import java.io.IOException;
import java.io.OutputStream;

/** A buffer before a stream, for one thread, with room for the plain cases in plain loops. */
final class ByteSink {
  private static final int LONGEST_LONG = 20;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] digits = new byte[LONGEST_LONG];
  private int size;

  ByteSink(OutputStream out) {
    this.out = out;
  }

  void put(int b) throws IOException {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) b;
  }

  void bytes(byte[] bytes) throws IOException {
    for (byte b : bytes) {
      put(b);
    }
  }

  void ascii(String text) throws IOException {
    int length = text.length();
    if (length > buffer.length - size) {
      for (int i = 0; i < length; i++) {
        put(text.charAt(i));
      }
      return;
    }
    for (int i = 0; i < length; i++) {
      buffer[size + i] = (byte) text.charAt(i);
    }
    size += length;
  }

  void integer(long value) throws IOException {
    int at = LONGEST_LONG;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + Math.abs(rest % 10)); // the least long has no positive twin
      rest /= 10;
    } while (rest != 0);
    if (value < 0) {
      put('-');
    }
    while (at < LONGEST_LONG) {
      put(digits[at++]);
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }
}
