package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.column.CellType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in memory, and what text counts as a number. */
class TableTest {

  @Test
  void isMadeOfArraysAndKeepsItsOwn() {
    double[] x = {1, 2};
    Table table =
        Table.of("t").with("x", x).with("n", new long[] {1, 2}).with("s", List.of("a", "b"));
    x[0] = 9;
    table.doubles("x")[1] = 9;
    assertArrayEquals(new double[] {1, 2}, table.doubles("x"));
    assertArrayEquals(new long[] {1, 2}, table.longs("x"));
    assertEquals("t: in memory, 2 rows, 3 columns", table.toString());
    assertEquals(List.of("x", "n", "s"), table.names());
    assertThrowsWith("t: column 'z' has 1 rows, not 2", () -> table.with("z", 1.0));
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("b", new double[] {1});
    columns.put("a", new double[] {2});
    assertEquals(List.of("b", "a"), Table.of("m", columns).names());
  }

  @Test
  void namesColumnsThatAreNotThere() {
    Table table = Table.of("t").with("velocity", 1).with("x", 1).with("x", 2);
    assertThrowsWith(
        "t: no column 'velocty'; did you mean 'velocity'?", () -> table.doubles("velocty"));
    assertThrowsWith(
        "t: no column 'Velocity'; did you mean 'velocity'?", () -> table.texts("Velocity"));
    assertThrowsWith(
        "t: which column 'x'? columns 2 and 3 both have that name; give the number",
        () -> table.column("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--", "...", "nan", "NaN", "NAN", "NA", "n/a", "null", "NULL", "None", "-"})
  void marksOfMissingCells(String mark) {
    Table table = Table.of("t").with("x", List.of("1", mark));
    assertArrayEquals(new double[] {1, Double.NaN}, table.doubles("x"));
    assertThrowsWith("t: column 'x', row 2: is missing", () -> table.longs("x"));
    assertEquals(CellType.LONG, table.column("x").type());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "+5,5",
    "-0,-0.0",
    "007,7",
    ".5,0.5",
    "5.,5",
    "1e3,1000",
    "1.5D+03,1500",
    "1d-1,0.1",
    "9007199254740993,9007199254740992",
    "123456789012345678901,1.2345678901234568e20",
    "1e999,Infinity",
    "inf,Infinity",
    "+Inf,Infinity",
    "-infinity,-Infinity"
  })
  void numbers(String text, double value) {
    double[] read = Table.of("t").with("x", List.of(text)).doubles("x");
    assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(read[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3C083.1", "1f", "1d", "0x10", "1e", "1e+", ".", "+", "1,5", "1_000", "e5", "--1", "infin",
        "12 3", "nano", "true"
      })
  void wordsThatAreNoNumbers(String text) {
    Table table = Table.of("t").with("x", List.of("1", text));
    assertThrowsWith(
        "t: column 'x', row 2: '" + text + "' is not a number", () -> table.doubles("x"));
    assertEquals(CellType.TEXT, table.column("x").type());
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993,9007199254740993",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808",
    "1e3,1000",
    "2.50D2,250"
  })
  void exactIntegers(String text, long value) {
    assertArrayEquals(new long[] {value}, Table.of("t").with("n", List.of(text)).longs("n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "9223372036854775808", "1e999999999", "1e-999999999", "1e19"})
  void integersThatAreNone(String text) {
    Table table = Table.of("t").with("n", List.of("1", text));
    assertThrowsWith(
        "t: column 'n', row 2: '" + text + "' is not an integer of 64 bits",
        () -> table.longs("n"));
  }

  @Test
  void doublesAsIntegers() {
    assertArrayEquals(new long[] {-3, 1L << 62}, Table.of("t").with("n", -3, 0x1p62).longs("n"));
    assertThrowsWith(
        "t: column 'n', row 1: '9.223372036854776E18' is not an integer of 64 bits",
        () -> Table.of("t").with("n", 0x1p63).longs("n"));
    assertThrowsWith(
        "t: column 'n', row 2: is missing",
        () -> Table.of("t").with("n", 1, Double.NaN).longs("n"));
  }

  @Test
  void completeRowsAreCounted() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    Table table = Table.of("t").with("x", 1, nan, 3, inf, inf).with("y", 5, 6, 7, 8, nan);
    CompleteRows complete = table.complete(List.of("x", "y"));
    assertArrayEquals(new double[][] {{1, 3}, {5, 7}}, complete.columns());
    assertEquals(2, complete.rows());
    assertEquals(2, complete.missing());
    assertEquals(1, complete.infinite());
    assertEquals(3, complete.skipped());
    assertThrowsWith("t: no columns chosen", () -> table.complete(List.of()));
  }

  private static void assertThrowsWith(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
