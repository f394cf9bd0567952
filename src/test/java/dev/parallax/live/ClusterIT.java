package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line on a real standalone cluster gives what {@code --serial} gives. */
@ExtendWith(Lab.Extension.class)
class ClusterIT {
  private static final String UNDISTURBED = "\"retried_slices\":0,\"lost_executors\":0}";

  /** All that it says but for what Java itself says. */
  /** What it said besides what Java says by itself and the line about the first failed item. */
  private static String said(Child run) {
    return run.err()
        .replaceFirst("WARNING: Using incubator modules.*\\R", "")
        .replaceFirst("parallax: item \\d+ failed: .*\\R", "");
  }

  private static void undisturbedOnExecutors(Child run, Lab lab) {
    assertEquals("", said(run));
    assertTrue(run.out().contains("\"master\":\"" + lab.cluster().url()), run.out());
    assertTrue(run.out().contains(UNDISTURBED), run.out());
    assertFalse(run.out().contains("\"where\":\"driver\""), run.out());
    assertTrue(
        run.out().matches("(?s).*\"where\":\"executor \\d+ on 127\\.0\\.0\\.[12]\".*"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@jobs/primes.job",
        "@jobs/grid.job --set draws=1000",
        "@jobs/hubble.job --resamples 20000"
      })
  void aJobFileThroughSparkSubmit(String line, Lab lab) {
    String[] job = line.split(" ");
    try (Child run = lab.cluster().submit(Lab.with(job, "--json"))) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      undisturbedOnExecutors(run, lab);
    }
  }

  @Test
  void aSweepWhoseFailingItemIsTriedOnceAndWhoseEventsAreLogged(Lab lab) throws IOException {
    Path marks = lab.emptyFolder();
    Path events = lab.emptyFolder().resolve("new");
    Path output = lab.emptyFolder().resolve("new");
    String[] job = {
      "sweep", "-p", "a=range:0:400:1", "--model", "lab.Faulty", "--set", "kind=throw"
    };
    String[] more = {"--set", "marks=" + marks, "--slices", "6", "--json", "-o", output.toString()};
    String[] all = Lab.with(Lab.with(job, more), "--event-log", events.toString());
    try (Child run = lab.run(List.of(), all)) {
      assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      undisturbedOnExecutors(run, lab);
    }
    assertEquals(1, marks.toFile().list().length, "an item's own exception is not retried");
    String failures = Files.readString(output.resolve("failures.csv"));
    assertTrue(failures.contains("37 on purpose"), failures);
    EventLog log = EventLog.in(events);
    assertEquals(6, log.count("SparkListenerTaskEnd"));
    assertEquals(1, log.count("SparkListenerApplicationEnd"));
    assertFalse(log.text().contains(lab.cluster().secret()), "the secret is not in the log");
  }

  /** YARN's application master, for one, takes an exit for a failure, and tries again. */
  @ParameterizedTest
  @CsvSource({
    "is-prime, true, SUCCEEDED",
    "lab.Picky, true, FAILED: Parallax ended with status 3; its standard error says why",
    "is-prime, false, SUCCEEDED",
  })
  void whoeverCallsMainThroughSparkSubmitSeesItReturn(
      String function, boolean onCluster, String end, Lab lab) {
    List<String> options =
        List.of(
            "--driver-class-path",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            "--class",
            Application.class.getName(),
            "--conf",
            "spark.test.onCluster=" + onCluster);
    String[] job = {"map", "--array", "range:0:20000", "--function", function};
    try (Child run = lab.cluster().submit(options, Lab.with(job, "--json", "--jar", lab.jar()))) {
      assertEquals(0, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      assertTrue(run.out().endsWith("\n" + end + ", Spark has stopped\n"), run.out());
    }
  }

  @Test
  void aMapWithAFailingItemThroughSparkSubmit(Lab lab) {
    String[] job = {"map", "--array", "range:0:20000", "--function", "lab.Picky"};
    String[] all = Lab.with(job, "--json", "--slices", "5", "--jar", lab.jar());
    try (Child run = lab.cluster().submit(all)) {
      assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      assertTrue(run.out().contains("\"failed\":1,"), run.out());
      undisturbedOnExecutors(run, lab);
    }
  }

  /** A class here, a formula there, and a script that travels to the executors. */
  @Test
  void aModelIsTheSameWhateverItIsWrittenIn(Lab lab) throws IOException {
    Path script = lab.emptyFolder().resolve("cubic.awk");
    Files.writeString(script, "{ printf \"%.17g\\n\", $1 * $1 * $1 / 3 - $1 }\n");
    String[] grid = {"sweep", "-p", "x=linspace:-2:2:401", "--slices", "4", "--json"};
    String[][] ways = {
      {"--expression", "x * x * x / 3 - x"},
      {"--command", "awk -f cubic.awk", "--file", script.toString()}
    };
    String digest = lab.serially(Lab.with(grid, "--model", "lab.Cubic"));
    List<Child> runs = Stream.of(ways).map(way -> lab.run(List.of(), Lab.with(grid, way))).toList();
    for (Child run : runs) {
      try (run) {
        assertEquals(Main.DONE, run.status(), run.err());
        assertEquals(digest, run.digest());
        undisturbedOnExecutors(run, lab);
      }
    }
  }

  @Test
  void aBootstrapWithFailingItems(Lab lab) {
    String[] job = {
      "bootstrap", "jobs/data/hubble.ecsv", "--column", "velocity", "--statistic", "lab.Fussy"
    };
    try (Child run = lab.run(List.of(), Lab.with(job, "--json", "--slices", "7"))) {
      assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      assertFalse(run.out().contains("\"failed\":0,"), run.out());
      undisturbedOnExecutors(run, lab);
    }
  }
}
