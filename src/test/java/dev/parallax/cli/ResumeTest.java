package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run goes on: after a stop, after failures, with more items; and when it does not. */
class ResumeTest {
  private static final String SWEEP =
      "sweep -p a=range:0:100:1 --model " + Moody.class.getName() + " --slices 10 --serial";

  @TempDir private Path folder;

  /** Fails at the points of a set that the test changes; remembers what it is asked. */
  public static final class Moody implements Model {
    private static final long serialVersionUID = 1L;
    static final Set<Double> BAD = Collections.synchronizedSet(new TreeSet<>());
    static final List<Double> ASKED = Collections.synchronizedList(new ArrayList<>());
    static volatile double added;

    @Override
    public List<String> parameters() {
      return List.of("a");
    }

    @Override
    public List<String> responses() {
      return List.of("y");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) throws Exception {
      ASKED.add(parameters[0]);
      if (BAD.contains(parameters[0])) {
        throw new IllegalStateException("not today");
      }
      if (parameters[0] == -1) {
        Thread.sleep(3_600_000);
      }
      return new double[] {parameters[0] + random.nextDouble() + added};
    }
  }

  @AfterEach
  void forget() {
    Moody.BAD.clear();
    Moody.ASKED.clear();
    Moody.added = 0;
  }

  private CommandRun run(String line) {
    return CommandRun.of(line.replace("DIR", folder.toString()));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** A table without the seconds that its items took. */
  private String untimed(String file) throws IOException {
    return text(file).replaceAll("(?m)^(\\d.*),[^,]+$", "$1");
  }

  /** Stops a run at point 37, in the fourth of ten slices. */
  private CommandRun stopped(String name) {
    Moody.BAD.add(37.0);
    CommandRun stopped = run(SWEEP + " --fail-fast -o DIR/" + name);
    Moody.BAD.clear();
    Moody.ASKED.clear();
    return stopped;
  }

  @Test
  void aRunThatWasStoppedGoesOnAndLeavesWhatAnUndisturbedOneDoes() throws IOException {
    CommandRun whole = run(SWEEP + " --json -o DIR/whole");
    CommandRun stopped = stopped("stopped");
    assertEquals(ExitStatus.FAILED_ITEMS, stopped.status(), stopped.err());
    String typed = SWEEP.replace(Moody.class.getName(), "'" + Moody.class.getName() + "'");
    String again = "parallax " + typed + " --fail-fast -o " + folder + "/stopped --resume";
    assertEquals(
        "parallax: item 37 failed: IllegalStateException: not today\n"
            + "parallax: stopped as 1 item failed; 38 of 100 items are done; to go on: "
            + again
            + "\n",
        stopped.err());
    CommandRun without = run(SWEEP + " --fail-fast -o DIR/stopped");
    assertEquals(ExitStatus.WRONG_INPUT, without.status());
    assertEquals(
        "parallax: output folder '"
            + folder
            + "/stopped' has an unfinished run; to go on with it: "
            + again
            + "\n",
        without.err());
    // Another slice count, and the item that failed with the rest.
    CommandRun rest =
        run(SWEEP.replace("10 ", "3 ") + " --resume --retry-failed --json -o DIR/stopped");
    assertEquals(ExitStatus.DONE, rest.status(), rest.err());
    assertEquals(whole.digest(), rest.digest());
    assertEquals(63, Moody.ASKED.size(), "38 were done, one of which had failed");
    assertEquals(untimed("whole/table.ecsv"), untimed("stopped/table.ecsv"));
    assertFalse(Files.exists(folder.resolve("stopped/blocks")));
  }

  @Test
  void blocksThatAreDamagedOrGoneAreComputedAgain() throws IOException {
    String digest = run(SWEEP + " --json").digest();
    stopped("run");
    Path blocks = folder.resolve("run/blocks");
    Path cut = blocks.resolve("0-10.block");
    Path flipped = blocks.resolve("10-10.block");
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    bytes = Files.readAllBytes(flipped);
    bytes[bytes.length / 2] ^= 16;
    Files.write(flipped, bytes);
    Files.delete(blocks.resolve("20-10.block"));
    Files.write(blocks.resolve("40-10.block.part"), new byte[9]);
    CommandRun rest = run(SWEEP + " --resume --retry-failed --json -o DIR/run");
    assertEquals(digest, rest.digest());
    assertEquals(
        "parallax: "
            + cut
            + " is damaged; its items are computed again\nparallax: "
            + flipped
            + " is damaged; its items are computed again\n",
        rest.err());
    assertEquals(93, Moody.ASKED.size(), "only 30 to 36 were kept");
  }

  @Test
  void onlyFailedItemsOfAFinishedRunAreTriedAgain() throws IOException {
    String digest = run(SWEEP + " --json").digest();
    Moody.BAD.addAll(Set.of(3.0, 50.0, 51.0, 99.0));
    CommandRun first = run(SWEEP + " -o DIR/run");
    assertEquals(ExitStatus.FAILED_ITEMS, first.status());
    Moody.BAD.removeAll(Set.of(3.0, 50.0, 99.0));
    Moody.ASKED.clear();
    CommandRun second = run(SWEEP + " --retry-failed -o DIR/run");
    assertEquals(ExitStatus.FAILED_ITEMS, second.status(), second.err());
    assertEquals(List.of(3.0, 50.0, 51.0, 99.0), List.copyOf(Moody.ASKED));
    assertEquals(2, text("run/failures.csv").lines().count());
    Moody.BAD.clear();
    CommandRun third = run(SWEEP + " --retry-failed --json -o DIR/run");
    assertEquals(ExitStatus.DONE, third.status(), third.err());
    assertEquals(digest, third.digest());
    assertFalse(Files.exists(folder.resolve("run/failures.csv")));
    Moody.ASKED.clear();
    assertEquals(digest, run(SWEEP + " --retry-failed --json -o DIR/run").digest());
    assertEquals(digest, run(SWEEP + " --resume --json -o DIR/run").digest());
    assertEquals(List.of(), List.copyOf(Moody.ASKED), "there is nothing left to do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "stopped"})
  void aBootstrapIsMadeLongerWithoutComputingAnythingTwice(String state) throws IOException {
    Path nine = folder.resolve("nine.job"); // whose number is overridden
    Files.writeString(nine, "--column velocity --statistic mean --serial --resamples 9");
    String line = "bootstrap jobs/data/hubble.ecsv @" + nine + " --resamples ";
    String whole = run(line + "5000 --json --slices 7").digest();
    assertEquals(ExitStatus.DONE, run(line + "3000 --slices 4 -o DIR/run").status());
    if (state.equals("stopped")) {
      Files.move(folder.resolve("run/journal"), folder.resolve("run/blocks"));
    } else {
      CommandRun without = run(line + "5000 -o DIR/run");
      assertEquals(ExitStatus.WRONG_INPUT, without.status());
      assertTrue(without.err().contains("has the first part of this run; to compute the rest: "));
    }
    CommandRun more = run(line + "5000 --level 0.9 --slices 4 --resume -o DIR/run");
    assertEquals(ExitStatus.DONE, more.status(), more.err());
    assertEquals(whole, more.digest());
    assertTrue(more.out().contains("going on: 3000 of 5000 items were done before"), more.out());
    assertTrue(text("run/run.job").contains("--resamples 5000"));
    assertEquals(
        5000,
        Files.readAllLines(folder.resolve("run/table.ecsv")).stream()
            .filter(row -> row.matches("\\d.*"))
            .count());
    CommandRun less = run(line + "3000 --resume -o DIR/run");
    assertEquals(ExitStatus.WRONG_INPUT, less.status());
    assertTrue(
        less.err().contains("another run: --resamples 5000 there, --resamples 3000 here"),
        less.err());
  }

  @Test
  void anotherFormatTakesTheTablesPlace() throws IOException {
    run(SWEEP + " -o DIR/run");
    assertEquals(ExitStatus.DONE, run(SWEEP + " --resume --format csv -o DIR/run").status());
    assertFalse(Files.exists(folder.resolve("run/table.ecsv")));
    assertEquals(101, text("run/table.csv").lines().count());
  }

  @Test
  void withAnotherTableItIsAnotherRun() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "x\n1\n2\n5\n");
    String line =
        "bootstrap DIR/t.csv --column x --statistic mean --serial --resamples 50 -o DIR/run";
    assertEquals(ExitStatus.DONE, run(line).status());
    Files.writeString(table, "x\n1\n2\n6\n");
    for (String more : new String[] {"", " --resume", " --retry-failed"}) {
      CommandRun other = run(line + more);
      assertEquals(ExitStatus.WRONG_INPUT, other.status());
      assertEquals(
          "parallax: output folder '"
              + folder
              + "/run' has another run: "
              + table
              + " has changed since; name a new folder\n",
          other.err());
    }
  }

  @Test
  void withAnotherVersionOrOtherCodeItIsAnotherRun() throws IOException {
    run(SWEEP + " -o DIR/run");
    Path job = folder.resolve("run/run.job");
    String text = Files.readString(job);
    assertTrue(text.contains("# code of " + Moody.class.getName() + ", SHA-256 "), text);
    Files.writeString(job, text.replaceAll("SHA-256 .", "SHA-256 x"));
    assertTrue(
        run(SWEEP + " --resume -o DIR/run")
            .err()
            .contains("another run: the code of " + Moody.class.getName() + " has changed since;"));
    Files.writeString(job, text.replaceAll("parallax [\\d.]+;", "parallax 0.0.9;"));
    CommandRun other = run(SWEEP + " --resume -o DIR/run");
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(
        other.err().contains("parallax 0.0.9 there, parallax " + RootCommand.VERSION + " here"),
        other.err());
  }

  @Test
  void whatIsNotThereCannotGoOn() throws IOException {
    assertTrue(
        run(SWEEP + " --retry-failed -o DIR/new").err().contains("has no run whose failed items"));
    assertEquals(ExitStatus.DONE, run(SWEEP + " --resume -o DIR/run").status(), "there it begins");
    try (Stream<Path> files = Files.list(folder.resolve("run/journal"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder.resolve("run/journal"));
    assertTrue(
        run(SWEEP + " --resume -o DIR/run").err().contains("a finished run without its journal"));
  }

  @Test
  void anItemThatTakesTooLongFailsAndTheRunGoesOn() throws IOException {
    String line = "sweep -p a=0,-1,2 --model " + Moody.class.getName() + " --item-timeout 200ms";
    for (String engine : new String[] {" --serial", " --master threads[2]", " --master local[2]"}) {
      CommandRun run = run(line + engine + " --format csv -o DIR/run" + engine.length());
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertEquals(
          "item,a,exception,message\n"
              + "1,-1.0,java.util.concurrent.TimeoutException,took longer than 200 ms\n",
          text("run" + engine.length() + "/failures.csv"));
      String row = text("run" + engine.length() + "/table.csv").lines().toList().get(2);
      assertTrue(row.matches("1,-1\\.0,,failed,0\\.\\d+"), row);
    }
  }

  @Test
  void manyFailuresStopTheRun() {
    Moody.BAD.addAll(Set.of(1.0, 2.0, 3.0, 50.0));
    CommandRun run = run(SWEEP + " --max-failures 2 -o DIR/run");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    assertTrue(run.err().contains("stopped as 3 items failed; 4 of 100 items are done"), run.err());
    run = run(SWEEP + " --max-failures 4 -o DIR/other");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    assertTrue(run.out().contains("failed: 4 of 100 items"), run.out());
    run = run(SWEEP + " --fail-fast");
    assertTrue(run.err().endsWith("1 item failed; nothing is kept without --output\n"), run.err());
  }

  @Test
  void itemsAreVerified() throws IOException {
    CommandRun same = run(SWEEP + " --verify 30 -o DIR/run");
    assertEquals(ExitStatus.DONE, same.status(), same.err());
    assertTrue(
        same.out().contains("verified   30 items computed again, the same bit for bit"),
        same.out());
    assertTrue(text("run/summary.json").contains("\"verified\" : 30"));
    Moody.added = 0.5;
    CommandRun other = run(SWEEP + " --resume --verify 100 -o DIR/run");
    assertEquals(ExitStatus.BROKEN, other.status());
    assertTrue(
        other
            .err()
            .matches(
                "(?s)parallax: item 0: y was [\\d.]+ on driver, and is now [\\d.]+, and 99 more differ"
                    + " of 100 items computed again; .*"),
        other.err());
    assertEquals(1, other.err().lines().count());
  }

  @Test
  void twoRunsInOneFolderAtATimeAreOneTooMany() throws IOException {
    Path held = Files.createDirectory(folder.resolve("run"));
    try (dev.parallax.report.RunFolder first = dev.parallax.report.RunFolder.open(held)) {
      CommandRun second = run(SWEEP + " -o DIR/run");
      assertEquals(ExitStatus.WRONG_INPUT, second.status());
      assertEquals(
          "parallax: another run is at work in output folder '" + held + "'\n", second.err());
      assertEquals(dev.parallax.report.RunFolder.State.NEW, first.state());
    }
    assertEquals(ExitStatus.DONE, run(SWEEP + " -o DIR/run").status());
  }
}
