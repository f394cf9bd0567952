package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource({"serial", "spark"})
  void anExitFromWithinDoesNotPassForTheEnd(String engine) {
    try (Child run = engine.equals("serial") ? run("exit", "--serial") : run("exit")) {
      assertEquals(Main.BROKEN, run.status(), run.err());
      assertEquals(
          "parallax: the process ended amid the job: your code called System.exit\n", run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serial", "spark"})
  void memoryThatRunsOutEndsTheRunAndNamesTheItem(String engine) {
    try (Child run = engine.equals("serial") ? run("memory", "--serial") : run("memory")) {
      assertEquals(Main.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("item 37 ran out of memory: Java heap space"), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"overflow, StackOverflowError", "odd, Odd"})
  void whatElseIsThrownIsAFailedItem(String kind, String failure) {
    try (Child run = run(kind)) {
      assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
      assertEquals("", run.err());
      assertTrue(run.out().contains("failed: 1 of 100 items"), run.out());
      assertTrue(run.out().contains("item 37: " + failure), run.out());
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
      assertEquals(Main.DONE, run.status(), run.err());
      assertTrue(run.out().contains("4000000 points"), run.out());
    }
    try (java.util.stream.Stream<String> lines = Files.lines(output.resolve("table.csv"))) {
      assertEquals(4_000_001, lines.count());
    }
  }
}
