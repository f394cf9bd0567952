package dev.parallax.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;
import uk.ac.starlink.util.Compression;
import uk.ac.starlink.util.DataSource;

/** A file or standard input as STIL takes it, unpacked once from gzip, bzip2, compress or xz. */
final class InputSource extends DataSource {
  private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

  /** What the largest preset of xz needs is 65 MB. */
  private static final int MOST_KIBIBYTES = 100 << 10;

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
    byte[] magic = in.readNBytes(XZ.length);
    in.reset();
    Optional<Unpacker> unpacker = unpacker(magic);
    packed = unpacker.isPresent();
    return packed ? unpacked(unpacker.get(), in) : in;
  }

  private static Optional<Unpacker> unpacker(byte[] magic) {
    if (Arrays.equals(magic, XZ)) {
      return Optional.of(packed -> new XZInputStream(packed, MOST_KIBIBYTES));
    }
    if (magic.length < Compression.MAGIC_SIZE) {
      return Optional.empty();
    }
    Compression packing = Compression.getCompression(magic);
    if (packing == Compression.BZIP2) {
      // STIL's prints that a sum is wrong and goes on, and ends with the first of several streams.
      return Optional.of(packed -> new BZip2CompressorInputStream(packed, true));
    }
    return packing == Compression.NONE ? Optional.empty() : Optional.of(packing::decompress);
  }

  /** What undoes a packing. */
  private interface Unpacker {
    InputStream of(InputStream packed) throws IOException;
  }

  private static InputStream unpacked(Unpacker unpacker, InputStream in) throws IOException {
    try {
      return new BufferedInputStream(new Unpacked(unpacker.of(in)));
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  private static IOException broken(Exception e) {
    if (e instanceof MemoryLimitException) {
      return new IOException(
          "was packed to be unpacked in more than " + (MOST_KIBIBYTES >> 10) + " MB of memory", e);
    }
    return new IOException("is packed, and cannot be unpacked: it is cut short or damaged", e);
  }

  /** What is unpacked as it is read; some unpackers come upon their own bounds in damaged data. */
  private static final class Unpacked extends FilterInputStream {
    Unpacked(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException | RuntimeException e) {
        throw broken(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        return in.read(bytes, from, count);
      } catch (IOException | RuntimeException e) {
        throw broken(e);
      }
    }

    @Override
    public long skip(long count) throws IOException {
      try {
        return in.skip(count);
      } catch (IOException | RuntimeException e) {
        throw broken(e);
      }
    }
  }

  @Override
  public String getName() {
    return file.toString();
  }
}
