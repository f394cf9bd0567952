package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's code that does what nobody should, and a heap that is small beside the results. */
class TroubleIT {
  @TempDir private static Path folder;
  private static Path jar;

  @BeforeAll
  static void compile() throws IOException {
    jar = UserJar.in(folder);
  }

  private static Child run(String kind, String... engine) {
    String[] job = {
      "sweep",
      "-p",
      "a=range:0:100:1",
      "--model",
      "lab.Tried",
      "--jars",
      jar.toString(),
      "--set",
      "kind=" + kind,
      "--slices",
      "10"
    };
    String[] all = java.util.Arrays.copyOf(job, job.length + engine.length);
    System.arraycopy(engine, 0, all, job.length, engine.length);
    return Child.parallax(List.of("-Xmx512m", "-Xss512k"), all);
  }

  private static String[] on(String engine, Path output) {
    return engine.equals("serial")
        ? new String[] {"--serial", "-o", output.toString()}
        : new String[] {"--master", engine, "-o", output.toString()};
  }

  @ParameterizedTest
  @CsvSource({"serial", "threads[2]", "local[2]"})
  void anExitFromWithinDoesNotPassForTheEnd(String engine) {
    Path output = folder.resolve("exit" + engine);
    try (Child run = run("exit", on(engine, output))) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      String line =
          "parallax: the process ended amid the job: your code called System.exit in slice 3,"
              + " item 37; (\\d+) of 100 items are done; to go on: parallax .*\n";
      assertTrue(run.err().matches(line), run.err());
      String done = run.err().replaceFirst("(?s)" + line, "$1");
      int kept = 10 * output.resolve("blocks").toFile().list().length;
      assertTrue(Integer.parseInt(done) <= kept, "another slice may have ended after the line");
      assertTrue(kept >= 10, "what was finished is kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serial", "threads[2]", "local[2]"})
  void memoryThatRunsOutEndsTheRunAndNamesTheItem(String engine) {
    Path output = folder.resolve("memory" + engine);
    try (Child run = run("memory", on(engine, output))) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(
          run.err().contains("slice 3, item 37 ran out of memory: Java heap space"), run.err());
      assertTrue(run.err().contains("0 of 100 items are done; to go on: "), run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serial", "threads[2]", "local[2]"})
  void anItemThatHeedsNoInterruptDoesNotKeepTheRunFromItsEnd(String engine) throws IOException {
    Path output = folder.resolve("spin" + engine);
    try (Child run = run("spin", with(on(engine, output), "--item-timeout", "500ms"))) {
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      String why =
          "took longer than 500 ms; it heeds no interrupt, and its thread was left running";
      assertEquals("parallax: item 37 failed: TimeoutException: " + why + "\n", run.err());
      assertEquals(
          "37,37.0,java.util.concurrent.TimeoutException,\"" + why + '"',
          Files.readAllLines(output.resolve("failures.csv")).get(1));
    }
  }

  private static String[] with(String[] line, String... more) {
    return Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "overflow, threads[2], StackOverflowError",
    "overflow, local[2], StackOverflowError",
    "odd, threads[2], Odd",
    "odd, local[2], Odd"
  })
  void whatElseIsThrownIsAFailedItem(String kind, String engine, String failure) {
    try (Child run = run(kind, "--master", engine)) {
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertTrue(run.err().startsWith("parallax: item 37 failed: " + failure), run.err());
      assertTrue(run.out().contains("failed: 1 of 100 items"), run.out());
      assertTrue(run.out().contains("item 37: " + failure), run.out());
    }
  }

  @Test
  void aHeapThatIsTooSmallForSparkIsSaidInALine() {
    String[] job = {"map", "--array", "range:0:9", "--function", "is-prime"};
    try (Child run = Child.parallax(List.of("-Xmx300m"), job)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains(" on threads["), "it needs no Spark: " + run.out());
    }
    String[] spark = with(job, "--master", "local[*]");
    try (Child run = Child.parallax(List.of("-Xmx300m"), spark)) {
      assertEquals(ExitStatus.WRONG_INPUT, run.status());
      assertTrue(run.err().startsWith("parallax: Spark needs 450 MB, and Java has "), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  /** Without the launcher, which does not begin then. */
  @Test
  void aLimitToOpenFilesThatIsReachedIsNamed() {
    String job = "dev.parallax.cli.Main map --array range:0:9 --function is-prime --serial";
    String line = "ulimit -n 100; exec '" + Child.JAVA + "' -cp '" + Child.JAR + "' " + job;
    try (Child run = Child.start(Map.of(), List.of("sh", "-c", line))) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      assertTrue(
          run.err().startsWith("parallax: this process may open no more files; ulimit -n "),
          run.err());
    }
  }

  /** Four million points' responses are 64 MB: all at once they would not fit. */
  @Test
  void aSweepWithItsTableFitsIntoASmallHeap() throws IOException {
    Path output = folder.resolve("large");
    String[] job = {
      "sweep",
      "-p",
      "frequency=linspace:0:2:4000",
      "-p",
      "damping=linspace:0.01:1:1000",
      "--model",
      "driven-oscillator",
      "--serial",
      "--format",
      "csv",
      "-o",
      output.toString()
    };
    try (Child run = Child.parallax(List.of("-Xmx64m"), job)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("4000000 points"), run.out());
    }
    try (Stream<String> lines = Files.lines(output.resolve("table.csv"))) {
      assertEquals(4_000_001, lines.count());
    }
  }
}
