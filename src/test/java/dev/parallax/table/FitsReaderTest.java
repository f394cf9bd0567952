package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.column.CellType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FITS files made by hand: tables in ASCII, integers of every kind, and no table at all. */
class FitsReaderTest {
  private static final int BLOCK = 2880;
  private static final byte[] PRIMARY =
      header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "EXTEND  = T");

  @TempDir Path folder;

  @Test
  void readsTablesInAscii() throws IOException {
    Table table =
        read(
            ascii(
                "-9223372036854775808  1.5 ",
                " 9223372036854775807 2.5D1",
                "                 -99 -9.00",
                "                 -98 -9.75",
                "                           ".substring(0, 26)));
    assertEquals(
        List.of("-9223372036854775808", "9223372036854775807", "", "-98", ""), table.texts("n"));
    assertEquals(-0x1p63, table.doubles("n")[0]);
    assertArrayEquals(new double[] {1.5, 25, Double.NaN, -9.75, Double.NaN}, table.doubles("x"));
    assertEquals("mag", table.column("x").unit());
    assertEquals(CellType.LONG, table.column("n").type());
  }

  @ParameterizedTest
  @CsvSource({
    "'                   7 abc  ', 'column ''x'': ''abc'' is not a number'",
    "'                   7 12,5 ', 'column ''x'': ''12,5'' is not a number'",
    "'                 7.5 12.5 ', 'column ''n'': ''7.5'' is no integer, as I20 declares'",
    "'                   7  125 ', 'column ''x'': ''125'' has no decimal point, which some programs imply'",
  })
  void refusesWhatIsNoNumber(String row, String complaint) {
    assertRefused("row 2, " + complaint, ascii("                   1  1.5 ", row));
  }

  /** Unsigned integers of 64 bits, and those that stand for missing values. */
  @Test
  void keepsIntegers() throws IOException {
    long[][] rows = {{Long.MIN_VALUE, Long.MIN_VALUE, -99}, {-1, 7, 0}, {Long.MAX_VALUE, -7, 1}};
    ByteBuffer data = ByteBuffer.allocate(BLOCK);
    Arrays.stream(rows).flatMapToLong(Arrays::stream).forEach(data::putLong);
    byte[] header =
        header(
            ("XTENSION= 'BINTABLE'|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 24|NAXIS2  = 3|PCOUNT  = 0|"
                    + "GCOUNT  = 1|TFIELDS = 3|TTYPE1  = 'u'|TFORM1  = 'K'|"
                    + "TZERO1  = 9223372036854775808|TTYPE2  = 'k'|TFORM2  = 'K'|TTYPE3  = 'n'|"
                    + "TFORM3  = 'K'|TNULL3  = -99")
                .split("\\|"));
    Table table = read(joined(PRIMARY, header, data.array()));
    assertEquals(List.of("0", "9223372036854775807", "18446744073709551615"), table.texts("u"));
    assertArrayEquals(new double[] {0, 0x1p63, 0x1p64}, table.doubles("u"));
    assertArrayEquals(new long[] {Long.MIN_VALUE, 7, -7}, table.longs("k"));
    assertArrayEquals(new double[] {Double.NaN, 0, 1}, table.doubles("n"));
  }

  @Test
  void saysThatThereIsNoTable() {
    byte[] image =
        header(
            "XTENSION= 'IMAGE   '",
            "BITPIX  = 16",
            "NAXIS   = 1",
            "NAXIS1  = 4000",
            "PCOUNT  = 0",
            "GCOUNT  = 1");
    byte[] pixels = new byte[3 * BLOCK];
    assertRefused("is a FITS file without a table; it has 0 images", PRIMARY);
    byte[] whole = joined(PRIMARY, image, pixels);
    assertRefused("is a FITS file without a table; it has 1 image", whole);
    assertRefused("is a FITS file without a table; it has 2 images", joined(whole, image, pixels));
    for (int length : new int[] {whole.length - 1, 3 * BLOCK, 2 * BLOCK - 1, BLOCK - 80}) {
      assertRefused("is cut short: a FITS file that ends too early", Arrays.copyOf(whole, length));
    }
    byte[] table = ascii("                   1  1.5 ", "                   2  2.5 ");
    assertRefused("is cut short after 1 row", Arrays.copyOf(table, 2 * BLOCK + 40));
  }

  private static byte[] ascii(String... rows) {
    byte[] header =
        header(
            ("XTENSION= 'TABLE   '|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 26|PCOUNT  = 0|GCOUNT  = 1|"
                    + "TFIELDS = 2|TTYPE1  = 'n '|TBCOL1  = 1 / the first|TFORM1  = 'I20'|"
                    + "TNULL1  = '-99'|TTYPE2  = 'x'|TBCOL2  = 22|TFORM2  = 'F5.1'|"
                    + ("TUNIT2  = 'mag'|TNULL2  = '-9'|NAXIS2  = " + rows.length))
                .split("\\|"));
    byte[] data = new byte[BLOCK];
    Arrays.fill(data, (byte) ' ');
    byte[] text = String.join("", rows).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, data, 0, text.length);
    return joined(PRIMARY, header, data);
  }

  private static byte[] header(String... cards) {
    StringBuilder header = new StringBuilder();
    for (String card : cards) {
      header.append(String.format(Locale.ROOT, "%-80s", card));
    }
    header.append(String.format(Locale.ROOT, "%-80s", "END"));
    header.append(" ".repeat(BLOCK - header.length()));
    // A FITS file is known by its first card, whose value stands in a fixed place.
    String text =
        header.toString().replaceFirst("^SIMPLE  = T {19}", "SIMPLE  = " + " ".repeat(19) + "T");
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private void assertRefused(String complaint, byte[] bytes) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(bytes));
    assertEquals(folder.resolve("t.fits") + ": " + complaint, e.getMessage());
  }

  private Table read(byte[] bytes) {
    try {
      return TableFile.read(Files.write(folder.resolve("t.fits"), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
