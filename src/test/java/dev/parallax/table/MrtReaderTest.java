package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.column.CellType;
import dev.parallax.table.condition.Wanted;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are described byte by byte, as they come, good and bad. */
class MrtReaderTest {
  private static final String RULE = "-".repeat(80) + "\n";
  private static final String LINE = "=".repeat(80) + "\n";
  private static final String TOP = "Title: Two galaxies\nAuthors: N. N.\nTable: Values\n" + LINE;
  private static final String NAME = "   1-  4 A4     ---    Name     Name\n";
  private static final String X = "   6- 11 F6.2   mag    x        ";

  @TempDir Path folder;

  private static String description(String columns) {
    return "Byte-by-byte Description of file: t.txt\n"
        + RULE
        + "   Bytes Format Units  Label    Explanations\n"
        + RULE
        + columns
        + RULE;
  }

  /** A table of names and of x, in bytes 6 to 11, with an explanation. */
  private static String table(String explanation, String rows) {
    return TOP + description(NAME + X + explanation + "\n") + rows;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ?=-9 Velocity             | -9.75      | -9.75
          ?=-9 Velocity             | -9         | NaN
          ?=-9 Velocity             | -9.000     | NaN
          ?=-9 Velocity             | -90        | -90
          ?=9 Velocity              | -9         | -9
          ?=- Velocity              | -10.5      | -10.5
          ?=- Velocity              | ---        | NaN
          ?=- Velocity              | -          | NaN
          ? Velocity                | ''         | NaN
          Velocity                  | ''         | NaN
          ?                         | 2.5        | 2.5
          ?=99.99                   | 99.99      | NaN
          [14.1/25.4]?=99.99 V mag  | 99.99      | NaN
          [14.1/25.4] ?=99.99       | 99.990     | NaN
          [14.1,25.4]?=99.99+ V mag | 99.99      | NaN
          ]0,]?=0 Flux              | 0.0        | NaN
          ]0,]?=0 Flux              | 0.01       | 0.01
          *[0/5]?=-99 See the note  | -99.0      | NaN
          []?=-99 See the note      | -99.0      | NaN
          ?=-99.9; V mag            | -99.9      | NaN
          V mag, ?=99.9             | 99.9       | NaN
          V mag (?=99.9)            | 99.9       | NaN
          ?="NULL" V mag            | NULL       | NaN
          ?=1e3 V mag               | 1000       | NaN
          Is it so?                 | 1          | 1
          V mag                     | nan        | NaN
          V mag                     | ...        | NaN
          V mag                     | ******     | NaN
          V mag                     | 1.5D+2     | 150
          V mag                     | +1.5E2     | 150
          """)
  void readsWhatIsMissing(String explanation, String cell, double value) throws IOException {
    assertArrayEquals(
        new double[] {1.25, value},
        read(table(explanation, "A001   1.25\nA002 " + cell + "\n")).doubles("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'A002   2.2a'  | ', column ''x'': ''2.2a'' is not a number'
          'A002  3C083'  | ', column ''x'': ''3C083'' is not a number'
          'A002   12,5'  | ', column ''x'': ''12,5'' is not a number'
          'A002   2.5d'  | ', column ''x'': ''2.5d'' is not a number'
          'A002   2 25'  | ', column ''x'': ''2 25'' is not a number'
          'A002    ---'  | ', column ''x'': ''---'' is not a number'
          'A002   -nan'  | ', column ''x'': ''-nan'' is not a number'
          ' A002  2.25'  | ', column ''Name'': ''2'' stands at place 5, outside the column''s places 1 to 4'
          'A002    2.25' | ', column ''x'': ''5'' stands at place 12, outside the column''s places 6 to 11'
          'A002  2.25 y' | ', column ''x'': ''y'' stands at place 12, outside the column''s places 6 to 11'
          'A0022.25'     | ', column ''Name'': ''2'' stands at place 5, outside the column''s places 1 to 4'
          'A002 -2.25-3' | ', column ''x'': ''3'' stands at place 12, outside the column''s places 6 to 11'
          'A002-2.25'    | ', column ''Name'': ''-'' stands at place 5, outside the column''s places 1 to 4'
          """)
  void refusesWhatDoesNotFit(String line, String complaint) {
    assertRefused("line 13 (row 2)" + complaint, table("V mag", "A001   1.25\n" + line + "\n"));
  }

  /** A cell that nobody asks for may show that the others are not where they should be. */
  @Test
  void checksEveryColumn() throws IOException {
    String text = table("V mag", "A001   1.25\nA002   2.2a\n");
    Path file = Files.writeString(folder.resolve("t.txt"), text);
    Wanted names = Wanted.numbers(List.of()).andTexts(List.of("Name"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(file, names));
    assertEquals(file + ": line 13 (row 2), column 'x': '2.2a' is not a number", e.getMessage());
  }

  @Test
  void refusesTabs() {
    assertRefused(
        "line 12 (row 1) has a tab, but its columns are at fixed places: replace tabs by blanks",
        table("V mag", "A001\t1.25\n"));
  }

  @Test
  void takesWhatIsThereOfAShortLine() throws IOException {
    Table table = read(table("V mag", "A001 1.25\r\nA002 102.25\r\nA0\r\n\r\nA003\r\nA004   2.5"));
    assertArrayEquals(new double[] {1.25, 102.25, Double.NaN, Double.NaN, 2.5}, table.doubles("x"));
    assertEquals(List.of("A001", "A002", "A0", "A003", "A004"), table.texts("Name"));
  }

  @ParameterizedTest
  @CsvSource({"I", "i", "F", "E", "D", "f", "e", "d", "G"})
  void knowsTheFormats(String letter) throws IOException {
    String columns = "   1 A1 --- f Flag\n   3-  5 " + letter + "3 --- n ?=-9 Number\n";
    Table table = read(TOP + description(columns) + "a  12\nb  -9\nc -12\n");
    assertArrayEquals(new double[] {12, Double.NaN, -12}, table.doubles("n"));
    boolean integer = letter.equalsIgnoreCase("I");
    assertEquals(integer ? CellType.LONG : CellType.DOUBLE, table.column("n").type());
    assertEquals(List.of("a", "b", "c"), table.texts("f"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '  1- 3 I3 --- n Number\n' | '1.5' | 'line 9 (row 1), column ''n'': ''1.5'' is no integer, as I3 declares'
          '  1- 3 Q3 --- n Number\n' | '1.5' | line 7 has the unknown format 'Q3'
          '  3- 1 I3 --- n Number\n' | '1.5' | line 7 has bytes from 3 to 1
          '  0- 1 I2 --- n Number\n' | '1.5' | line 7 has bytes from 0 to 1
          '  1- 3 I3 --- n Number\nhello\n' | '1.5' | line 8 is no line of a byte-by-byte description: 'hello'
          """)
  void refusesABadDescription(String columns, String row, String complaint) {
    assertRefused(complaint, "Title:\n" + LINE + description(columns) + row);
  }

  @Test
  void readsContinuedExplanations() throws IOException {
    String columns =
        NAME
            + X
            + "V mag of the\n"
            + "                                12 A2 --- stars that are in it,\n"
            + "                                ?=99.99\n";
    Table table = read(TOP + description(columns) + "A001  99.99\nA002  12.5\n");
    assertEquals(
        "V mag of the 12 A2 --- stars that are in it, ?=99.99", table.column("x").description());
    assertArrayEquals(new double[] {Double.NaN, 12.5}, table.doubles("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Title:\nAuthors:\n'",
    "'\n\n  \nTitle: A table\n'",
    "'\uFEFFTitle: A table\n'",
    "'\uFEFF\nTitle:\tA table\r\n'",
    "'J/ApJ/1/2   A table  (Nobody, 2026)\n'",
  })
  void beginsInSeveralWays(String top) throws IOException {
    Table table = read(top + LINE + description(NAME + X + "V mag\n") + "A001   1.25\n");
    assertEquals("MRT, 1 row, 2 columns", summary(table));
    assertArrayEquals(new double[] {1.25}, table.doubles("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Notes (1): 12 stars\n  1.5 2.5\n'",
    "'Note (1): 12 stars\n\n  1.5 2.5\n'",
    "'Note (G1): 12 stars\n'",
    "'Global Notes:\n  1.5\n'",
  })
  void skipsNotes(String notes) throws IOException {
    String rows = "A001   1.25\nA002   2.25\n";
    double[] values = {1.25, 2.25};
    assertArrayEquals(values, read(table("V", notes + RULE + rows)).doubles("x"));
    assertArrayEquals(values, read(table("V", notes + RULE + notes + RULE + rows)).doubles("x"));
    Table behind = read(table("V", rows + RULE + notes));
    assertArrayEquals(values, behind.doubles("x"));
    assertEquals(List.of("notes behind the rows skipped, from line 14"), behind.notes());
    assertRefused("has notes from line 12 that no line of dashes ends", table("V", notes + rows));
  }

  @Test
  void readsTheFirstOfSeveralTables() throws IOException {
    String other = LINE + description(NAME + X + "V\n") + "B001   3.25\n";
    Table table = read(table("V", "A001   1.25\n" + other + other));
    assertArrayEquals(new double[] {1.25}, table.doubles("x"));
    assertEquals(List.of("the first of 3 tables in the file"), table.notes());
    assertRefused(
        "describes several tables before the rows of one: see line 13", table("V", other));
    assertRefused(
        "line 13 is a line of dashes among the rows",
        table("V", "A001   1.25\n" + RULE + "A002   2.25\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ' é01   1.25' | 1.25
          'éé01   1.25' | 1.25
          'Aé01 102.25'  | 102.25
          'Aé1 102.25' | 102.25
          """)
  void countsBytesOrCharacters(String line, double value) throws IOException {
    assertArrayEquals(new double[] {value}, read(table("V", line + "\n")).doubles("x"));
  }

  @Test
  void refusesWhatFitsByBytesAndByCharacters() throws IOException {
    String columns =
        "   1-  2 A2 --- a A\n   4-  6 I3 --- n N\n   7 I1 --- m M\n   8 I1 --- k ? K\n";
    // By characters n is 123; by bytes it is 12, m is 3 and k is 4.
    assertRefused(
        "line 14 (row 1) is not in ASCII, and its columns differ by bytes and characters",
        TOP + description(columns) + "é  1234\n");
    Path latin = folder.resolve("latin.txt");
    Charset charset = StandardCharsets.ISO_8859_1;
    Files.writeString(latin, TOP + description(columns) + "é  2345\n", charset);
    assertArrayEquals(new double[] {234}, TableFile.read(latin).doubles("n"));
  }

  @Test
  void readsColumnsWithoutAGap() throws IOException {
    String columns = "   1-  5 F5.2 --- a A\n   6- 10 F5.2 --- b ? B\n  11 A1 --- f ? F\n";
    String text = TOP + description(columns);
    Table table = read(text + "12.3456.78x\n 1.34-6.78\n12.34 6.7 1\n12.34\n");
    assertArrayEquals(new double[] {12.34, 1.34, 12.34, 12.34}, table.doubles("a"));
    assertArrayEquals(new double[] {56.78, -6.78, 6.7, Double.NaN}, table.doubles("b"));
    assertEquals(List.of("x", "", "1", ""), table.texts("f"));
    assertRefused(
        "line 13 (row 1), column 'b': a number runs into it from the column before",
        text + "12.345\n");
  }

  @Test
  void knowsSeparators() throws IOException {
    String columns =
        "   1-  2 I2 h RAh H\n   4-  5 I2 min RAm M\n   7- 11 F5.2 s RAs S\n  13 A1 --- f F\n";
    Table table =
        read(TOP + description(columns) + "12:34:56.70|a\n 1 02  3.50 b\n1 |2 |3.5  |c\n");
    assertArrayEquals(new double[] {34, 2, 2}, table.doubles("RAm"));
    assertRefused(
        "line 14 (row 1), column 'RAh': '-' stands at place 3, outside the column's places 1 to 2",
        TOP + description(columns) + "12-34 56.70 a\n");
  }

  /** A colon or a slash stands between the digits of two numbers, or it is a stray character. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '10:09:30 90'  ~ ''
          '10/09:30 90'  ~ ''
          '90:90:00 09'  ~ ''
          '10: 9:30 90'  ~ ', column ''RAh'': '':'' stands at place 3, outside the column''s places 1 to 2'
          '1 :09:30 90'  ~ ', column ''RAm'': '':'' stands at place 3, outside the column''s places 4 to 5'
          '10::9:30 90'  ~ ', column ''RAh'': '':'' stands at place 3, outside the column''s places 1 to 2'
          '10:09:30:90'  ~ ', column ''RAs'': '':'' stands at place 9, outside the column''s places 7 to 8'
          '10:09:30 90:' ~ ', column ''f'': '':'' stands at place 12, outside the column''s places 10 to 11'
          '10:09:'       ~ ', column ''RAm'': '':'' stands at place 6, outside the column''s places 4 to 5'
          '10|09|30|90|' ~ ''
          """)
  void separatorsStandBetweenNumbers(String line, String complaint) throws IOException {
    String columns =
        "   1-  2 I2 h RAh H\n   4-  5 I2 min RAm M\n   7-  8 I2 s RAs S\n  10- 11 A2 --- f F\n";
    String text = TOP + description(columns) + line + "\n";
    if (complaint.isEmpty()) {
      assertArrayEquals(
          new double[] {Double.parseDouble(line.substring(3, 5))}, read(text).doubles("RAm"));
    } else {
      assertRefused("line 14 (row 1)" + complaint, text);
    }
  }

  /** A text before a colon makes no time of it. */
  @Test
  void noSeparatorBesideText() {
    String columns = "   1-  2 A2 --- a A\n   4-  5 I2 --- b B\n";
    assertRefused(
        "line 12 (row 1), column 'a': ':' stands at place 3, outside the column's places 1 to 2",
        TOP + description(columns) + "10:09\n");
    String other = "   1-  2 I2 --- a A\n   4-  5 A2 --- b B\n";
    assertRefused(
        "line 12 (row 1), column 'a': ':' stands at place 3, outside the column's places 1 to 2",
        TOP + description(other) + "10:09\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '123412.345 a' ~ 12.345
          '1234  .5   a' ~ 0.5
          '1234-2.5   a' ~ -2.5
          '123 92.5   a' ~ 92.5
          '1234.5'       ~ ''
          '1234.5     a' ~ ''
          '12340.5    a' ~ ''
          '12399.5    a' ~ ''
          '12390.5    '  ~ ''
          """)
  void aNumberDoesNotRunIntoTheNext(String line, String value) throws IOException {
    String columns = "   1-  4 I4 --- n N\n   5- 10 F6.3 --- x X\n  12 A1 --- f F\n";
    String text = TOP + description(columns) + line + "\n";
    if (value.isEmpty()) {
      assertRefused(
          "line 13 (row 1), column 'x': a number runs into it from the column before", text);
    } else {
      assertArrayEquals(new double[] {Double.parseDouble(value)}, read(text).doubles("x"));
    }
  }

  /** A flag of one character may be a digit; two digits of a name may be those of a number. */
  @Test
  void aTextRunsIntoANumberUnlessItIsAFlag() throws IOException {
    String flag = "   1 A1 --- f F\n   2-  7 F6.3 --- x X\n   9 A1 --- g G\n";
    Table table = read(TOP + description(flag) + "12.5    a\n");
    assertArrayEquals(new double[] {2.5}, table.doubles("x"));
    assertEquals(List.of("1"), table.texts("f"));
    String name = "   1-  3 A3 --- f F\n   4-  9 F6.3 --- x X\n  11 A1 --- g G\n";
    assertRefused(
        "line 13 (row 1), column 'x': a number runs into it from the column before",
        TOP + description(name) + "NG12.5    a\n");
    String texts = "   1-  3 I3 --- n N\n   4-  9 A6 --- s S\n  11 A1 --- g G\n";
    assertEquals(List.of("4a"), read(TOP + description(texts) + "1234a     b\n").texts("s"));
  }

  /** Names keep their letters, and blanks and tabs at the end of a line are nothing. */
  @Test
  void namesThatAreNotInAscii() throws IOException {
    String text = table("V", "Aé01 102.25\nBü   12.25 \t \nC  \n");
    assertEquals(List.of("Aé01", "Bü", "C"), read(text).texts("Name"));
  }

  /** Notes may follow a line of equals signs, and rows that are none at all are said. */
  @Test
  void notesWithoutAnEndAreSaid() {
    assertRefused(
        "has notes from line 12 that no line of dashes ends",
        table("V", "Note (1): of x\n   more\n"));
  }

  private void assertRefused(String complaint, String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(text), text);
    assertEquals(folder.resolve("t.txt") + ": " + complaint, e.getMessage());
  }

  private Table read(String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve("t.txt"), text));
  }

  private static String summary(Table table) {
    return table.toString().replaceFirst("^.*: ", "");
  }
}
