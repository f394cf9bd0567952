package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sweeps and maps say of single items, and how items are dealt with. */
class ItemOptionsTest {
  private static final String ROOTS = "map --array range:-3:4 --expression sqrt(element) ";

  @TempDir private Path folder;

  private CommandRun run(String line) {
    return CommandRun.of(line.replace("DIR", folder.toString()));
  }

  private List<String> column(String file, int column) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .skip(1)
        .map(row -> row.split(",", -1)[column])
        .toList();
  }

  @Test
  void whatIsNotANumberIsCountedAndNoFailure() throws IOException {
    CommandRun run = run(ROOTS + "--serial --format csv -o DIR/run");
    assertEquals(Main.DONE, run.status(), run.err());
    assertTrue(run.out().contains(", 3 undefined"), run.out());
    assertEquals(List.of("nan", "nan", "nan", "ok", "ok", "ok", "ok"), column("run/table.csv", 3));
    assertEquals("NaN", column("run/table.csv", 2).get(0));
    assertTrue(column("run/table.csv", 4).stream().allMatch(s -> Double.parseDouble(s) >= 0));
    assertTrue(run(ROOTS + "--serial --json").out().contains("\"failed\":0"));
    assertTrue(run(ROOTS + "--serial --json").out().contains("\"nan\":3"));
  }

  @Test
  void whatIsNotANumberFailsIfThatIsWanted() throws IOException {
    String line = ROOTS + "--nan-fails ";
    CommandRun run = run(line + "--serial --format csv -o DIR/run");
    assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("failed: 3 of 7 items"), run.out());
    assertEquals("failed", column("run/table.csv", 3).get(2));
    assertEquals("", column("run/table.csv", 2).get(2));
    assertEquals(
        "0,-3,java.lang.ArithmeticException,response 'value' is NaN",
        Files.readAllLines(folder.resolve("run/failures.csv")).get(1));
    for (String how : List.of("--master local[1]", "--master local[2] --slices 5")) {
      assertEquals(run.digest(), run(line + how).digest(), how);
    }
    assertFalse(run.digest().equals(run(ROOTS + "--serial").digest()));
    CommandRun other = run(ROOTS + "--serial --resume -o DIR/run");
    assertEquals(Main.WRONG_INPUT, other.status());
    assertTrue(other.err().contains("--nan-fails"), other.err());
  }

  @Test
  void aPointThatIsNotANumberFailsByTheNameOfTheResponse() {
    CommandRun run =
        run(
            "sweep -p x=-1,0,1 --expression one=x --expression root=sqrt(x) --nan-fails --fail-fast --serial");
    assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
    assertTrue(
        run.err()
            .startsWith("parallax: item 0 failed: ArithmeticException: response 'root' is NaN"),
        run.err());
  }
}
