package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that are given whole slices. */
class MapSliceTest {
  private static final String CLASSES = UserClasses.class.getName() + "$";
  private static final String HALVES = "map --array range:-40:61 --function " + CLASSES + "Halves ";

  @TempDir private Path folder;

  @Test
  void aSliceHasTheResultsOfItsElements() {
    String single = CommandRun.of(HALVES + "--serial").digest();
    for (String how :
        List.of(
            "--serial",
            "--serial --slices 7",
            "--serial --slices 101",
            "--serial --slices 4 --scatter cyclic",
            "--master local[1]",
            "--master threads[3] --slices 5",
            "--master local[2] --slices 5",
            "--master local[5] --scatter cyclic")) {
      CommandRun run = CommandRun.of(HALVES + "--map-slice --verify 9 " + how);
      assertEquals("", run.err(), how);
      assertEquals(single, run.digest(), how);
    }
  }

  @Test
  void loadedElementsAreNotChangedByWhatTheFunctionDoesToItsOwn() {
    String loaded =
        "map --array column:jobs/data/hubble.ecsv:velocity --seed 3 --function "
            + CLASSES
            + "Halves --serial ";
    String single = CommandRun.of(loaded).digest();
    CommandRun run = CommandRun.of(loaded + "--map-slice --slices 3 --verify 24");
    assertEquals("", run.err());
    assertEquals(single, run.digest());
  }

  @Test
  void aFunctionThatIsNotElementwiseIsFoundOut() {
    String line = "map --array range:0:100 --slices 4 --serial --function " + CLASSES + "Centred";
    assertEquals(ExitStatus.DONE, CommandRun.of(line).status());
    CommandRun verified = CommandRun.of(line + " --verify 3");
    assertEquals(ExitStatus.BROKEN, verified.status());
    assertTrue(verified.err().contains("value was"), verified.err());
  }

  @Test
  void everyItemOfASliceThatFailsIsAFailure() throws IOException {
    String line =
        "map --array range:0:15 --slices 3 --format csv --function " + CLASSES + "Careless";
    CommandRun run = CommandRun.of(line + " --serial -o " + folder.resolve("run"));
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("failed: 10 of 15 items"), run.out());
    List<String> failures = Files.readAllLines(folder.resolve("run/failures.csv"));
    assertEquals("4,4,java.lang.IllegalArgumentException,no zeros", failures.get(5));
    assertEquals(
        "5,5,java.lang.IllegalStateException,the function returned 3 values for 5 elements",
        failures.get(6));
    assertEquals(
        "item,element,value,status", Files.readAllLines(folder.resolve("run/table.csv")).get(0));
    CommandRun fast = CommandRun.of(line + " --serial --fail-fast -o " + folder.resolve("fast"));
    assertTrue(fast.err().contains("stopped as 1 item failed; 1 of 15 items"), fast.err());
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    String array = "map --array range:0:9 --serial --map-slice ";
    assertEquals(
        "parallax: function '"
            + CLASSES
            + "Square' takes one integer at a time; --map-slice wants an OfSlice\n",
        CommandRun.of(array + "--function " + CLASSES + "Square").err());
    assertEquals(
        "parallax: --map-slice goes with --function\n",
        CommandRun.of(array + "--expression element^2").err());
    assertEquals(
        "parallax: --item-timeout does not reach into a function of slices, such as '"
            + CLASSES
            + "Halves'\n",
        CommandRun.of(array + "--item-timeout 1s --function " + CLASSES + "Halves").err());
    CommandRun primes = CommandRun.of(array + "--function is-prime");
    assertEquals(ExitStatus.DONE, primes.status(), primes.err());
  }
}
