package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.condition.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VOTables, as they come, good and bad. */
class VoTableReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "double, 12.5, 12.5",
    "double, -99, NaN",
    "double, -99.0, NaN",
    "double, -99.5, -99.5",
    "double, 1.5D+02, 150",
    "double, NaN, NaN",
    "double, '', NaN",
    "double, +Inf, Infinity",
    "double, -Inf, -Infinity",
    "float, 0.1, 0.1",
    "float, -99.00, NaN",
    "int, -99, NaN",
    "int, 2147483647, 2147483647",
    "int, -2147483648, -2147483648",
    "int, 0x1F, 31",
    "int, -0xff, -255",
    "int, '', NaN",
    "short, 32767, 32767",
    "short, -32768, -32768",
    "unsignedByte, 255, 255",
    "unsignedByte, 0x00, 0",
    "long, 0x7FFFFFFFFFFFFFFF, 9223372036854775807",
    "boolean, T, 1",
    "boolean, false, 0",
    "boolean, ?, NaN",
    "bit, 1, 1",
  })
  void readsCells(String type, String cell, double value) throws IOException {
    String one = type.startsWith("b") ? "1" : "10";
    Table table = read(table(type, one, cell));
    assertArrayEquals(new double[] {Double.parseDouble(one), value}, table.doubles("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          double       | 12,5          | is not a number
          double       | 3C083         | is not a number
          double       | 2.25d         | is not a number
          float        | 1f            | is not a number
          double       | 0x10          | is not a number
          double       | 1 2           | is not a number
          int          | 1.5           | is no integer, as int declares
          int          | Inf           | is no integer, as int declares
          int          | 2147483648    | is beyond the declared type int
          int          | -2147483649   | is beyond the declared type int
          short        | 32768         | is beyond the declared type short
          short        | -32769        | is beyond the declared type short
          unsignedByte | 256           | is beyond the declared type unsignedByte
          unsignedByte | -1            | is beyond the declared type unsignedByte
          long         | 9223372036854775808 | is beyond the declared type long
          boolean      | yes           | is neither true nor false
          """)
  void refusesWhatDoesNotFit(String type, String cell, String complaint) {
    assertRefused(
        "line 7 (row 2), column 'x': '" + cell + "' " + complaint, table(type, "1", cell));
  }

  @Test
  void readsWhatXmlAllows() throws IOException {
    String text =
        table("double", "<![CDATA[1]]>2<!-- three -->.5", " &#49;.5\n")
            .replaceFirst("\n", "\n<!DOCTYPE VOTABLE SYSTEM \"http://localhost:1/no.dtd\">\n");
    assertArrayEquals(new double[] {12.5, 1.5}, read(text).doubles("x"));
    assertRefused(
        "line 8 (row 2) is broken: The entity \"x\" was referenced, but not declared.",
        text.replace("&#49;", "1&x;"));
    assertRefused(
        "line 8 (row 2) is broken: there is more than text in an element of text",
        text.replace("&#49;", "1<b>2</b>"));
  }

  /** What an entity from outside would bring in is never read. */
  @Test
  void readsNothingOutsideTheFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "12");
    String text =
        table("double", "1", "&x;")
            .replaceFirst(
                "\n", "\n<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n");
    assertThrows(IllegalArgumentException.class, () -> read(text));
  }

  /** Newer JDKs limit how much of a text may be written as entities. */
  @Test
  void readsManyAmpersands() throws IOException {
    String cell = "&lt;&amp;&gt;".repeat(50_000);
    Table table = read(table("char' arraysize='*", "a", cell));
    assertEquals(List.of("a", "<&>".repeat(50_000)), table.texts("x"));
  }

  @Test
  void readsTextsAndArrays() throws IOException {
    Table table =
        read(
            "<VOTABLE><RESOURCE><INFO name='i' value='j'/><TABLE>"
                + "<FIELD name='s' datatype='char' arraysize='*'><DESCRIPTION>Words</DESCRIPTION>"
                + "</FIELD><FIELD ID='u' datatype='unicodeChar' arraysize='8*' unit='m'/>"
                + "<FIELD name='a' datatype='double' arraysize='2'/>"
                + "<FIELD name='c' datatype='doubleComplex'/>"
                + "<FIELD name='one' datatype='int' arraysize='1'/>"
                + "<DATA><TABLEDATA><TR><TD>a &amp; b</TD><TD>\u00E9</TD><TD>1 2</TD>"
                + "<TD>1 2</TD><TD>7</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
    assertEquals(List.of("a & b"), table.texts("s"));
    assertEquals("Words", table.column("s").description());
    assertEquals(List.of("\u00E9"), table.texts("u"));
    assertEquals("m", table.column("u").unit());
    assertEquals(List.of("(array)"), table.texts("a"));
    assertEquals(List.of("(array)"), table.texts("c"));
    assertArrayEquals(new double[] {7}, table.doubles("one"));
    assertEquals("j", table.metadata().get("i"));
    assertThrows(IllegalArgumentException.class, () -> table.doubles("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <TD>2</TD><TD>3</TD> | has 2 cells, not one for each of 1 column
          ''                   | has 0 cells, not one for each of 1 column
          <TH>2</TH>           | has an element TH in TR
          2                    | has text outside a cell: '2'
          <TD encoding="base64">Mg==</TD> | has an encoded cell, which is not read
          """)
  void refusesABadRow(String row, String complaint) {
    assertRefused(
        "line 7 (row 2) " + complaint, table("double", "1", "2").replace("<TD>2</TD>", row));
  }

  @Test
  void namesAWrongColumnAndAShortTable() throws IOException {
    Path file = Files.writeString(folder.resolve("t.vot"), table("double", "1", "2"));
    assertUnknown(file);
    Path binary = folder.resolve("t2.vot");
    TableWriter.write(binary, TableFormat.VOTABLE, Rows.doubles("x", 1, 2));
    assertUnknown(binary);
    assertRefused(
        "is cut short after 2 rows of 3",
        table("double", "1", "2").replace("<TABLE>", "<TABLE nrows='3'>"));
    assertRefused("is a VOTable without rows", "<VOTABLE><RESOURCE/></VOTABLE>");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, ISO-8859-1",
    "windows-1252, windows-1252",
    "UTF-8, UTF-8",
    "utf-16, UTF-8",
    "UTF-16, UTF-16LE",
    "UTF-16, UTF-16BE",
  })
  void readsEncodings(String declared, String charset) throws IOException {
    String text = table("char' arraysize='*", "\u00E9", "b").replace("'?>", "' encoding='X'?>");
    byte[] bytes = text.replace("encoding='X'", "encoding='" + declared + "'").getBytes(charset);
    Path path = Files.write(folder.resolve("t.vot"), bytes);
    if (charset.equals("UTF-16BE")) { // which does not begin as XML does
      assertThrows(IllegalArgumentException.class, () -> TableFile.read(path));
    } else {
      assertEquals(List.of("\u00E9", "b"), TableFile.read(path).texts("x"));
    }
    assertRefused("has the unknown encoding 'X'", text);
    byte[] wrong = text.replace(" encoding='X'", "").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(path, wrong);
    String complaint =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(path)).getMessage();
    assertTrue(complaint.endsWith("there are bytes that are no text"), complaint);
  }

  private static void assertUnknown(Path file) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TableFile.read(file, Wanted.numbers(List.of("z"))));
    assertEquals(file + ": no column 'z'; there is x", e.getMessage());
  }

  /** A table of no data, then one of binary doubles of which -99 is missing. */
  @Test
  void knowsWhatIsMissingInBinaryRows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (double value : new double[] {10, -99, -99.5}) {
      out.writeDouble(value);
      out.writeFloat((float) value);
    }
    Table table =
        read(
            "<VOTABLE><RESOURCE><TABLE><FIELD name='y' datatype='int'/></TABLE><TABLE>"
                + "<FIELD name='x' datatype='double'><VALUES null='-99.0'/></FIELD>"
                + "<FIELD name='f' datatype='float'><VALUES null='-99.5'/></FIELD><DATA><BINARY>"
                + "<STREAM encoding='base64'>"
                + Base64.getEncoder().encodeToString(bytes.toByteArray())
                + "</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>");
    assertArrayEquals(new double[] {10, Double.NaN, -99.5}, table.doubles("x"));
    assertArrayEquals(new double[] {10, -99, Double.NaN}, table.doubles("f"));
  }

  /** A table of two rows, whose rows are lines 6 and 7. */
  private static String table(String type, String first, String second) {
    return "<?xml version='1.0'?>\n<VOTABLE version='1.3' "
        + "xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>\n<RESOURCE><TABLE>\n<FIELD name='x' "
        + ("datatype='" + type + "'><VALUES null='-99'/></FIELD>\n<DATA><TABLEDATA>\n")
        + ("<TR><TD>" + first + "</TD></TR>\n<TR><TD>" + second + "</TD></TR>\n")
        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>\n";
  }

  private void assertRefused(String complaint, String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(text), text);
    assertEquals(folder.resolve("t.vot") + ": " + complaint, e.getMessage());
  }

  private Table read(String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve("t.vot"), text));
  }
}
