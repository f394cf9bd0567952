package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.binary.CellCollector;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableSink;

/** Binary tables of FITS: columns of every format, and what is checked before STIL sees it. */
class FitsColumnsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L       | 1  | ''        | 54                | true
          1X      | 1  | ''        | 80                | true
          9X      | 2  | ''        | ff80              | (array)
          B       | 1  | ''        | ff                | 255
          1I      | 2  | ''        | fffe              | -2
          J       | 4  | TNULL1  = -2 | fffffffe       | ''
          I       | 2  | TZERO1  = 32768 | ffff         | 32767
          I       | 2  | TSCAL1  = 0.5~TZERO1  = 1 | 0003 | 2.5
          I       | 2  | TSCAL1  = 0.001 | 3039           | 12.345
          B       | 1  | TSCAL1  = 1.D-1 | 07             | 0.7000000000000001
          J       | 4  | TZERO1  = 0.5 | 00000003        | 3.5
          J       | 4  | TSCAL1  = 0.1~TNULL1  = 7 | 00000007 | ''
          I       | 2  | TSCAL1  = 1~TZERO1  = 0 | 0007 | 7
          K       | 8  | TSCAL1  = 3 | 0020000000000001  | 2.702159776422298E16
          K       | 8  | TSCAL1  = 0.5 | 0040000000000001 | 9.007199254740992E15
          E       | 4  | TSCAL1  = 3~TZERO1  = 0.4 | 3f8ccccd | 3.7000000715255736
          E       | 4  | TSCAL1  = 3 | 7fc00000          | ''
          D       | 8  | TSCAL1  = 0.1 | 4008000000000000 | 0.30000000000000004
          K       | 8  | ''        | 8000000000000000  | -9223372036854775808
          E       | 4  | ''        | 3fc00000          | 1.5
          D       | 8  | ''        | 7ff8000000000000  | ''
          C       | 8  | ''        | 3fc000003fc00000  | (array)
          1A      | 1  | ''        | 61                | a
          4A      | 4  | ''        | 61622020          | ab
          4A      | 4  | TDIM1   = '(4)'   | 61626364 | abcd
          4A      | 4  | TDIM1   = '(2,2)' | 61626364 | (array)
          4A2     | 4  | ''        | 61626364          | (array)
          2J      | 8  | TNULL1  = 1~TZERO1  = 5 | 0000000100000002 | (array)
          1J      | 4  | TDIM1   = '(1)'   | 00000007 | 7
          2I      | 4  | TDIM1   = '(1,2)' | 00010002 | (array)
          1PE(2)  | 8  | PCOUNT  = 8       | 0000000200000000 | (array)
          PA      | 8  | PCOUNT  = 8       | 0000000000ffffff | (array)
          1QD(1)  | 16 | PCOUNT  = 8       | 00000000000000010000000000000000 | (array)
          """)
  void readsCells(String format, int width, String cards, String hex, String cell) {
    byte[] row = HexFormat.of().parseHex(hex + "0107" + hex + "0108");
    String all =
        "NAXIS1  = %d|TFIELDS = 2|TFORM1  = '%s'|TTYPE2  = 'behind'|TFORM2  = 'I'|%s"
            .formatted(width + 2, format, cards.replace('~', '|'));
    Table table = read(Fits.joined(Fits.primary(), Fits.binary(all), Fits.filled(row)));
    assertEquals(List.of(cell, cell), table.texts("x"));
    assertArrayEquals(new double[] {0x0107, 0x0108}, table.doubles("behind"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1PE(2) | 0000000200000001 | row 1, column 1: has 2 elements at byte 1 of a heap of 8 bytes
          1PB(2) | ffffffff00000000 | row 1, column 1: has -1 elements at byte 0 of a heap of 8 bytes
          1PB(2) | 00000001ffffffff | row 1, column 1: has 1 elements at byte -1 of a heap of 8 bytes
          1PX(2) | 0000004100000000 | row 1, column 1: has 65 elements at byte 0 of a heap of 8 bytes
          """)
  void refusesWhatPointsBesideTheHeap(String format, String hex, String complaint) {
    byte[] row = Fits.filled(HexFormat.of().parseHex(hex));
    byte[] header = Fits.binary("NAXIS2  = 1|PCOUNT  = 8|TFORM1  = '" + format + "'");
    assertRefused(complaint, Fits.joined(Fits.primary(), header, row));
  }

  /** Files of STIL's writer give what STIL makes of them, arrays apart. */
  @Test
  void readsWhatStilReads() throws IOException {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int i = 0; i < 40; i++) {
      RowListStarTable rows = rows(random);
      Path path = folder.resolve("stil.fits");
      try (OutputStream out = Files.newOutputStream(path)) {
        new FitsTableWriter().writeStarTable(rows, out);
      }
      Table table = TableFile.read(path);
      Collected expected = new Collected();
      new FitsTableBuilder()
          .streamStarTable(new ByteArrayInputStream(Files.readAllBytes(path)), expected, null);
      assertEquals(expected.rows, table.rows());
      for (int c = 0; c < rows.getColumnCount(); c++) {
        Cells cells = expected.collectors.get(c).cells();
        assertEquals(cells.type(), table.columns().get(c).type());
        assertEquals("unit" + c, table.columns().get(c).unit());
        assertEquals("about " + c, table.columns().get(c).description());
        for (int r = 0; r < table.rows(); r++) {
          assertEquals(cells.text(r), table.texts("c" + c).get(r));
        }
      }
    }
  }

  private static final class Collected implements TableSink {
    private final List<CellCollector> collectors = new ArrayList<>();
    private int rows;

    @Override
    public void acceptMetadata(StarTable table) {
      for (int c = 0; c < table.getColumnCount(); c++) {
        collectors.add(CellCollector.of(table.getColumnInfo(c).getContentClass()));
      }
    }

    @Override
    public void acceptRow(Object[] row) {
      for (int c = 0; c < row.length; c++) {
        collectors.get(c).add(row[c]);
      }
      rows++;
    }

    @Override
    public void endRows() {}
  }

  private static RowListStarTable rows(SplittableRandom random) {
    List<Class<?>> types =
        List.of(
            Double.class,
            Float.class,
            Long.class,
            Integer.class,
            Short.class,
            Byte.class,
            Boolean.class,
            String.class,
            Character.class,
            float[].class,
            String[].class);
    ColumnInfo[] infos = new ColumnInfo[1 + random.nextInt(15)];
    for (int c = 0; c < infos.length; c++) {
      infos[c] = new ColumnInfo("c" + c, types.get(random.nextInt(types.size())), "about " + c);
      infos[c].setUnitString("unit" + c);
      if (infos[c].isArray()) {
        infos[c].setShape(new int[] {2});
        infos[c].setElementSize(3);
      }
    }
    RowListStarTable rows = new RowListStarTable(infos);
    for (int r = 1 + random.nextInt(300); r > 0; r--) {
      Object[] row = new Object[infos.length];
      for (int c = 0; c < row.length; c++) {
        row[c] = cell(infos[c].getContentClass(), random);
      }
      rows.addRow(row);
    }
    return rows;
  }

  private static Object cell(Class<?> type, SplittableRandom random) {
    if (random.nextInt(5) == 0 && !type.isArray() && type != Character.class) {
      return null;
    }
    String word = Integer.toString(random.nextInt(1000), 36);
    return switch (type.getSimpleName()) {
      case "Double" -> random.nextDouble() * 1e9;
      case "Float" -> (float) random.nextDouble();
      case "Long" -> random.nextLong();
      case "Integer" -> random.nextInt();
      case "Short" -> (short) random.nextInt();
      case "Byte" -> (byte) random.nextInt();
      case "Boolean" -> random.nextBoolean();
      case "String" -> word;
      case "Character" -> word.charAt(0);
      case "float[]" -> new float[] {1, 2};
      default -> new String[] {word, "b"};
    };
  }

  /** STIL has columns beyond the 999th in a way of its own. */
  @Test
  void readsManyColumns() throws IOException {
    List<ColumnHeader> columns =
        IntStream.range(0, 1200)
            .mapToObj(i -> new ColumnHeader("c" + i, CellType.DOUBLE, "m", "about " + i))
            .toList();
    Object[] row = IntStream.range(0, 1200).mapToObj(i -> (Object) (i + 0.5)).toArray();
    Path path = folder.resolve("wide.fits");
    TableWriter.write(path, TableFormat.FITS, Rows.of(columns, row, row));
    Table table = TableFile.read(path);
    assertEquals(1200, table.columns().size());
    for (int i = 0; i < 1200; i++) {
      assertArrayEquals(new double[] {i + 0.5, i + 0.5}, table.doubles("c" + i));
      assertEquals("about " + i, table.column("c" + i).description());
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    for (String[] change : new String[][] {{"1200", "1199"}, {"1200", "9999"}}) {
      String changed = text.replaceFirst("(XT_NCOL = +)" + change[0], "$1" + change[1]);
      assertRefused(
          "has " + change[1] + " for XT_NCOL in its header, not 1200",
          changed.getBytes(StandardCharsets.ISO_8859_1));
    }
    String wide = text.replaceFirst("(HIERARCH XT TFORM1100 = ')D  ", "$19D ");
    assertRefused(
        "has column 1193 outside the 9600 bytes of its rows",
        wide.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void takesWhatAPrimaryUnitSays() throws IOException {
    byte[] rows = Fits.filled(ByteBuffer.allocate(16).putDouble(1.5).putDouble(2.5).array());
    String field = "<FIELD name='speed' unit='km/s'><DESCRIPTION>Of it</DESCRIPTION></FIELD>";
    String votable =
        "<VOTABLE><INFO name='i' value='j'/><RESOURCE><TABLE nrows='2'><PARAM name='p' value='q'/>"
            + field
            + "</TABLE></RESOURCE></VOTABLE>";
    Table table = read(Fits.joined(Fits.described(votable), Fits.binary(""), rows));
    assertArrayEquals(new double[] {1.5, 2.5}, table.doubles("speed"));
    assertEquals("km/s", table.column("speed").unit());
    assertEquals("Of it", table.column("speed").description());
    assertEquals("{i=j, p=q}", table.metadata().toString());
    assertEquals("FITS", table.format());
    String two = votable.replace(field, field + field);
    Table other = read(Fits.joined(Fits.described(two), Fits.binary(""), rows));
    assertArrayEquals(new double[] {1.5, 2.5}, other.doubles("x"));
    assertEquals(
        List.of("a description of 2 columns in the primary unit, of another table, left out"),
        other.notes());
    for (String bad :
        new String[] {
          "<VOTABLE>", "<VOTABLE/>", "x", votable.replace("</TABLE>", "<DATA/></TABLE>")
        }) {
      byte[] bytes = Fits.joined(Fits.described(bad), Fits.binary(""), rows);
      String complaint =
          assertThrows(IllegalArgumentException.class, () -> read(bytes)).getMessage();
      assertTrue(
          complaint.matches(
              ".*: (has a primary unit with a broken VOTable: .*|describes no table, or has its"
                  + " rows)"),
          complaint);
    }
  }

  @Test
  void scalesTextAsNumbers() {
    byte[] header =
        Fits.header(
            ("XTENSION= 'TABLE   '|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 5|NAXIS2  = 2|PCOUNT  = 0|"
                    + "GCOUNT  = 1|TFIELDS = 1|TTYPE1  = 'x'|TBCOL1  = 1|TFORM1  = 'I5'|"
                    + "TSCAL1  = 0.5|TZERO1  = 10.")
                .split("\\|"));
    byte[] rows = Fits.filled("    3    5".getBytes(StandardCharsets.US_ASCII));
    Table table = read(Fits.joined(Fits.primary(), header, rows));
    assertArrayEquals(new double[] {11.5, 12.5}, table.doubles("x"));
    byte[] cut = "    3  ".getBytes(StandardCharsets.US_ASCII);
    assertRefused("is cut short after 1 row", Fits.joined(Fits.primary(), header, cut));
  }

  /** All digits of a text count, whatever is done with the number. */
  @Test
  void scalesEveryDigit() {
    byte[] header =
        Fits.header(
            ("XTENSION= 'TABLE   '|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 17|NAXIS2  = 1|PCOUNT  = 0|"
                    + "GCOUNT  = 1|TFIELDS = 1|TTYPE1  = 'x'|TBCOL1  = 1|TFORM1  = 'E17.12'|"
                    + "TSCAL1  = 2")
                .split("\\|"));
    byte[] rows = Fits.filled("  1.2345678901234".getBytes(StandardCharsets.US_ASCII));
    Table table = read(Fits.joined(Fits.primary(), header, rows));
    assertArrayEquals(new double[] {2.4691357802468}, table.doubles("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "'NaN'", "1e999", "'inf'", "T"})
  void refusesAScaleThatIsNoNumber(String scale) {
    byte[] header = Fits.binary("NAXIS1  = 2|NAXIS2  = 1|TFORM1  = 'I'|TSCAL1  = " + scale);
    byte[] bytes = Fits.joined(Fits.primary(), header, Fits.filled(new byte[2]));
    String text = scale.replace("'", "");
    assertRefused("has '" + text + "' for TSCAL1 in its header", bytes);
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
