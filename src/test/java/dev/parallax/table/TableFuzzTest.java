package dev.parallax.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.fuzz.Fuzzing;
import dev.parallax.fuzz.Fuzzing.Seed;
import dev.parallax.table.condition.Condition;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of every form of table; see {@link Fuzzing}. */
class TableFuzzTest {
  private static final String READ_ME =
      "Byte-by-byte Description of file: t.dat t?.dat *.txt\n"
          + "-".repeat(30)
          + "\n   Bytes Format Units   Label   Explanations\n"
          + "-".repeat(30)
          + "\n   1-  3 I3     ---     n       ?=-9 The number\n   5-  9 F5.1   mag     m       [1/9]?"
          + " Light\n                               of it\n"
          + "-".repeat(30)
          + "\n";
  private static final String ROWS = "  1   1.5\n -9   2.5\n  3\n";

  @TempDir private Path folder;

  @Test
  void noFileBreaksTheReaders() throws Exception {
    new Fuzzing("tables", TableSeeds.of(folder), TableSeeds.words(), folder)
        .run(10_000, 0.7, TableFuzzTest::read);
  }

  /** A mutated description of sound rows, or mutated rows with a sound description. */
  @Test
  void noReadMeBreaksTheReader() throws Exception {
    List<Seed> seeds =
        List.of(
            new Seed("ReadMe", READ_ME.getBytes(ISO_8859_1)),
            new Seed("t.dat", ROWS.getBytes(ISO_8859_1)));
    new Fuzzing("cds", seeds, TableSeeds.words(), folder)
        .run(
            1_500,
            0.05,
            (file, bytes, random) -> {
              boolean described = file.endsWith("ReadMe");
              Path rows = folder.resolve("t.dat");
              Files.writeString(
                  described ? rows : folder.resolve("ReadMe"), described ? ROWS : READ_ME);
              readReadMe(described ? rows : file, folder.resolve("ReadMe"), file, random);
            });
  }

  private static void readReadMe(Path rows, Path readMe, Path mutated, SplittableRandom random)
      throws IOException {
    try {
      read(rows, Files.readAllBytes(rows), random);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      assertTrue(message.startsWith(rows + ": "), message);
      String rest =
          message.substring((rows + ": ").length()).replaceFirst("^\\Q" + readMe + "\\E: ", "");
      throw new IllegalArgumentException(mutated + ": " + rest, e);
    }
  }

  @Test
  void noConditionBreaksItsParser() throws Exception {
    List<Seed> seeds =
        List.of(
            new Seed("c", "a > 1 and not (b <= 2.5e3 or c = 'x y')".getBytes(ISO_8859_1)),
            new Seed("c", "name != \"x\" and 1 < a".getBytes(ISO_8859_1)));
    List<String> words =
        List.of("and", "or", "not", "(", ")", "=", "<=", "'", "\"", "a", "1e999", "missing", "in");
    new Fuzzing("conditions", seeds, words, folder)
        .run(
            2_000,
            0.05,
            (file, bytes, random) -> {
              try {
                assertTrue(!Condition.parse(new String(bytes, ISO_8859_1)).toString().isEmpty());
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + shortened(e.getMessage()), e);
              }
            });
  }

  /** The command line shows what a condition says in one line of bounded length. */
  private static String shortened(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }

  /** Reads a file twice, with all its cells. */
  private static void read(Path file, byte[] bytes, SplittableRandom random) {
    Wanted wanted = random.nextInt(8) == 0 ? Wanted.numbers(List.of("1")) : Wanted.everything();
    Dialect dialect = dialect(random);
    List<Object> first = cells(file, wanted, dialect);
    if (random.nextInt(4) == 0) {
      assertEquals(first, cells(file, wanted, dialect), "it is read in two ways");
    }
  }

  private static Dialect dialect(SplittableRandom random) {
    return switch (random.nextInt(24)) {
      case 0 -> Dialect.GUESSED.withDecimalComma();
      case 1 -> Dialect.GUESSED.withHeader("yes");
      default -> Dialect.GUESSED;
    };
  }

  private static List<Object> cells(Path file, Wanted wanted, Dialect dialect) {
    Table table = TableFile.read(file, wanted, dialect);
    assertTrue(table.rows() > 0, "no rows");
    assertTrue(table.toString().startsWith(file.toString()), table::toString);
    List<Object> cells = new ArrayList<>(List.of(table.rows(), table.columns(), table.notes()));
    for (int i = 0; i < table.columns().size(); i++) {
      cells.addAll(column(table, Integer.toString(i + 1)));
    }
    return cells;
  }

  /** The cells of a column; none if it was not read. */
  private static List<Object> column(Table table, String number) {
    if (table.names().contains(number)) { // the name of another one
      return List.of();
    }
    try {
      double[] numbers = table.doubles(number);
      assertEquals(table.rows(), numbers.length);
      List<Object> all = new ArrayList<>(table.texts(number));
      for (double value : numbers) {
        all.add(value);
      }
      return all;
    } catch (IllegalStateException e) {
      return List.of();
    } catch (IllegalArgumentException e) { // of words
      return new ArrayList<>(table.texts(number));
    }
  }
}
