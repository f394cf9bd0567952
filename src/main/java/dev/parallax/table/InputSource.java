package dev.parallax.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;
import uk.ac.starlink.util.Compression;
import uk.ac.starlink.util.DataSource;

/**
 * A file or standard input as STIL takes it, decompressed once. Undone here are xz, for a file says
 * itself how much memory that takes, and bzip2, whose wrong checksums STIL prints and passes over.
 */
final class InputSource extends DataSource {
  private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final byte[] BZIP2 = {'B', 'Z', 'h'};
  private static final int XZ_MEMORY = 128 << 10; // KiB; xz -9 takes 65 MiB

  private final Path file;
  private boolean packed;

  /** The file, of whose beginning so many bytes are looked at. */
  InputSource(Path file, int intro) {
    this.file = file;
    setIntroLimit(intro);
    setCompression(Compression.NONE); // what a compressed file holds is no such file again
  }

  /** Whether the file is compressed, and so ends in a checksum. */
  boolean isPacked() {
    return packed;
  }

  @Override
  protected InputStream getRawInputStream() throws IOException {
    InputStream in = new BufferedInputStream(InputFile.open(file));
    in.mark(XZ.length);
    byte[] start = in.readNBytes(XZ.length);
    in.reset();
    InputStream plain = unpacked(in, start);
    packed = plain != in;
    return plain;
  }

  private static InputStream unpacked(InputStream in, byte[] start) throws IOException {
    if (begins(start, XZ)) {
      return new XZInputStream(in, XZ_MEMORY);
    }
    if (begins(start, BZIP2)) {
      return new BZip2CompressorInputStream(in, true);
    }
    boolean any = start.length >= Compression.MAGIC_SIZE;
    return any ? Compression.getCompression(start).decompress(in) : in;
  }

  private static boolean begins(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }

  @Override
  public String getName() {
    return file.toString();
  }
}
