package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command line on a real standalone cluster gives what {@code --serial} gives. */
@ExtendWith(Lab.Extension.class)
class ClusterIT {
  private static final String UNDISTURBED = "\"retried_slices\":0,\"lost_executors\":0}";

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

  @Test
  void aJobFileThroughSparkSubmit(Lab lab) {
    String[] job = {"@jobs/grid.job", "--set", "draws=1000"};
    try (Child run = lab.cluster().submit(Lab.with(job, "--json"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
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
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      undisturbedOnExecutors(run, lab);
    }
    assertEquals(1, marks.toFile().list().length, "an item's own exception is not retried");
    String failures = Files.readString(output.resolve("failures.csv"));
    assertTrue(failures.contains("37 on purpose"), failures);
    EventLog log = EventLog.in(events);
    assertEquals(6, log.count("SparkListenerTaskEnd"));
    assertEquals(1, log.count("SparkListenerApplicationEnd"));
    String title = "sweep of lab.Faulty over a: 400 points, seed 1";
    assertTrue(log.text().contains("\"App Name\":\"" + title + "\""), "its name is the job's");
    assertTrue(log.text().contains("\"Stage Name\":\"" + title + "\""), "and the stage's");
    assertTrue(log.text().contains(title + ", 6 slices"), "and in the description of Spark's job");
    assertFalse(log.text().contains(lab.cluster().secret()), "the secret is not in the log");
  }

  /** YARN's application master, for one, takes an exit for a failure, and tries again. */
  @Test
  void whoeverCallsMainThroughSparkSubmitSeesItReturn(Lab lab) {
    String[] fine = {"@jobs/primes.job"};
    String[] failing = {"map", "--array", "range:0:20000", "--function", "lab.Picky"};
    String more = " --json --jar " + lab.jar();
    List<String> options =
        List.of(
            "--driver-class-path",
            Child.TEST_CLASSES.toString(),
            "--class",
            Application.class.getName(),
            "--conf",
            "spark.cores.max=1");
    String[] calls = {
      "client " + String.join(" ", fine) + more,
      "cluster " + String.join(" ", fine) + more,
      "cluster " + String.join(" ", failing) + more
    };
    try (Child run = lab.cluster().submit(options, calls)) {
      assertEquals(0, run.status(), run.err());
      List<String> said = run.out().lines().toList();
      assertEquals(6, said.size(), run.out());
      String end = "SUCCEEDED, Spark has stopped";
      for (int call = 0; call < 2; call++) {
        assertEquals(lab.serially(fine), Child.digest(said.get(2 * call)));
        assertEquals(end, said.get(2 * call + 1));
      }
      assertEquals(lab.serially(failing), Child.digest(said.get(4)));
      assertEquals(
          "FAILED: Parallax ended with status 3; its standard error says why, Spark has stopped",
          said.get(5));
    }
  }

  @Test
  void aMapWithAFailingItemThroughSparkSubmit(Lab lab) {
    String[] job = {"map", "--array", "range:0:20000", "--function", "lab.Picky"};
    String[] all = Lab.with(job, "--json", "--slices", "5", "--jar", lab.jar());
    try (Child run = lab.cluster().submit(all)) {
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
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
    List<Child> runs = Stream.of(ways).map(way -> lab.runOnOne(Lab.with(grid, way))).toList();
    for (Child run : runs) {
      try (run) {
        assertEquals(ExitStatus.DONE, run.status(), run.err());
        assertEquals(digest, run.digest());
        undisturbedOnExecutors(run, lab);
      }
    }
  }

  /** It travels, and the table is written where it is read. */
  @Test
  void aBootstrapOfAProgram(Lab lab) throws IOException {
    Path script = lab.emptyFolder().resolve("largest.awk");
    Files.writeString(
        script,
        "NR == 1 { f = $0; n = -1; while ((getline l < f) > 0) x[n++] = l; next }\n"
            + "{ m = x[$1]; for (i = 2; i <= NF; i++) if (x[$i] > m) m = x[$i]; print m }\n");
    String[] job = {
      "bootstrap",
      "jobs/data/hubble.ecsv",
      "--columns",
      "velocity",
      "--resamples",
      "500",
      "--interval",
      "percentile,bca",
      "--command",
      "awk -f largest.awk",
      "--file",
      script.toString()
    };
    try (Child run = lab.runOnOne(Lab.with(job, "--json", "--slices", "5"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      undisturbedOnExecutors(run, lab);
    }
  }

  @Test
  void aBootstrapWithFailingItems(Lab lab) {
    String[] job = {
      "bootstrap", "jobs/data/hubble.ecsv", "--column", "velocity", "--statistic", "lab.Fussy"
    };
    try (Child run = lab.runOnOne(Lab.with(job, "--json", "--slices", "7"))) {
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      assertFalse(run.out().contains("\"failed\":0,"), run.out());
      undisturbedOnExecutors(run, lab);
    }
  }
}
