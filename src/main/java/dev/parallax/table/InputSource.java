package dev.parallax.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.tukaani.xz.XZInputStream;
import uk.ac.starlink.util.DataSource;

/** A file or standard input as STIL takes it, which undoes gzip and bzip2; xz is undone here. */
final class InputSource extends DataSource {
  private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

  private final Path file;

  InputSource(Path file) {
    this.file = file;
  }

  @Override
  protected InputStream getRawInputStream() throws IOException {
    InputStream in = new BufferedInputStream(InputFile.open(file));
    in.mark(XZ.length);
    boolean packed = Arrays.equals(in.readNBytes(XZ.length), XZ);
    in.reset();
    return packed ? new XZInputStream(in) : in;
  }

  @Override
  public String getName() {
    return file.toString();
  }
}
