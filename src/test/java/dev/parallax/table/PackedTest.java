package dev.parallax.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packed files: each has a sum, and none is read against it. */
class PackedTest {
  private static final List<String> CELLS =
      List.of("1.25", "-3.5", "17", "2.75", "1e300", "0.001", "12345.678", "9");

  @TempDir private Path folder;

  /** What packs a file. */
  enum Packing {
    GZ {
      @Override
      OutputStream of(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    BZ2 {
      @Override
      OutputStream of(OutputStream out) throws IOException {
        return new BZip2CompressorOutputStream(out);
      }
    },
    XZ {
      @Override
      OutputStream of(OutputStream out) throws IOException {
        return new XZOutputStream(out, new LZMA2Options(0));
      }
    };

    abstract OutputStream of(OutputStream out) throws IOException;

    byte[] pack(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = of(bytes)) {
        out.write(text.getBytes(UTF_8));
      }
      return bytes.toByteArray();
    }
  }

  private List<String> read(byte[] bytes) throws IOException {
    return TableFile.read(Files.write(folder.resolve("t.csv"), bytes)).texts("x");
  }

  @ParameterizedTest
  @EnumSource
  void everyBitCounts(Packing packing) throws IOException {
    byte[] whole = packing.pack("x\n" + String.join("\n", CELLS) + "\n");
    assertEquals(CELLS, read(whole));
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertEquals(CELLS, read(damaged), "bit " + bit);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertTrue(refused > 6 * whole.length, refused + " of " + 8 * whole.length);
  }

  /** As parallel packers write them. */
  @ParameterizedTest
  @EnumSource
  void allPartsAreRead(Packing packing) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.writeBytes(packing.pack("x\n1\n2\n"));
    parts.writeBytes(packing.pack("3\n4\n"));
    assertEquals(List.of("1", "2", "3", "4"), read(parts.toByteArray()));
  }
}
