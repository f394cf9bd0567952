package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.column.CellType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they come, good and bad. */
class TableFileTest {
  private static final String ECSV =
      "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: x, datatype: float64}\n"
          + "# - {name: y, datatype: float64}\n";

  @TempDir Path folder;

  @Test
  void readsHubblesNebulae() {
    Table table = TableFile.read(Path.of("jobs/data/hubble.ecsv"));
    assertEquals("jobs/data/hubble.ecsv: ECSV, 24 rows, 3 columns", table.toString());
    assertEquals("Mpc", table.column("distance").unit());
    assertEquals(CellType.DOUBLE, table.column("distance").type());
    assertEquals("10.1073/pnas.15.3.168", table.metadata().get("doi"));
    assertEquals("NGC6822", table.texts("object").get(2));
    assertEquals(24, table.complete(List.of("distance", "velocity")).rows());
    // The published slope of the line through the origin, 423.94 km/s per Mpc.
    assertEquals(423.937323, slope(table.doubles("distance"), table.doubles("velocity")), 5e-7);
  }

  @Test
  void readsAstronomersAscii() throws IOException {
    Table table =
        read("a.dat", "# name  v  u\nNGC1  1.5D+03 ...\n\n\"NGC 2\" --  1\n3C083.1 -2d-1 7\n");
    assertEquals("ASCII, 3 rows, 3 columns", summary(table));
    assertEquals(List.of("NGC1", "NGC 2", "3C083.1"), table.texts("name"));
    assertArrayEquals(new double[] {1500, Double.NaN, -0.2}, table.doubles("v"));
    assertArrayEquals(new double[] {Double.NaN, 1, 7}, table.doubles("u"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.csv    | 'x,y\n1,2\n'               | CSV, 1 row, 2 columns                  | x | y
          x.csv    | '\uFEFFx,y\r\n1,2\r\n'     | CSV, 1 row, 2 columns                  | x | y
          x.csv    | 'x,y\r1,2\r3,4'            | CSV, 2 rows, 2 columns                 | x | y
          x.csv    | 'x y\n1\n2\n'              | CSV, 2 rows, 1 column                  | x y | x y
          x.csv    | '1,2\n3,4\n'               | CSV without a header, 2 rows, 2 columns | col1 | col2
          x.csv    | '#x,y\n1,2\n'              | CSV, 1 row, 2 columns                  | x | y
          x.csv    | 'x,"a ""b"",\nc"\n1,2\n'   | CSV, 1 row, 2 columns                  | x | 'a "b",\nc'
          x.csv    | 'x,\n1,2\n'                | CSV, 1 row, 2 columns                  | x | col2
          x.csv    | 'x;y\n1;2\n'               | CSV (semicolons), 1 row, 2 columns     | x | y
          x.tsv    | 'x\ty y\n1\t2\n'           | CSV (tabs), 1 row, 2 columns           | x | y y
          x.catalog | 'x, y\n1, 2\n'            | CSV, 1 row, 2 columns                  | x | y
          x.txt    | 'x y\n1 2\n'               | ASCII, 1 row, 2 columns                | x | y
          x.txt    | 'NGC1 2\nNGC2 3\n'         | ASCII without a header, 2 rows, 2 columns | col1 | col2
          """)
  void guesses(String file, String text, String summary, String first, String last)
      throws IOException {
    Table table = read(file, text);
    assertEquals(summary, summary(table));
    List<String> names = table.names();
    assertEquals(first, names.get(0));
    assertEquals(last, names.get(names.size() - 1));
  }

  @Test
  void readsEcsvWhereStilWouldLoseCells() throws IOException {
    Table table = read("x.ecsv", ECSV + "x   y\n1  2\n\n3 inf\n\"\" -Infinity\n");
    assertArrayEquals(new double[] {1, 3, Double.NaN}, table.doubles("x"));
    assertArrayEquals(
        new double[] {2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}, table.doubles("y"));
    CompleteRows complete = table.complete(List.of("x", "y"));
    assertEquals(
        List.of(1, 1, 1), List.of(complete.rows(), complete.missing(), complete.infinite()));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> read("x.ecsv", ECSV + "x y\n1 2\n3 abc\n").doubles("y"));
    assertTrue(e.getMessage().endsWith("x.ecsv: column 'y', row 2: 'abc' is not a number"));
  }

  @Test
  void readsLatin1AndCompressedFiles() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "x,Sérsic\né,1\n".getBytes(StandardCharsets.ISO_8859_1));
    Table table = TableFile.read(latin);
    assertEquals(List.of("x", "Sérsic"), table.names());
    assertEquals(List.of("é"), table.texts("x"));
    Path packed = folder.resolve("x.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("CSV, 1 row, 2 columns", summary(TableFile.read(packed)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.csv  | 'x,y\n1,2\n3\n'          | line 3 (row 2) has 1 field, but there are 2 columns
          x.csv  | 'x,y\n1,2\n3,4,5\n'      | line 3 (row 2) has 3 fields, but there are 2 columns
          x.csv  | 'x,y\n1,2,3\n4,5,6\n'    | line 2 (row 1) has 3 fields, but there are 2 columns
          x.csv  | 'x,y\n'                  | has column names but no rows
          x.csv  | '# only words\n'         | has no rows
          x.csv  | ''                       | is empty
          x.csv  | 'x,y\n1,"2\n'            | has a quote in line 2 that is not closed
          x.csv  | 'x,y\n1,"2"3\n'          | has text after a closing quote in line 2
          x.csv  | '<!DOCTYPE html><html>'  | is a web page, not a table
          x.ecsv | 'x,y\n1,2\n'             | has no ECSV header (its first line is not '# %ECSV 1.0')
          x.ecsv | '# %ECSV 1.0\n# ---\n# datatype: [}\nx\n1' | has an ECSV header that cannot be read: YAML parse error: expected the node content, but found '}'
          x.ecsv | '# %ECSV 1.0\n# ---\n# datatype:\n# - {name: x, datatype: int64}\ny\n1' | declares the columns x in its header but names y above the rows
          x.fits | 'hello'                  | does not begin as a FITS file does
          x.vot  | '<VOTABLE><RESOURCE>'    | is a broken VOTable file at line 1: XML document structures must start and end within the same entity.
          x.xml  | '<a/>'                   | is a broken VOTable file: No VOTABLE element
          """)
  void complainsInOneLine(String file, String text, String complaint) throws IOException {
    Path path = folder.resolve(file);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(file, text));
    assertEquals(path + ": " + complaint, e.getMessage());
  }

  @Test
  void complainsAboutBinaryData() throws IOException {
    byte[] noise = new byte[5000];
    new SplittableRandom(1).nextBytes(noise);
    assertRefused("noise.csv", noise, "is binary data or damaged at line 1");
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    assertRefused("figure.png", png, "is binary data or damaged at line 2");
    assertRefused(
        "wide.csv",
        "x,y\n1,2".getBytes(StandardCharsets.UTF_16),
        "is UTF-16 text; save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"FITS,3000", "FITS,9000", "VOTABLE,3000"})
  void noticesFilesCutShort(TableFormat format, int length) throws IOException {
    Path whole = folder.resolve("whole");
    TableWriter.write(whole, format, Rows.doubles("x", new double[4000]));
    byte[] part = Arrays.copyOf(Files.readAllBytes(whole), length);
    Path cut = Files.write(folder.resolve("cut"), part);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(cut));
    assertFalse(e.getMessage().contains("\n"));
    assertTrue(e.getMessage().matches(".*cut: is (cut short|a broken|damaged).*"), e.getMessage());
  }

  @Test
  void helpsToFindTheFile() throws IOException {
    read("hubble.ecsv", ECSV + "x y\n1 2\n");
    assertComplaint(
        folder.resolve("huble.ecsv"),
        "no such file; did you mean '" + folder.resolve("hubble.ecsv") + "'?");
    assertComplaint(folder.resolve("other.csv"), "no such file");
    assertComplaint(folder, "is a folder");
    assertComplaint(
        folder.resolve("no/x.csv"),
        "no such file; nor is there a folder '" + folder.resolve("no") + "'");
  }

  @Test
  void printsNothing() throws IOException {
    PrintStream err = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
    try {
      String odd = "<VOTABLE><RESOURCE><TABLE nrows='x'><FIELD name='x' datatype='what'/>";
      assertThrows(IllegalArgumentException.class, () -> read("odd.vot", odd));
      byte[] noUtf8 = "<VOTABLE><INFO name='\u00E9'/>".getBytes(StandardCharsets.ISO_8859_1);
      Path bad = Files.write(folder.resolve("bad.vot"), noUtf8);
      assertThrows(IllegalArgumentException.class, () -> TableFile.read(bad));
    } finally {
      System.setErr(err);
    }
    assertEquals("", seen.toString(StandardCharsets.UTF_8));
  }

  private void assertRefused(String file, byte[] bytes, String complaint) throws IOException {
    assertComplaint(Files.write(folder.resolve(file), bytes), complaint);
  }

  private static void assertComplaint(Path file, String complaint) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(file));
    assertEquals(file + ": " + complaint, e.getMessage());
  }

  private Table read(String file, String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve(file), text));
  }

  private static String summary(Table table) {
    return table.toString().replaceFirst("^.*: ", "");
  }

  private static double slope(double[] x, double[] y) {
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
    }
    return xy / xx;
  }
}
