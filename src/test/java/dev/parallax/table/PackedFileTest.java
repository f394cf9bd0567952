package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressed tables: whole, cut, damaged, and larger unpacked than they look. */
class PackedFileTest {
  private static final String CSV = "x,y\n" + "1.5,2.25\n".repeat(50);

  @TempDir private Path folder;

  private enum Form {
    GZ,
    BZ2,
    XZ;

    byte[] packed(byte[] bytes) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try (OutputStream out =
          switch (this) {
            case GZ -> new GZIPOutputStream(all);
            case BZ2 -> new BZip2CompressorOutputStream(all);
            case XZ -> new XZOutputStream(all, new LZMA2Options(0));
          }) {
        out.write(bytes);
      }
      return all.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWholeFilesOnly(Form form) throws IOException {
    String votable =
        "<VOTABLE><TABLE><FIELD name='x' datatype='double'/><DATA><TABLEDATA><TR><TD>1.5</TD></TR>"
            + "</TABLEDATA></DATA></TABLE>"
            + " ".repeat(100_000)
            + "</VOTABLE>";
    Path fits = folder.resolve("x.fits");
    TableWriter.write(fits, TableFormat.FITS, Rows.doubles("x", 1.5));
    for (byte[] plain :
        new byte[][] {
          CSV.getBytes(StandardCharsets.UTF_8),
          votable.getBytes(StandardCharsets.UTF_8),
          Files.readAllBytes(fits)
        }) {
      byte[] whole = form.packed(plain);
      assertEquals(1.5, read(whole).doubles("x")[0]);
      for (int cut = 1; cut < 6; cut++) {
        byte[] some = Arrays.copyOf(whole, whole.length - cut);
        assertThrows(IllegalArgumentException.class, () -> read(some), "cut by " + cut);
      }
      byte[] wrong = whole.clone();
      int sum = form == Form.GZ ? whole.length - 8 : form == Form.BZ2 ? 10 : whole.length - 50;
      wrong[sum] ^= 1;
      assertThrows(IllegalArgumentException.class, () -> read(wrong), "a wrong checksum");
    }
  }

  /** Files one behind the other are one file; a packed file within is none. */
  @ParameterizedTest
  @EnumSource
  void unpacksOnce(Form form) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(form.packed("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    both.writeBytes(form.packed("3,4\n".getBytes(StandardCharsets.UTF_8)));
    assertArrayEquals(new double[] {1, 3}, read(both.toByteArray()).doubles("x"));
    byte[] twice = form.packed(form.packed(CSV.getBytes(StandardCharsets.UTF_8)));
    String complaint = assertThrows(IllegalArgumentException.class, () -> read(twice)).getMessage();
    assertTrue(complaint.endsWith("is binary data or damaged at line 1"), complaint);
  }

  /** A file of 100 bytes that asks for a gigabyte. */
  @Test
  void memoryForXz() throws IOException {
    byte[] bytes = Form.XZ.packed(CSV.getBytes(StandardCharsets.UTF_8));
    assertEquals(50, read(withDictionary(bytes, 28)).rows()); // 64 MiB, as by xz -9
    String complaint =
        assertThrows(IllegalArgumentException.class, () -> read(withDictionary(bytes, 37)))
            .getMessage();
    assertTrue(
        complaint.endsWith("was packed to be unpacked in more than 100 MB of memory"), complaint);
  }

  /** The size of the dictionary stands in the header of the block, before its checksum. */
  private static byte[] withDictionary(byte[] bytes, int size) {
    byte[] changed = bytes.clone();
    changed[16] = (byte) size;
    CRC32 sum = new CRC32();
    sum.update(changed, 12, 8);
    for (int i = 0; i < Integer.BYTES; i++) {
      changed[20 + i] = (byte) (sum.getValue() >> Byte.SIZE * i);
    }
    return changed;
  }

  @Test
  void endlessLinesAndEndlessTails() throws IOException {
    Path path = folder.resolve("t");
    byte[] zeros = "0".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (String head : new String[] {"x,y\n1,2\n", "x y\n", ""}) {
      Packed.write(path, head.getBytes(StandardCharsets.UTF_8), zeros, 100);
      String complaint = refusal(path);
      assertTrue(complaint.endsWith(", which no table has"), complaint);
    }
    String votable =
        "<VOTABLE><TABLE><FIELD name='x' datatype='double'/><DATA><TABLEDATA><TR><TD>1.5</TD></TR>"
            + "</TABLEDATA></DATA></TABLE>";
    Packed.write(path, votable.getBytes(StandardCharsets.UTF_8), zeros, 1025);
    String complaint = refusal(path);
    assertTrue(complaint.endsWith("behind its table for more than 1073741824 bytes"), complaint);
  }

  private static String refusal(Path path) {
    return assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> assertThrows(IllegalArgumentException.class, () -> TableFile.read(path)))
        .getMessage();
  }

  private Table read(byte[] bytes) throws IOException {
    return TableFile.read(Files.write(folder.resolve("t"), bytes));
  }

  /** None is read against its sum, whichever bit of it is wrong. */
  @ParameterizedTest
  @EnumSource
  void everyBitCounts(Form form) throws IOException {
    List<String> cells = List.of("1.25", "-3.5", "17", "2.75", "1e300", "0.001", "12345.678", "9");
    String text = "x\n" + String.join("\n", cells) + "\n";
    byte[] whole = form.packed(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(cells, read(whole).texts("x"));
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertEquals(cells, read(damaged).texts("x"), "bit " + bit);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertTrue(refused > 6 * whole.length, refused + " of " + 8 * whole.length);
  }
}
