package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of IPAC's archives, as they come, good and bad. */
class IpacReaderTest {
  private static final String HEADER =
      "|      id|       x|\n|    long|  double|\n|        |     mag|\n|      -9|     -99|\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "-99, NaN",
    "-99.0, NaN",
    "-99.5, -99.5",
    "-9, -9",
    "null, NaN",
    "'', NaN",
    "7.3e-10, 7.3e-10",
    "1.5D+02, 150",
    "inf, Infinity",
    "99, 99"
  })
  void readsDoubles(String cell, double value) throws IOException {
    Table table = read(HEADER + row("1", "12.5") + row("2", cell));
    assertArrayEquals(new double[] {12.5, value}, table.doubles("x"));
    assertEquals("mag", table.column("x").unit());
  }

  @Test
  void keepsEveryBitOfAnInteger() throws IOException {
    String header = "|                  id| n|\n|                long| i|\n";
    Table table =
        read(
            header
                + " -9223372036854775808  1\n"
                + "  9223372036854775807 -2\n"
                + "  9007199254740993\n"
                + "  4294967296          12\n");
    assertArrayEquals(
        new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 9007199254740993L, 4294967296L},
        table.longs("id"));
    assertArrayEquals(new double[] {1, -2, Double.NaN, 12}, table.doubles("n"));
    Table nulls = read(HEADER + row("-9", "1") + row("-90", "2") + row("9", "3"));
    assertArrayEquals(new double[] {Double.NaN, -90, 9}, nulls.doubles("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '        2   3C083'    ~ ', column ''x'': ''3C083'' is not a number'
          '        2    12,5'    ~ ', column ''x'': ''12,5'' is not a number'
          '        2 1234567.5'  ~ ', column ''x'': ''5'' stands at place 19, outside the column''s places 11 to 18'
          '         2     1.5'   ~ ', column ''x'': ''2'' stands at place 10, outside the column''s places 11 to 18'
          '        12     1.5'   ~ ', column ''id'': ''2'' stands at place 10, outside the column''s places 2 to 9'
          '2           1.5'      ~ ', column ''id'': ''2'' stands at place 1, outside the column''s places 2 to 9'
          '      2.5     1.5'    ~ ', column ''id'': ''2.5'' is no integer, as long declares'
          '        2     1.5 1'  ~ ', column ''x'': ''1'' stands at place 19, outside the column''s places 11 to 18'
          """)
  void refusesWhatDoesNotFit(String line, String complaint) {
    String text = HEADER + row("1", "12.5") + line + "\n";
    assertRefused("line 6 (row 2)" + complaint, text);
  }

  @Test
  void refusesTabs() {
    assertRefused(
        "line 6 (row 2) has a tab, but its columns are at fixed places: replace tabs by blanks",
        HEADER + row("1", "12.5") + "        2\t     1.5\n");
  }

  @Test
  void readsKeywordsAndComments() throws IOException {
    Table table =
        read(
            "\n\\catalog = 'A catalogue'\n\\ a comment\n\\n = 12\n"
                + "|--name--| x|\n|--char--|-r|\n"
                + " NGC 1    1\n\\ one more\n\n  N 2     2\n");
    assertEquals("A catalogue", table.metadata().get("catalog"));
    assertEquals("12", table.metadata().get("n"));
    assertEquals(List.of("2 comment lines skipped"), table.notes());
    assertEquals(List.of("NGC 1", "N 2"), table.texts("name"));
    assertArrayEquals(new double[] {1, 2}, table.doubles("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "i,LONG", "int,LONG", "integer,LONG", "l,LONG", "Long,LONG", "d,DOUBLE", "double,DOUBLE",
    "f,DOUBLE", "float,DOUBLE", "r,DOUBLE", "real,DOUBLE", "c,TEXT", "char,TEXT", "da,TEXT",
    "date,TEXT"
  })
  void knowsTheTypes(String type, CellType expected) throws IOException {
    Table table = read("|x      |\n|" + type + " ".repeat(7 - type.length()) + "|\n 12\n");
    assertEquals(expected, table.column("x").type());
    assertArrayEquals(new double[] {12}, table.doubles("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '|x  |y  |\n|int|int \n 1  2\n'     ~ line 2 begins with a bar but ends without one
          '|x  |y  |\n|in|int |\n 1  2\n'     ~ line 2 has bars at other places than the names
          '|x  |\n|int|\n|   |\n|   |\n|   |\n 1\n' ~ line 5 is a fifth line of bars in an IPAC header
          '|x   |\n|blob|\n 1\n'              ~ column 'x' is of type 'blob', which IPAC tables do not have
          '|x  |\n|int|\n'                    ~ has no rows
          '\\a = 1\n\\ 2\n'                    ~ has no line of names between bars, as an IPAC table must
          """)
  void refusesABadHeader(String text, String complaint) {
    assertRefused(complaint, text.replace("\\n", "\n"));
  }

  @Test
  void findsTypesThatAreNotDeclared() throws IOException {
    Table table = read("|name |  x|  y|\n a      1  1.5\n b      2    2\n");
    assertEquals(
        List.of(CellType.TEXT, CellType.LONG, CellType.DOUBLE),
        table.columns().stream().map(ColumnHeader::type).toList());
  }

  /** Two bars with nothing between are a header without columns. */
  @Test
  void namesAreNumberedWhereThereAreNone() throws IOException {
    Table table = read("|x  |   |\n|int|int|\n  1   2\n");
    assertEquals(List.of("x", "col2"), table.names());
    assertArrayEquals(new double[] {2}, table.doubles("col2"));
  }

  @Test
  void blankLinesAndCommentsAloneAreNoTable() {
    assertRefused("has no rows", "|x  |\n|int|\n\n\\ the end\n");
    assertRefused("line 1 begins with a bar but ends without one", "|\n 1\n");
  }

  private static String row(String id, String x) {
    return " " + " ".repeat(8 - id.length()) + id + " " + " ".repeat(8 - x.length()) + x + "\n";
  }

  private void assertRefused(String complaint, String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(text), text);
    assertEquals(folder.resolve("t.tbl") + ": " + complaint, e.getMessage());
  }

  private Table read(String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve("t.tbl"), text));
  }
}
