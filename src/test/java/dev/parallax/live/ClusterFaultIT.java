package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What breaks a cluster's machines and processes in mid-job does not reach the results. */
@ExtendWith(Lab.Extension.class)
class ClusterFaultIT {
  private static final Pattern INCIDENTS =
      Pattern.compile("\"retried_slices\":(\\d+),\"lost_executors\":(\\d+)");

  private static String[] job(String kind, String... more) {
    String[] job = {"sweep", "-p", "a=range:0:400:1", "--model", "lab.Faulty"};
    return Lab.with(Lab.with(job, "--set", "kind=" + kind), more);
  }

  private static void assertIncidents(int leastRetried, int lost, Child run) {
    Matcher found = INCIDENTS.matcher(run.out());
    assertTrue(found.find(), run.out());
    assertTrue(Integer.parseInt(found.group(1)) >= leastRetried, run.out());
    assertEquals(lost, Integer.parseInt(found.group(2)), run.out());
  }

  private static int blocks(Path output) {
    String[] names = output.resolve("blocks").toFile().list((d, name) -> name.endsWith(".block"));
    return names == null ? 0 : names.length;
  }

  /** The next test finds the cluster as this one did. */
  @AfterEach
  void workersAreBack(Lab lab) {
    lab.cluster().awaitWorkers();
  }

  @Test
  void anExecutorKilledInMidJob(Lab lab) {
    Path output = lab.emptyFolder().resolve("killed");
    String[] slow = {"--set", "pause=20", "--slices", "40", "--json", "-o", output.toString()};
    try (Child run = lab.run(List.of(), job("throw", slow))) {
      run.await(() -> blocks(output) >= 2);
      lab.cluster().executors().get(0).destroyForcibly();
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job("throw")), run.digest());
      assertEquals(
          "parallax: item 37 failed: IllegalArgumentException: 37 on purpose\n", run.err());
      assertIncidents(1, 1, run);
      assertTrue(Files.notExists(output.resolve("blocks")));
    }
  }

  @Test
  void aWorkerKilledInMidJob(Lab lab) {
    Path output = lab.emptyFolder().resolve("killed");
    String[] slow = {"--set", "pause=20", "--slices", "40", "-o", output.toString()};
    try (Child run = lab.run(List.of(), job("none", slow))) {
      run.await(() -> blocks(output) >= 2);
      lab.cluster().killWorker();
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("digest " + lab.serially(job("none"))), run.out());
      assertEquals("", run.err());
      assertTrue(run.out().matches("(?s).*\n  1 executor lost, \\d slices? tried again.*"));
    }
  }

  @Test
  void aSliceThatTakesItsExecutorAlongTwice(Lab lab) {
    String marks = "marks=" + lab.emptyFolder();
    String[] all = job("halt twice", "--set", marks, "--slices", "8", "--json");
    try (Child run = lab.runOnOne(all)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(lab.serially(job("none")), run.digest());
      assertEquals("", run.err());
      assertIncidents(2, 2, run);
    }
  }

  /** The first attempt never ends by itself: without a copy elsewhere this would not either. */
  @Test
  void aStragglerIsOvertakenByItsCopyOnAnotherHost(Lab lab) {
    Path marks = lab.emptyFolder();
    String[] all = job("straggle", "--set", "marks=" + marks, "--slices", "8", "--json");
    List<String> speculation =
        List.of(
            "spark.speculation true",
            "spark.speculation.interval 100ms",
            "spark.speculation.quantile 0.5",
            "spark.speculation.minTaskRuntime 500ms");
    try (Child run = lab.run(speculation, all)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(Files.exists(marks.resolve("straggler")));
      assertEquals(lab.serially(job("none")), run.digest());
      assertEquals("", run.err());
      assertIncidents(0, 0, run);
    }
  }

  @Test
  void codeThatEndsEachExecutorEndsTheRunAndNamesTheSlice(Lab lab) {
    Path output = lab.emptyFolder().resolve("exit");
    String[] all = job("exit", "--slices", "10", "--quiet", "-o", output.toString());
    try (Child run = lab.run(List.of("spark.executor.cores 1"), all)) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      String slice = "slice 0 (items 0 to 39) failed 4 times, last on 127.0.0.";
      assertTrue(run.err().contains(slice), run.err());
      assertTrue(run.err().contains("Command exited with code 3"), run.err());
      int kept = blocks(output); // how many finish while one fails four times is up to the clock
      assertTrue(kept > 0);
      assertTrue(run.err().contains("; " + 40 * kept + " of 400 items are done"), run.err());
    }
  }

  @Test
  void memoryThatRunsOutEndsTheRunAndNamesTheItem(Lab lab) {
    try (Child run = lab.runOnOne(job("memory", "--slices", "10", "--quiet"))) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("slice 0 (items 0 to 39) failed 4 times"), run.err());
      assertTrue(run.err().contains("item 37 ran out of memory: Java heap space"), run.err());
      assertFalse(run.err().contains("\tat "), run.err());
    }
  }
}
