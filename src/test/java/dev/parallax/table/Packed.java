package dev.parallax.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Large files by gzip of which most is one piece again and again, which is packed once. */
final class Packed {
  private Packed() {}

  /** Writes a beginning, and behind it a piece so many times. */
  static void write(Path path, byte[] head, byte[] piece, int times) throws IOException {
    byte[] packed = packed(piece);
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(packed(head));
      for (int i = 0; i < times; i++) {
        out.write(packed);
      }
    }
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(all)) {
      out.write(plain);
    }
    return all.toByteArray();
  }
}
