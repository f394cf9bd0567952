package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are deeper, wider and longer than they are: one line, soon, in little memory. */
class SizesCheckedFirstTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TOO_LARGE =
      "has a row, or a part beside the rows, of more than 16777216 bytes at line ";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {101, 5_000, 200_000})
  void depth(int depth) throws IOException {
    String text = "<VOTABLE>\n" + "<RESOURCE>".repeat(depth - 1);
    assertEquals("has elements nested deeper than 100 at line 2", refusal(text));
    String inTable = "<VOTABLE><TABLE>\n" + "<GROUP>".repeat(depth - 2);
    assertEquals("has elements nested deeper than 100 at line 2", refusal(inTable));
    String inCell = text("<TR><TD>" + "<b>".repeat(depth) + "</TD></TR>");
    assertEquals(
        "line 2 (row 1) is broken: there is more than text in an element of text", refusal(inCell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<RESOURCE/>", "<RESOURCE><TABLE/></RESOURCE>", "<INFO name='i'/>"})
  void manyElements(String element) throws IOException {
    String all = "<VOTABLE>" + element.repeat(300_000) + "</VOTABLE>";
    assertEquals("is a VOTable without rows", refusal(all));
    String behind = text("<TR><TD>1</TD></TR>").replace("</VOTABLE>", all);
    assertEquals(1, read(behind.getBytes(StandardCharsets.UTF_8), "t.vot").rows());
    String before = text("<TR><TD>1</TD></TR>").replace("<VOTABLE>", "<VOTABLE>" + all);
    assertEquals(1, read(before.getBytes(StandardCharsets.UTF_8), "t.vot").rows());
  }

  @Test
  void manyColumns() throws IOException {
    String field = "<FIELD name='x' datatype='int'/>";
    String text = text("<TR>" + "<TD>1</TD>".repeat(100_000) + "</TR>");
    String most = text.replaceFirst("<FIELD[^>]*>", field.repeat(100_000));
    assertEquals(100_000, read(most.getBytes(StandardCharsets.UTF_8), "t.vot").columns().size());
    assertEquals(
        "has more than 100000 columns", refusal(most.replaceFirst(field, field.repeat(2))));
  }

  static Stream<Arguments> largePieces() {
    String head = "<VOTABLE><TABLE>";
    String row = text("<TR><TD>1</TD></TR>").replaceFirst("(?s)</TABLEDATA>.*", "");
    return Stream.of(
        Arguments.of(head + "<FIELD name='", "x"),
        Arguments.of(head + "<!-- ", "x"),
        Arguments.of(head + "<?x ", "x"),
        Arguments.of(head + "<DESCRIPTION>", "x "),
        Arguments.of(head + "<DESCRIPTION><![CDATA[", "x "),
        Arguments.of(head + "<INFO name='i' value='", "&amp;"),
        Arguments.of(head, "<INFO name='i'/>"),
        Arguments.of(head, "\n\n"),
        Arguments.of(row + "<TR><TD>", "1"),
        Arguments.of(row + "<TR><TD ID='", "1"),
        Arguments.of(row + "<TR>", "<TD>1</TD>"),
        Arguments.of(row, "<!-- -->"));
  }

  /** 200 MB of it, packed. */
  @ParameterizedTest
  @MethodSource("largePieces")
  void largePieces(String head, String repeated) throws IOException {
    Path path = folder.resolve("t.vot.gz");
    byte[] piece = repeated.repeat((1 << 20) / repeated.length()).getBytes(StandardCharsets.UTF_8);
    Packed.write(path, head.getBytes(StandardCharsets.UTF_8), piece, 200);
    String complaint = refusal(path);
    assertTrue(complaint.startsWith(TOO_LARGE), complaint);
  }

  @Test
  void longNames() throws IOException {
    String complaint = refusal("<VOTABLE><" + "x".repeat(2_000_000));
    assertTrue(complaint.matches("is a broken VOTable file.*|" + TOO_LARGE + ".*"), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          double   | 2147483647             | row 1, column 'x': has 2147483647 elements, but the data end before
          double   | 4294967296x4294967296  | has a column 'x' that has more elements than can be counted
          double   | 2000000000x2000000000  | has a column 'x' that has more elements than can be counted
          double   | 99999999999            | has the arraysize '99999999999' for column 'x'
          char     | 2147483647             | row 1, column 'x': has 2147483647 characters, more than 16777216
          char     | 1000                   | row 1, column 'x': has 1000 elements, but the data end before
          char     | 65536x65536            | row 1, column 'x': has 4294967296 elements, but the data end before
          char     | 999999x*               | row 1, column 'x': has 2147483647 elements, not a multiple of 999999
          char     | 7x*                    | row 1, column 'x': has 2147483647 elements, not a multiple of 7
          short    | 1x*                    | row 1, column 'x': has 2147483647 elements, but the data end before
          short    | 0x*                    | row 1, column 'x': has 2147483647 elements, not a multiple of 0
          double   | 2000000000x1000000000x*| has a column 'x' that has more elements than can be counted
          double   | 2000000000x100000000x* | row 1, column 'x': has 2147483647 elements, not a multiple of 200000000000000000
          double   | *                      | row 1, column 'x': has 2147483647 elements, but the data end before
          char     | *                      | row 1, column 'x': has 2147483647 characters, more than 16777216
          bit      | 8000                   | row 1, column 'x': has 8000 elements, but the data end before
          int      | 0                      | has rows without a byte, and yet bytes for them
          int      | -1                     | has the arraysize '-1' for column 'x'
          int      | 2x                     | has the arraysize '2x' for column 'x'
          int      | *x2                    | has the arraysize '*x2' for column 'x'
          thing    | 1                      | has the unknown datatype 'thing' for column 'x'
          """)
  void binaryLengths(String datatype, String arraysize, String complaint) throws IOException {
    byte[] count = {0x7F, -1, -1, -1};
    assertEquals(complaint, refusal(binary(datatype, arraysize, count, "")));
  }

  @Test
  void binaryLengthsBelowZero() throws IOException {
    byte[] count = {-1, -1, -1, -1, 0};
    assertEquals("row 1, column 'x': has -1 elements", refusal(binary("char", "*", count, "")));
    assertEquals(
        "has rows without a byte, and yet bytes for them",
        refusal(binary("int", "1", count, "").replaceFirst("<FIELD[^>]*>", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TFIELDS = 2000000000               | has 2000000000 for TFIELDS in its header, not within 0 .. 999
          TFIELDS = 1000                     | has 1000 for TFIELDS in its header, not within 0 .. 999
          TFIELDS = -1                       | has -1 for TFIELDS in its header, not within 0 .. 999
          TFIELDS = 99999999999999999999     | has '99999999999999999999' for TFIELDS in its header
          TFIELDS = 2                        | has the unknown format '' for column 2
          NAXIS   = 2000000000               | has 2000000000 for NAXIS in its header, not 2
          NAXIS1  = 2000000000               | has 2000000000 for NAXIS1 in its header, not within 0 .. 16777216
          NAXIS1  = -8                       | has -8 for NAXIS1 in its header, not within 0 .. 16777216
          NAXIS1  = 9                        | has columns of 8 bytes in rows of 9, by its header
          NAXIS1  = 8~NAXIS1  = 2000000000   | has '8' and '2000000000' for NAXIS1 in a header
          NAXIS2  = 9223372036854775807      | has 9223372036854775807 for NAXIS2 in its header, not within 0 .. 274877906943
          NAXIS2  = 200000000000             | is cut short after 360 rows
          NAXIS2  = -1                       | has -1 for NAXIS2 in its header, not within 0 .. 274877906943
          PCOUNT  = -1                       | has -1 for PCOUNT in its header, not within 0 .. 4611686018427387903
          GCOUNT  = 2000000000               | has 2000000000 for GCOUNT in its header, not 1
          BITPIX  = 64                       | has 64 for BITPIX in its header, not 8
          TFORM1  = '2000000000D'            | has column 1 outside the 8 bytes of its rows
          TFORM1  = '9999999999X'            | has column 1 outside the 8 bytes of its rows
          TFORM1  = '99999999999D'           | has the unknown format '99999999999D' for column 1
          TFORM1  = '-1D'                    | has the unknown format '-1D' for column 1
          TFORM1  = '2J'~TDIM1   = '(2000000000,2000000000)' | has the shape (2000000000,2000000000) for TDIM1, of 2 elements
          TFORM1  = '0D'~NAXIS1  = 0~NAXIS2  = 2000000000 | has columns of 0 bytes in rows of 0, by its header
          TFORM1  = '1PD(2000000000)'        | row 1, column 1: has 2130706432 elements at byte 0 of a heap of 0 bytes
          XT_ICOL = 1~XT_NCOL = 2000000000   | has 2000000000 for XT_NCOL in its header, not 0
          """)
  void headersOfFits(String cards, String complaint) throws IOException {
    byte[] rows = new byte[Fits.BLOCK];
    rows[0] = 0x7F;
    byte[] header = Fits.binary("");
    for (String card : cards.split("~")) {
      String text = new String(header, StandardCharsets.ISO_8859_1);
      boolean again = cards.startsWith("NAXIS1  = 8~") && card.endsWith("2000000000");
      String key = again ? "none    " : card.substring(0, 8);
      String line = card + " ".repeat(80 - card.length());
      int at = text.indexOf(key);
      text =
          at < 0
              ? text.replaceFirst(
                  "END {77}(.*) {80}$", line.replace("$", "") + "END" + " ".repeat(77) + "$1")
              : text.substring(0, at) + line + text.substring(at + 80);
      header = text.getBytes(StandardCharsets.ISO_8859_1);
    }
    assertEquals(complaint, refusal(Fits.joined(Fits.primary(), header, rows), "t.fits"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAXIS   = 2000000000                | has 2000000000 for NAXIS in its header, not within 0 .. 999
          NAXIS   = -1                        | has -1 for NAXIS in its header, not within 0 .. 999
          NAXIS   = 2~NAXIS1  = 9223372036854775807~NAXIS2  = 9 | has more bytes, by its header, than any file can have
          NAXIS   = 1~NAXIS1  = 9223372036854775807 | has more bytes, by its header, than any file can have
          NAXIS   = 1~NAXIS1  = 4000000000000000000 | is cut short: a FITS file that ends too early
          NAXIS   = 1~NAXIS1  = -2880         | has a size below 0 in a header
          NAXIS   = 1~NAXIS1  = 1~PCOUNT  = 9223372036854775807 | has more bytes, by its header, than any file can have
          NAXIS   = 1~NAXIS1  = 1~GCOUNT  = -1 | has a size below 0 in a header
          BITPIX  = -9223372036854775808~NAXIS   = 1~NAXIS1  = 1 | has -9223372036854775808 for BITPIX in its header
          NAXIS   = 1~NAXIS1  = 2000000000~BITPIX  = 8~VOTMETA = T | has 2000000000 for NAXIS1 in its header, not within 1 .. 16777216
          """)
  void headersOfImages(String cards, String complaint) throws IOException {
    byte[] first = Fits.header(("SIMPLE  = T~" + cards).split("~"));
    byte[] rows = new byte[Fits.BLOCK];
    byte[] bytes = Fits.joined(first, Fits.binary(""), rows);
    assertEquals(complaint, refusal(bytes, "t.fits"));
  }

  @Test
  void headersWithoutAnEnd() throws IOException {
    Path path = folder.resolve("t.fits.gz");
    byte[] cards =
        String.format("%-80s", "COMMENT x").repeat(36_000).getBytes(StandardCharsets.UTF_8);
    byte[] first = Arrays.copyOf(cards, Fits.BLOCK);
    System.arraycopy(Fits.header("SIMPLE  = T"), 0, first, 0, 80);
    Packed.write(path, first, cards, 100);
    assertEquals("has a header that does not end within 100000 cards", refusal(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &a {b: *a}", "a: &a [[*a], 1]"})
  void yamlWithoutAnEnd(String value) throws IOException {
    assertEquals(
        "has metadata in its ECSV header that have no end, or are too large",
        refusal(ecsv("#   " + value), "t.ecsv"));
  }

  @Test
  void yamlOfAliases() throws IOException {
    StringBuilder meta = new StringBuilder("#   a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]");
    for (int i = 1; i < 16; i++) {
      String list = "*a%1$d, *a%1$d, *a%1$d".formatted(i - 1);
      meta.append("\n#   a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(list)
          .append(']');
    }
    assertEquals(
        "has metadata in its ECSV header that have no end, or are too large",
        refusal(ecsv(meta.toString()), "t.ecsv"));
    String complaint = refusal(ecsv("#   a: " + "[".repeat(200_000)), "t.ecsv");
    assertTrue(complaint.contains("Nesting Depth exceeded max 50"), complaint);
  }

  private static byte[] ecsv(String meta) {
    String head = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: x, datatype: float64}\n# meta:\n";
    return (head + meta + "\nx\n1\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String rows) {
    return "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='double'/><DATA><TABLEDATA>\n"
        + rows
        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
  }

  private static String binary(String datatype, String arraysize, byte[] bytes, String two) {
    return "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='"
        + (datatype + "' arraysize='" + arraysize + "'/><DATA><BINARY" + two + ">")
        + "<STREAM encoding='base64'>"
        + Base64.getEncoder().encodeToString(bytes)
        + ("</STREAM></BINARY" + two + "></DATA></TABLE></RESOURCE></VOTABLE>");
  }

  private Table read(byte[] bytes, String file) throws IOException {
    Path path = Files.write(folder.resolve(file), bytes);
    return assertTimeoutPreemptively(SOON, () -> TableFile.read(path));
  }

  private String refusal(String text) throws IOException {
    return refusal(text.getBytes(StandardCharsets.UTF_8), "t.vot");
  }

  private String refusal(byte[] bytes, String file) throws IOException {
    return refusal(Files.write(folder.resolve(file), bytes));
  }

  private static String refusal(Path path) {
    String complaint =
        assertTimeoutPreemptively(
                SOON,
                () -> assertThrows(IllegalArgumentException.class, () -> TableFile.read(path)))
            .getMessage();
    assertTrue(complaint.startsWith(path + ": "), complaint);
    assertFalse(complaint.contains("\n"), complaint);
    return complaint.substring(path.toString().length() + 2);
  }
}
