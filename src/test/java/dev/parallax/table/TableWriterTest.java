package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back, in every format. */
class TableWriterTest {
  private static final List<ColumnHeader> MIXED =
      List.of(
          new ColumnHeader("index", CellType.LONG),
          new ColumnHeader("speed, \"v\"", CellType.DOUBLE, "km/s", "How fast: a # of things"),
          new ColumnHeader("is-prime", CellType.BOOLEAN),
          new ColumnHeader("Größe", CellType.TEXT, "", "Größe, naïve"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void keepsTypesMissingCellsAndNames(TableFormat format) {
    Rows rows =
        Rows.of(
            MIXED,
            new Object[] {0L, 1.5, true, "plain"},
            new Object[] {Long.MAX_VALUE, null, null, null},
            new Object[] {null, Double.POSITIVE_INFINITY, false, other(format)},
            new Object[] {Long.MIN_VALUE + 1, -0.0, true, "# x"});
    Table table = TableFile.read(write("mixed", format, rows));
    assertEquals(4, table.rows());
    assertEquals(MIXED.stream().map(ColumnHeader::name).toList(), table.names());
    assertEquals(MIXED.stream().map(ColumnHeader::type).toList(), types(table));
    assertEquals(
        List.of("0", "9223372036854775807", "", "-9223372036854775807"), table.texts("index"));
    assertBits(
        new double[] {1.5, Double.NaN, Double.POSITIVE_INFINITY, -0.0},
        table.doubles("speed, \"v\""));
    assertArrayEquals(new double[] {1, Double.NaN, 0, 1}, table.doubles("is-prime"));
    assertEquals(List.of("plain", "", other(format), "# x"), table.texts("Größe"));
  }

  private static String other(TableFormat format) {
    return format == TableFormat.FITS ? "a, \"b\"~Sersic" : "a, \"b\"\nSérsic";
  }

  /** FITS would have question marks in their place. */
  @ParameterizedTest
  @ValueSource(strings = {"Sérsic", "a\nb", "a\tb", "x\u007f"})
  void fitsHasAsciiTextsAlone(String text) throws IOException {
    Rows rows =
        Rows.of(MIXED, new Object[] {0L, 1.5, true, "plain"}, new Object[] {1L, 1.5, true, text});
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> write("t", TableFormat.FITS, rows));
    assertTrue(
        e.getMessage().contains("row 2, column 'Größe': a text in FITS is of printable ASCII"),
        e.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TableFormat.class,
      names = {"ECSV", "VOTABLE", "FITS"})
  void keepsUnitsAndDescriptions(TableFormat format) {
    Rows rows = Rows.of(MIXED, new Object[] {0L, 1.5, true, "plain"});
    Table table = TableFile.read(write("units", format, rows));
    ColumnHeader speed = table.column("speed, \"v\"");
    assertEquals("km/s", speed.unit());
    assertEquals("How fast: a # of things", speed.description());
    assertEquals("Größe, naïve", table.column("Größe").description());
    assertEquals("17", table.metadata().get("seed"));
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void everyDoubleReadsBackBitForBit(TableFormat format) {
    SplittableRandom random = new SplittableRandom(1);
    double[] nasty = {
      0.1 + 0.2,
      1e308,
      -0.0,
      2e-3,
      1.0,
      3.0e10,
      2e23,
      4.9e-324,
      2.2250738585072011e-308,
      2.2250738585072014E-308,
      Double.MAX_VALUE,
      9007199254740993.0,
      1.0E23,
      8.41E21,
      5e-324,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      1 / 3.0
    };
    double[] patterns =
        LongStream.generate(random::nextLong)
            .limit(20_000)
            .mapToDouble(Double::longBitsToDouble)
            .toArray();
    double[] values =
        DoubleStream.concat(DoubleStream.of(nasty), DoubleStream.of(patterns)).toArray();
    Table table = TableFile.read(write("nasty", format, Rows.doubles("x", values)));
    assertBits(values, table.doubles("x"));
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void sameBytesInEveryLocaleAndRun(TableFormat format) throws IOException {
    Rows rows = Rows.of(MIXED, new Object[] {7L, 1234567.125, true, "i"});
    byte[] first = Files.readAllBytes(write("one", format, rows));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(first, Files.readAllBytes(write("two", format, rows)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void ecsvIsAsSpecified() throws IOException {
    Path file = write("spec", TableFormat.ECSV, Rows.of(MIXED, new Object[] {7L, 0.1, null, "s"}));
    assertEquals(
        """
        # %ECSV 1.0
        # ---
        # delimiter: ','
        # datatype:
        # - {name: index, datatype: int64}
        # - {name: "speed, \\"v\\"", unit: km/s, datatype: float64, description: "How fast: a # of things"}
        # - {name: is-prime, datatype: bool}
        # - {name: "Gr\\u00f6\\u00dfe", datatype: string, description: "Gr\\u00f6\\u00dfe, na\\u00efve"}
        # meta:
        #   name: rows
        #   seed: "17"
        index,"speed, ""v""\",is-prime,Größe
        7,0.1,,s
        """,
        Files.readString(file));
  }

  @Test
  void csvKeepsARowWhoseOnlyCellIsMissing() {
    Rows rows = new Rows(one(), Collections.nCopies(3, Collections.singletonList(null)));
    assertEquals(3, TableFile.read(write("gaps", TableFormat.CSV, rows)).rows());
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Rows rows = Rows.doubles("x", 1);
    Path nowhere = folder.resolve("no/where.csv");
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> TableWriter.write(nowhere, TableFormat.CSV, rows));
    assertEquals("cannot write " + nowhere + ": no such folder", e.getMessage());
    Path taken = Files.createDirectories(folder.resolve("taken/x")).getParent();
    assertThrows(UncheckedIOException.class, () -> TableWriter.write(taken, TableFormat.CSV, rows));
    assertOnlyHolds("taken");
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void leavesNothingOfABrokenPass(TableFormat format) throws IOException {
    Rows bad = Rows.of(one(), new Object[] {1.0}, new Object[] {"not a double"});
    Path file = folder.resolve("bad");
    assertThrows(ClassCastException.class, () -> TableWriter.write(file, format, bad));
    assertOnlyHolds();
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void noticesAPassOfTheWrongLength(TableFormat format) throws IOException {
    RowSource lying = new Lying(Rows.doubles("x", 1, 2), 3);
    Path file = folder.resolve("short");
    assertThrows(IllegalStateException.class, () -> TableWriter.write(file, format, lying));
    assertOnlyHolds();
  }

  private record Lying(RowSource source, long rows) implements RowSource {
    @Override
    public String name() {
      return source.name();
    }

    @Override
    public List<ColumnHeader> columns() {
      return source.columns();
    }

    @Override
    public RowCursor open() {
      return source.open();
    }
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    ColumnHeader x = new ColumnHeader("x", CellType.DOUBLE);
    Rows rows = Rows.of(List.of(x, x), new Object[] {1.0, 2.0});
    Path file = folder.resolve("twice.csv");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> TableWriter.write(file, TableFormat.CSV, rows));
    assertEquals("two columns are named 'x'", e.getMessage());
  }

  @Test
  void formatsAreNamedByOption() {
    assertEquals(TableFormat.VOTABLE, TableFormat.parse("VOTable"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TableFormat.parse("fit"));
    assertEquals("no table format 'fit'; did you mean 'fits'?", e.getMessage());
  }

  private static List<ColumnHeader> one() {
    return List.of(new ColumnHeader("x", CellType.DOUBLE));
  }

  private static List<CellType> types(Table table) {
    return table.columns().stream().map(ColumnHeader::type).toList();
  }

  private Path write(String name, TableFormat format, RowSource rows) {
    Path file = folder.resolve(name + "." + format.extension());
    TableWriter.write(file, format, rows);
    return file;
  }

  private void assertOnlyHolds(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(names), files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private static void assertBits(double[] expected, double[] actual) {
    assertArrayEquals(
        Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray(),
        Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray());
  }
}
