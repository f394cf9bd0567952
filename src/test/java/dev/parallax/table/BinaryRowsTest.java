package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Binary rows of VOTables: cells of every datatype, and rows that are cut or damaged. */
class BinaryRowsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boolean       | ''   | 54                  | true
          boolean       | 1    | 66                  | false
          boolean       | ''   | 31                  | true
          boolean       | ''   | 30                  | false
          boolean       | ''   | 00                  | ''
          boolean       | ''   | 20                  | ''
          boolean       | ''   | 3f                  | ''
          bit           | ''   | 80                  | true
          bit           | ''   | 00                  | false
          bit           | 12   | aaa0                | (array)
          bit           | *    | 0000000cffff        | (array)
          bit           | *    | 00000000            | (array)
          unsignedByte  | ''   | ff                  | 255
          short         | ''   | fffe                | -2
          int           | ''   | 80000000            | -2147483648
          long          | ''   | 7fffffffffffffff    | 9223372036854775807
          long          | ''   | 8000000000000000    | -9223372036854775808
          int           | ''   | ffffff9d            | ''
          long          | 1    | ffffffffffffff9d    | ''
          double        | ''   | c058c00000000000    | ''
          float         | ''   | c2c60000            | ''
          float         | ''   | c2c70000            | -99.5
          double        | ''   | 7ff8000000000000    | ''
          double        | ''   | 7ff0000000000000    | Infinity
          float         | ''   | 3dcccccd            | 0.10000000149011612
          char          | ''   | 61                  | a
          char          | ''   | 00                  | ''
          char          | 4    | 61620063            | ab
          char          | 4    | 20612020            | a
          char          | *    | 00000003616263      | abc
          char          | 8*   | 00000002c3a9        | é
          char          | *    | 00000001e9          | é
          char          | *    | 00000000            | ''
          char          | 3x2  | 616263646566        | (array)
          char          | 3x*  | 00000006616263646566| (array)
          unicodeChar   | ''   | 00e9                | é
          unicodeChar   | *    | 00000003d83dde000061| 😀a
          unicodeChar   | 2    | 00610000            | a
          short         | 2x2  | 0001000200030004    | (array)
          double        | *    | 000000013ff0000000000000 | (array)
          floatComplex  | ''   | 3f8000003f800000    | (array)
          doubleComplex | 1    | 3ff00000000000003ff0000000000000 | (array)
          """)
  void readsCells(String type, String size, String hex, String cell) throws IOException {
    // A column behind it shows that the cell had the right length.
    byte[] bytes = HexFormat.of().parseHex(hex + "0102" + hex + "0304");
    Table table = read(votable(type, size, "BINARY", encoded(bytes)));
    assertEquals(List.of(cell, cell), table.texts("x"));
    assertArrayEquals(new double[] {0x0102, 0x0304}, table.doubles("behind"));
    byte[] flagged = HexFormat.of().parseHex("80" + hex + "0102" + "40" + hex + "0304");
    Table nulls = read(votable(type, size, "BINARY2", encoded(flagged)));
    assertEquals(List.of("", cell), nulls.texts("x"));
    assertArrayEquals(new double[] {0x0102, Double.NaN}, nulls.doubles("behind"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boolean     | ''  | 79             | has the byte 121, neither true nor false
          boolean     | ''  | 01             | has the byte 1, neither true nor false
          bit         | ''  | 01             | has the byte 1 for one bit, neither 128 nor 0
          char        | *   | 00000004616263 | has 4 elements, but the data end before
          unicodeChar | *   | 00000002006100 | has 2 elements, but the data end before
          int         | ''  | 000000         | is cut short
          double      | *   | 000000         | is cut short
          """)
  void refusesWhatIsNoCell(String type, String size, String hex, String complaint)
      throws IOException {
    String good =
        type.equals("double") || size.equals("*")
            ? "00000000"
            : type.equals("int") ? "00000001" : "00";
    byte[] bytes = HexFormat.of().parseHex(good + "0001" + hex);
    assertRefused("row 2, column 'x': " + complaint, votable(type, size, "BINARY", encoded(bytes)));
  }

  @Test
  void noRowIsLost() throws IOException {
    byte[] bytes = HexFormat.of().parseHex("000000010001000000020002000000030003");
    for (int cut = 1; cut < 18; cut++) {
      String text = votable("int", "", "BINARY", encoded(Arrays.copyOf(bytes, cut)));
      if (cut % 6 == 0) {
        assertEquals(cut / 6, read(text).rows());
        assertRefused(
            "is cut short after " + (cut == 6 ? "1 row" : "2 rows") + " of 3",
            text.replace("<TABLE>", "<TABLE nrows='3'>"));
      } else {
        String column = cut % 6 < 4 ? "x" : "behind";
        assertRefused("row " + (cut / 6 + 1) + ", column '" + column + "': is cut short", text);
      }
    }
    assertRefused(
        "row 1 is cut short",
        votable("int", "", "BINARY2", "")
            .replace("></STREAM>", "> AA</STREAM>")
            .replace(
                "<FIELD name='x' datatype='int'",
                "<FIELD name='x' datatype='int'/>".repeat(9) + "<FIELD name='x' datatype='int'"));
    assertRefused("has no rows", votable("int", "", "BINARY", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AAAAAQABAAAAAgAC              | ''
          ~AA~A~AAQA~~BAAAAAgAC~        | ''
          AAAAAQABAAAA<!--~-->AgAC      | ''
          <![CDATA[AAAAAQABAAAAAgAC]]>  | ''
          AAAAAQABAAAAAgA*              | has a STREAM whose base64 is wrong (Illegal base64 character 2a) at line 3
          AAAAAQABAAAAAgAé              | has a STREAM whose base64 has 'é' among its digits at line 3
          AAAAAQ==AAAAAgAC              | has a STREAM whose base64 goes on behind its end at line 3
          AAAAAQABAAAAAgAC=             | has a STREAM whose base64 is wrong (Input byte array has wrong 4-byte ending unit) at line 3
          AAAAAQABAAAAAgACA             | has a STREAM whose base64 is wrong (Last unit does not have enough valid bits) at line 3
          AAAAAQABAAAA&x;AgAC           | is a broken VOTable file at line 3: The entity "x" was referenced, but not declared.
          AAAAAQABAAAA<b/>AgAC          | is a broken VOTable file at line 3: there is more than text in an element of text
          """)
  void base64(String digits, String complaint) throws IOException {
    String text = votable("int", "", "BINARY", digits.replace("~", " \t\r\n"));
    if (complaint.isEmpty()) {
      assertArrayEquals(new double[] {1, 2}, read(text).doubles("x"));
    } else {
      assertRefused(complaint, text);
    }
  }

  @Test
  void refusesWhatIsNoStream() {
    String text = votable("int", "", "BINARY", "AAAA");
    String line = " at line 3";
    assertRefused("has no STREAM in BINARY" + line, text.replaceFirst("<STREAM.*</STREAM>", ""));
    assertRefused(
        "has an element PARAM in BINARY" + line,
        text.replaceFirst("<STREAM.*</STREAM>", "<PARAM/>"));
  }

  /** Tables of STIL's writer, with every type it has. */
  @ParameterizedTest
  @EnumSource(names = {"BINARY", "BINARY2"})
  void findsEveryValueThatStilWrites(Written written) throws IOException {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int i = 0; i < 60; i++) {
      List<Class<?>> types = new ArrayList<>();
      for (int c = 1 + random.nextInt(20); c > 0; c--) {
        types.add(Written.TYPES.get(random.nextInt(Written.TYPES.size())));
      }
      RowListStarTable rows = written.rows(types, 1 + random.nextInt(40), random);
      Path path = folder.resolve("stil.vot");
      try (OutputStream out = Files.newOutputStream(path)) {
        new VOTableWriter(written.format, true, VOTableVersion.V14).writeStarTable(rows, out);
      }
      Table table = TableFile.read(path);
      assertEquals(rows.getRowCount(), table.rows());
      for (int c = 0; c < types.size(); c++) {
        boolean real = types.get(c) == Double.class || types.get(c) == Float.class;
        for (int r = 0; r < table.rows(); r++) {
          Object cell = rows.getCell(r, c);
          if (real) {
            double value = cell == null ? Double.NaN : ((Number) cell).doubleValue();
            assertEquals(value, table.doubles("c" + c)[r]);
          } else {
            assertEquals(Written.shown(cell), table.texts("c" + c).get(r));
          }
        }
      }
    }
  }

  /** How STIL writes rows, and what it can say there. */
  private enum Written {
    BINARY(DataFormat.BINARY),
    BINARY2(DataFormat.BINARY2);

    static final List<Class<?>> TYPES =
        List.of(
            Double.class,
            Float.class,
            Long.class,
            Integer.class,
            Short.class,
            Boolean.class,
            String.class,
            Character.class,
            double[].class,
            int[].class,
            String[].class);

    private final DataFormat format;

    Written(DataFormat format) {
      this.format = format;
    }

    RowListStarTable rows(List<Class<?>> types, int count, SplittableRandom random) {
      ColumnInfo[] infos = new ColumnInfo[types.size()];
      for (int c = 0; c < infos.length; c++) {
        infos[c] = new ColumnInfo("c" + c, types.get(c), "of " + types.get(c));
        infos[c].setUnitString(random.nextBoolean() ? "km/s" : null);
        boolean text = types.get(c) == String.class;
        if (text && random.nextBoolean()) {
          infos[c].setAuxDatum(new DescribedValue(VOStarTable.DATATYPE_INFO, "unicodeChar"));
        }
        if (types.get(c).isArray()) {
          infos[c].setShape(new int[] {random.nextBoolean() ? 3 : -1});
          infos[c].setElementSize(4);
        }
        boolean integer =
            Number.class.isAssignableFrom(types.get(c)) && types.get(c) != Double.class;
        if (this == BINARY && integer && types.get(c) != Float.class) {
          Object mark =
              types.get(c) == Long.class ? -7L : types.get(c) == Integer.class ? -7 : (short) -7;
          infos[c].setAuxDatum(
              new DescribedValue(Tables.NULL_VALUE_INFO, ((Number) mark).intValue()));
        }
      }
      RowListStarTable rows = new RowListStarTable(infos);
      for (int r = 0; r < count; r++) {
        rows.addRow(types.stream().map(type -> cell(type, random)).toArray());
      }
      return rows;
    }

    private Object cell(Class<?> type, SplittableRandom random) {
      boolean missing = random.nextInt(4) == 0;
      if (missing && (this == BINARY2 || type != Character.class) && !type.isArray()) {
        return null;
      }
      long bits = random.nextLong() >> random.nextInt(Long.SIZE);
      String word = Long.toString(bits & 0xFFF, 36);
      return switch (type.getSimpleName()) {
        case "Double" -> Double.longBitsToDouble(random.nextLong());
        case "Float" -> Float.intBitsToFloat(random.nextInt());
        case "Long" -> bits == -7 ? 0 : bits;
        case "Integer" -> (int) bits == -7 ? 0 : (int) bits;
        case "Short" -> (short) bits == -7 ? (short) 0 : (short) bits;
        case "Boolean" -> random.nextBoolean();
        case "String" -> word + " & <x>";
        case "Character" -> word.charAt(0);
        case "double[]" -> new double[] {1, 2, 3};
        case "int[]" -> new int[] {1, 2, 3};
        default -> new String[] {word, "b", "c"};
      };
    }

    static String shown(Object cell) {
      if (cell == null) {
        return "";
      }
      return cell.getClass().isArray() ? "(array)" : cell.toString();
    }
  }

  @Test
  void readsFitsWithinAVoTable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeDouble(1.5);
    out.writeDouble(-2.5);
    byte[] fits =
        Fits.joined(Fits.primary(), Fits.binary("TUNIT1  = 'm'"), Fits.filled(bytes.toByteArray()));
    String text =
        "<VOTABLE><RESOURCE><INFO name='i' value='j'/><TABLE nrows='2'><FIELD name='speed'"
            + " datatype='double' unit='km/s'/><DATA><FITS extnum='1'><STREAM encoding='base64'>"
            + encoded(fits)
            + "</STREAM></FITS></DATA></TABLE></RESOURCE></VOTABLE>";
    Table table = read(text);
    assertArrayEquals(new double[] {1.5, -2.5}, table.doubles("speed"));
    assertEquals("km/s", table.column("speed").unit());
    assertEquals("VOTable", table.format());
    assertEquals("j", table.metadata().get("i"));
    assertRefused(
        "is a FITS file without a table in extension '2'",
        text.replace("extnum='1'", "extnum='2'"));
    assertRefused("is cut short after 2 rows of 3", text.replace("nrows='2'", "nrows='3'"));
    String half = encoded(Arrays.copyOf(fits, 2 * Fits.BLOCK + 12));
    assertRefused("is cut short after 1 row", text.replace(encoded(fits), half));
    assertRefused(
        "is cut short: a FITS file that ends too early",
        text.replace(encoded(fits), encoded("<VOTABLE/>".getBytes(StandardCharsets.UTF_8))));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }

  private static String votable(String type, String size, String element, String digits) {
    boolean marked = !type.contains("har") && !type.equals("boolean") && !type.equals("bit");
    return "<VOTABLE><RESOURCE><TABLE>\n<FIELD name='x' datatype='"
        + (type + "'" + (size.isEmpty() ? "" : " arraysize='" + size + "'") + ">")
        + (marked ? "<VALUES null='-99'/>" : "")
        + "</FIELD><FIELD name='behind' datatype='short'/>\n<DATA><"
        + (element + "><STREAM encoding='base64'>" + digits + "</STREAM></" + element)
        + "></DATA></TABLE></RESOURCE></VOTABLE>";
  }

  private void assertRefused(String complaint, String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(text), text);
    assertEquals(folder.resolve("t.vot") + ": " + complaint, e.getMessage());
    assertTrue(e.getMessage().indexOf('\n') < 0);
  }

  private Table read(String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve("t.vot"), text));
  }
}
