package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ReadMe of the CDS beside the tables that it describes. */
class CdsReadMeTest {
  private static final String RULE = "-".repeat(80) + "\n";
  private static final String ROWS = "0101  12.50\n0202 -99.99\n0303  -9.75\n";

  @TempDir Path folder;

  @BeforeEach
  void describe() throws IOException {
    String top =
        "J/A+A/1/2      Two tables          (Nobody+, 2026)\n"
            + "=".repeat(80)
            + "\n"
            + "File Summary:\n"
            + RULE
            + " ReadMe 80 . This file\n"
            + RULE;
    Files.writeString(
        folder.resolve("ReadMe"),
        top
            + description("refs.dat", "   1- 80 A80 --- Text Text\n")
            + "\nNote (1): a note.\n"
            + description(
                "table1.dat, stars?.dat",
                "   1-  4 I4   ---  id  Number\n   6- 11 F6.2 mag  x   [-9/30]?=-99.99 V\n")
            + "\n(End)                  Nobody [CDS]   29-Nov-2026\n");
  }

  private static String description(String files, String columns) {
    return ("\nByte-by-byte Description of file: " + files + "\n" + RULE)
        + ("   Bytes Format Units Label Explanations\n" + RULE + columns + RULE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table1.dat", "TABLE1.DAT", "stars2.dat", "table1.dat.gz"})
  void readsTheFileBesideIt(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }
    Table table = TableFile.read(file);
    assertEquals(file + ": CDS, 3 rows, 2 columns", table.toString());
    assertArrayEquals(new double[] {12.5, Double.NaN, -9.75}, table.doubles("x"));
    assertArrayEquals(new double[] {101, 202, 303}, table.doubles("id"));
    assertEquals("mag", table.column("x").unit());
    assertEquals(List.of("columns as the file ReadMe beside it describes them"), table.notes());
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("stars10.dat"), ROWS);
    assertEquals(
        file + ": ASCII without a header, 3 rows, 2 columns", TableFile.read(file).toString());
  }

  @Test
  void refusesWhatIsNotDescribed() throws IOException {
    Path file = Files.writeString(folder.resolve("table1.dat"), ROWS + "0404   1.5 x\n");
    assertComplaint(
        file,
        "line 4 (row 4), column 'x': 'x' stands at place 12, outside the column's places 6 to 11");
    assertComplaint(
        folder.resolve("ReadMe"),
        "describes tables, and is none: name the file of one, refs.dat, table1.dat, stars?.dat");
  }

  @Test
  void namesTheReadMeThatIsBroken() throws IOException {
    Path readMe = folder.resolve("ReadMe");
    Files.writeString(readMe, Files.readString(readMe).replace("F6.2", "X6.2"));
    Path file = Files.writeString(folder.resolve("table1.dat"), ROWS);
    assertComplaint(file, readMe + ": line 22 has the unknown format 'X6.2'");
  }

  private static void assertComplaint(Path file, String complaint) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(file));
    assertEquals(file + ": " + complaint, e.getMessage());
  }
}
