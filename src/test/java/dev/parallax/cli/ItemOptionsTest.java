package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sweeps and maps say of single items, and how items are treated. */
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
    assertEquals(ExitStatus.DONE, run.status(), run.err());
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
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
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
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(other.err().contains("--nan-fails"), other.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map --array random:0:1000:500 --function is-prime",
        "map --array range:-3:97 --expression sqrt(element)+uniform()",
        "map --array column:jobs/data/hubble.ecsv:velocity --function is-prime-by-division",
        "sweep -p x=linspace:-1:1:40 -p k=1,2,3 --model dev.parallax.cli.UserClasses$Ripple",
        "sweep --points jobs/data/hubble.ecsv --expression y=distance*velocity+normal()",
      })
  void itemsScatteredCyclicallyHaveTheSameResults(String job) throws IOException {
    String block = run(job + " --serial").digest();
    for (String how :
        List.of("--serial", "--serial --slices 2", "--serial --slices 7", "--master local[2]")) {
      CommandRun run = run(job + " --scatter cyclic --verify 5 " + how);
      assertEquals("", run.err());
      assertEquals(block, run.digest(), how);
    }
    run(job + " --serial --slices 3 --format csv -o DIR/block");
    run(job + " --serial --slices 3 --scatter cyclic --format csv -o DIR/cyclic");
    for (int column = 0; column < 4; column++) {
      assertEquals(column("block/table.csv", column), column("cyclic/table.csv", column));
    }
  }

  @Test
  void aDealIsTheSameOnAnyNumberOfCores() {
    String job = "sweep -p x=linspace:-1:1:40 -p k=1,2 --model dev.parallax.cli.UserClasses$Ripple";
    String serial = run(job + " --serial").digest();
    for (String how : List.of("threads[3]", "local[2] --slices 5", "local[5] --slices 7")) {
      assertEquals(serial, run(job + " --scatter cyclic --master " + how).digest(), how);
    }
  }

  @Test
  void theSlicesShowTheDealAndScatterMayChangeOnTheWay() {
    String job = "map --array range:0:10 --function is-prime --serial ";
    CommandRun run = run(job + "--slices 3 --scatter cyclic -o DIR/run");
    assertTrue(run.out().contains("driver  0 ... 9\n"), run.out());
    assertTrue(run.out().contains("driver  1 ... 7\n"), run.out());
    assertTrue(run.out().contains("driver  2 ... 8\n"), run.out());
    CommandRun again = run(job + "--resume -o DIR/run");
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals(run.digest(), again.digest());
    assertTrue(again.out().contains("3 slices done before, by an earlier run\n"), again.out());
  }

  @Test
  void aWrongScatterIsNamed() {
    String job = "map --array range:0:10 --function is-prime --serial --scatter ";
    assertEquals(
        "parallax: no scatter 'cylic'; did you mean 'cyclic'?\n", run(job + "cylic").err());
    assertEquals(
        "parallax: --slices must be at most 4096 with --scatter cyclic, not 5000\n",
        run(job + "cyclic --slices 5000").err());
  }

  @Test
  void aPointThatIsNotANumberFailsByTheNameOfTheResponse() {
    CommandRun run =
        run(
            "sweep -p x=-1,0,1 --expression one=x --expression root=sqrt(x) --nan-fails --fail-fast --serial");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(
        run.err()
            .startsWith("parallax: item 0 failed: ArithmeticException: response 'root' is NaN"),
        run.err());
  }
}
