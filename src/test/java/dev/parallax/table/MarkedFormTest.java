package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Tables between marks: Markdown, reStructuredText, LaTeX, DAOPHOT. */
class MarkedFormTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '| a | b |\n|---|---|\n| 1 | 2.5 |\n| 3 | -- |\n'                    ~ Markdown
          'a | b\n:-- | --:\n1 | 2.5\n3 | -\n\nText below.\n'                    ~ Markdown
          '\n+---+-----+\n| a | b   |\n+===+=====+\n| 1 | 2.5 |\n+---+-----+\n| 3 |     |\n+---+-----+\n' ~ RST grid
          '+---+------+\n| a |  b   |\n+---+------+\n| 1 |  2.5 |\n| 3 | NULL |\n+---+------+\n' ~ RST grid
          '=== =====\n a   b\n=== =====\n 1   2.5\n\n 3\n=== =====\n'          ~ RST simple
          '\\begin{tabular}{cc}\n\\hline\na & b \\\\\n\\hline\n1 & 2.5 \\\\\n3 & \\nodata \\\\\n\\hline\n\\end{tabular}\n' ~ LaTeX
          '% made by hand\n\\begin{table}\n\\begin{tabular}[t]{r@{ }l}\na & b\\\\\ncm & $\\mu$m\\\\ \\hline\n$1$ & {2.5}\\\\[2pt]\n3 & \\ldots\n\\end{tabular}\n\\end{table}' ~ LaTeX
          '\\begin{deluxetable}{cc}\n\\tablecaption{X}\n\\tablehead{\\colhead{a} & \\colhead{b}}\n\\startdata\n1 & 2.5\\\\\n3 & \\nodata\n\\enddata\n\\end{deluxetable}\n' ~ LaTeX
          '#K IRAF = NOAO/IRAF version %-23s\n#N a \\\n#U pixels \\\n#F %-9d \\\n#\n#N b\n#U ##\n#F %5.2f\n#\n1 \\\n 2.5\n3 \\\n INDEF\n' ~ DAOPHOT
          """)
  void reads(String text, String form) throws IOException {
    Table table = read(text);
    assertEquals(form, table.format());
    assertEquals(List.of("a", "b"), table.names());
    assertArrayEquals(new double[] {1, 3}, table.doubles("a"));
    assertArrayEquals(new double[] {2.5, Double.NaN}, table.doubles("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n'                          ~ line 4 (row 2) has 1 field
          '| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n'                    ~ line 5
          '| a | b |\n|---|\n| 1 | 2 |\n'                                     ~ different numbers
          '| 1 | 2 |\n|---|---|\n| 3 | 4 |\n'                                 ~ has numbers where
          '+---+---+\n| a | b |\n+===+===+\n| 1 |  2 |\n+---+---+\n'          ~ line 4 has no bar at column 9
          '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n'                      ~ is cut short
          '=== ===\na   b\n=== ===\n1   2\n'                                  ~ is cut short
          '=== ===\na   b\n=== ===\n1   22\n=== ===\nmore\n'                   ~ line 6
          '=== ===\na   b\n=== ===\n10002\n=== ===\n'                         ~ line 4 has text between its columns
          '\\begin{tabular}{cc}\na & b \\\\\n1 & 2 & 3 \\\\\n\\end{tabular}\n' ~ has 3 fields
          '\\begin{tabular}{cc}\na & b \\\\\n1 & 2 \\\\\n'                    ~ is cut short
          '#N a b\n1 2\n3\n'                                                  ~ line 3 (row 2) has 1 field
          '#N a b\n1 \\\n2\n3 \\\n'                                           ~ is cut short within a row, in line 4
          '#N a b\n1 2 *\\\n3 *\n'                                            ~ several apertures
          """)
  void refuses(String text, String complaint) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(text));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }

  @Test
  void wordsAmongNumbersNameTheirRow() throws IOException {
    Table table = read("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4x |\n");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.doubles("b"));
    assertTrue(e.getMessage().endsWith("column 'b', row 2: '4x' is not a number"), e.getMessage());
    Table latex = read("\\begin{tabular}{cc}\na & b\\\\\n1 & $2\\pm1$\\\\\n\\end{tabular}\n");
    assertThrows(IllegalArgumentException.class, () -> latex.doubles("b"));
  }

  @Test
  void unitsOfLatexAndDaophot() throws IOException {
    Table table =
        read(
            "\\begin{tabular}{cc}\nx & y\\\\\n(km) & {}\\\\\n\\hline\n$-$1 & 2\\\\\n\\end{tabular}\n");
    assertEquals("km", table.column("x").unit());
    assertArrayEquals(new double[] {-1}, table.doubles("x"));
    assertEquals("s", read("#N t\n#U s\n5\n").column("t").unit());
  }

  @Test
  void undoesXz() throws IOException {
    Path file = folder.resolve("t.csv.xz");
    try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options())) {
      out.write("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Table table = TableFile.read(file);
    assertEquals("CSV", table.format());
    assertArrayEquals(new double[] {2}, table.doubles("y"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 8));
    assertThrows(IllegalArgumentException.class, () -> TableFile.read(file));
  }

  private Table read(String text) throws IOException {
    return TableFile.read(Files.writeString(folder.resolve("t.txt"), text));
  }
}
