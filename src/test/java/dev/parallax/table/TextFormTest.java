package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.condition.Condition;
import dev.parallax.table.condition.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of text that astronomers keep their tables in. */
class TextFormTest {
  @TempDir Path folder;

  @Test
  void readsIpac() throws IOException {
    Table table =
        read(
            "gator.tbl",
            "\\fixlen = T\n"
                + "|  name   |   ra    |  k_m |\n"
                + "|  char   |  double | real |\n"
                + "|         |  deg    |  mag |\n"
                + "|  null   |  null   | null |\n"
                + "  NGC 1     1.81606   10.03 \n"
                + "  NGC 2     1.82107   null  \n");
    assertEquals("IPAC, 2 rows, 3 columns", summary(table));
    assertArrayEquals(new double[] {10.03, Double.NaN}, table.doubles("k_m"));
    assertEquals("mag", table.column("k_m").unit());
    assertEquals(List.of("NGC 1", "NGC 2"), table.texts("name"));
  }

  @Test
  void readsMachineReadableTables() throws IOException {
    String rule = "-".repeat(80) + "\n";
    Table table =
        read(
            "datafile1.txt",
            "Title: Two galaxies\nAuthors: N. N.\nTable: Their magnitudes\n"
                + "=".repeat(80)
                + "\nByte-by-byte Description of file: datafile1.txt\n"
                + rule
                + "   Bytes Format Units  Label    Explanations\n"
                + rule
                + "   1-  5 A5     ---    Name     Name of the galaxy\n"
                + "   7- 12 F6.2   mag    Vmag     ? The magnitude\n"
                + rule
                + "NGC 1  12.93\nNGC 2       \n");
    assertEquals("MRT, 2 rows, 2 columns", summary(table));
    assertArrayEquals(new double[] {12.93, Double.NaN}, table.doubles("Vmag"));
    assertEquals("mag", table.column("Vmag").unit());
  }

  @Test
  void readsTabSeparatedTables() throws IOException {
    Table table =
        read(
            "stars.tst",
            "A catalogue\n\nEQUINOX: J2000.0\n# Columns\nId\tra\tdec\n--\t--\t---\n"
                + "a\t1.5\t2\nb\t2.25\t-3\n");
    assertEquals("TST, 2 rows, 3 columns", summary(table));
    assertArrayEquals(new double[] {1.5, 2.25}, table.doubles("ra"));
  }

  @Test
  void readsVizier() throws IOException {
    Table table =
        read(
            "asu.tsv",
            "#RESOURCE=yCat_1\n#Column\tr_z\t(F8.5)\tRedshift\n\n"
                + "name\tz\tDL\n \t \tMpc\n--------\t--------\t---\n"
                + "3C083.1\t 0.0255\t110\nA 1\t\t 90\n");
    assertEquals("CSV (tabs), 2 rows, 3 columns", summary(table));
    assertArrayEquals(new double[] {0.0255, Double.NaN}, table.doubles("z"));
    assertEquals("Mpc", table.column("DL").unit());
    assertEquals(List.of("2 comment lines skipped"), table.notes());
  }

  @Test
  void readsSextractor() throws IOException {
    Table table =
        read(
            "test.cat",
            "#   1 NUMBER       Running object number\n"
                + "#   2 X_IMAGE      Object position along x       [pixel]\n"
                + "#   3 FLUX_APER    Flux within apertures         [count]\n"
                + "         1   155.4      1.5e3      2.5e3\n"
                + "         2    55.4      1.0e3      2.0e3\n");
    assertEquals(List.of("NUMBER", "X_IMAGE", "FLUX_APER", "FLUX_APER_2"), table.names());
    assertEquals("X_IMAGE [pixel]", table.column("2").label());
    assertArrayEquals(new double[] {2500, 2000}, table.doubles("FLUX_APER_2"));
    assertEquals("names from the numbered list in its comments", table.notes().get(0));
  }

  @Test
  void readsFortransOutput() throws IOException {
    String text =
        "! run 7\n x  y  z ! columns\n 1.5D+03  0.1234-103 **** # remark\n"
            + "% half way\n -2d-1 1.5+101 'O\\'Neill 1'\n";
    Path file = Files.writeString(folder.resolve("fort.7"), text.replace(" ! columns", ""));
    Table table = TableFile.read(file, Wanted.numbers(List.of("x", "y")).andTexts(List.of("z")));
    assertArrayEquals(new double[] {1500, -0.2}, table.doubles("x"));
    assertArrayEquals(new double[] {0.1234e-103, 1.5e101}, table.doubles("2"));
    assertEquals(List.of("****", "O'Neill 1"), table.texts("z"));
    assertEquals(
        List.of("2 comment lines skipped", "1 remark at the end of a line skipped"), table.notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          'a|b\n1|2\n'                 ~ CSV (bars), 1 row, 2 columns             ~ a
          'NGC1,2.5\nNGC2,3.5\n'       ~ CSV without a header, 2 rows, 2 columns  ~ col1
          'name,2001\nFrance,5\n'      ~ CSV, 1 row, 2 columns                    ~ name
          'wave,4000.5\n1,2\n'         ~ CSV, 1 row, 2 columns                    ~ wave
          '# x y\n# a long remark\n1 2\n' ~ ASCII, 1 row, 2 columns               ~ x
          'x y\n-- --\n1 2\n'          ~ ASCII, 2 rows, 2 columns                 ~ x
          'x   y\n--- ---\n1 2\n'      ~ ASCII, 1 row, 2 columns                  ~ x
          """)
  void guessesTheNames(String text, String summary, String first) throws IOException {
    Table table = read("x.dat", text);
    assertEquals(summary, summary(table));
    assertEquals(first, table.names().get(0));
  }

  @Test
  void keepsWhatIsWantedAndSaysWhatWasMissing() throws IOException {
    String text = "x,y,z\n1,--,a\nNaN,,b\n3,--,c\n";
    Path file = Files.writeString(folder.resolve("x.csv"), text);
    Table table = TableFile.read(file, Wanted.numbers(List.of("2", "x")));
    assertEquals("CSV, 3 rows, 3 columns", summary(table));
    assertEquals(
        List.of("missing in 'x': 1 'NaN'", "missing in 'y': 1 empty, 2 '--'"), table.notes());
    assertThrows(IllegalStateException.class, () -> table.texts("z"));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TableFile.read(file, Wanted.numbers(List.of("4"))));
    assertEquals(file + ": no column 4; there are 3", e.getMessage());
  }

  /** The same cells, whichever way a column is read. */
  @ParameterizedTest
  @CsvSource({"ECSV", "CSV", "VOTABLE", "FITS"})
  void readsNumbersAsItReadsEverything(TableFormat format) throws IOException {
    Path file = folder.resolve("t." + format.extension());
    double[] values = {1, -0.0, 1e-320, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY, 1e300};
    TableWriter.write(file, format, Rows.doubles("x", values));
    Table table = TableFile.read(file, Wanted.numbers(List.of("x")));
    assertArrayEquals(values, table.doubles("x"));
    assertArrayEquals(values, TableFile.read(file).doubles("x"));
    assertEquals(TableFile.read(file).column("x"), table.column("x"));
  }

  @Test
  void countsRowsAsTheFileDoes() throws IOException {
    String text = "x,ok,truth\n1,y,true\nbad,n,false\n3,y,true\nworse,y,\n";
    Path file = Files.writeString(folder.resolve("x.csv"), text);
    Condition good = Condition.parse("ok = y");
    Table table = TableFile.read(file, Wanted.numbers(List.of("x", "truth")).and(good));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.where(good).doubles("x"));
    assertEquals(file + ": column 'x', row 4: 'worse' is not a number", e.getMessage());
    assertArrayEquals(new double[] {1, 0, 1, Double.NaN}, table.doubles("truth"));
    Condition better = Condition.parse("ok = y and x != 'worse'");
    Table both = TableFile.read(file, Wanted.numbers(List.of("x")).and(better));
    assertArrayEquals(new double[] {1, 3}, both.where(better).doubles("x"));
  }

  @Test
  void takesLogarithms() throws IOException {
    Table table = read("x.csv", "x,y\n1000,1\n0,2\n-1,3\n,4\n0.01,5\n").log10("x");
    assertArrayEquals(new double[] {3, Double.NaN, -2}, table.doubles("x"));
    assertArrayEquals(new double[] {1, 4, 5}, table.doubles("y"));
    assertEquals(
        List.of("log10 of 'x': 2 rows skipped, for the value is 0 or less"), table.notes());
    assertEquals("log10(x)", table.column("x").label());
    assertThrows(IllegalArgumentException.class, () -> table.log10("x"), "it is one already");
    Table negative = read("x.csv", "x,y\n-1,3\n,4\n");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> negative.log10("x"));
    assertEquals(
        folder.resolve("x.csv") + ": column 'x' has no value above 0 to take log10 of",
        e.getMessage());
    Table hubble = TableFile.read(Path.of("jobs/data/hubble.ecsv")).log10("distance");
    assertEquals("log10(distance / Mpc)", hubble.column("distance").label());
  }

  private Table read(String file, String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve(file), text));
  }

  private static String summary(Table table) {
    return table.toString().replaceFirst("^.*: ", "");
  }
}
