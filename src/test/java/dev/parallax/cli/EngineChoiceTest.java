package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a job runs on where nothing is asked for, and where something is; and what is said of it.
 */
class EngineChoiceTest {
  private static final String JOB =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson ";

  @TempDir private Path folder;

  private static CommandRun done(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    return run;
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Test
  void aShortJobRunsOnThreadsAndSaysWhy() {
    String out = done(JOB + "--resamples 2000").out();
    assertTrue(out.contains(" on threads[" + cores() + "] ("), out);
    String threads = cores() == 1 ? "1 thread" : cores() + " threads";
    Pattern why =
        Pattern.compile(
            "(?m)^  on " + threads + ": forecast .* s, where Spark takes 1.3 s to start$");
    assertTrue(why.matcher(out).find(), out);
    String json = done(JOB + "--resamples 2000 --json").out();
    assertTrue(json.contains("\"master\":\"threads[" + cores() + "]\""), json);
    assertTrue(json.contains("\"choice\":\"on " + threads + ": forecast "), json);
    assertTrue(json.contains("\"forecast_s\":"), json);
  }

  /** Each may take any time. */
  @Test
  void aFewItemsHaveNoForecast() {
    String json = done("sweep -p x=1,2,3 --expression x --json").out();
    assertTrue(json.contains(": no forecast, and Spark takes 1.3 s to start\""), json);
    assertFalse(json.contains("forecast_s"), json);
  }

  @Test
  void whatIsAskedForIsNotChosen() {
    for (String master : new String[] {"threads[3]", "local[1]"}) {
      CommandRun run = done(JOB + "--resamples 2000 --json --master " + master);
      assertTrue(run.out().contains("\"master\":\"" + master + "\""), run.out());
      assertFalse(run.out().contains("\"choice\""), run.out());
    }
    assertFalse(done(JOB + "--resamples 2000 --master threads[3]").out().contains("forecast"));
  }

  /** Spark's own configuration names a master, as spark-submit does by a property. */
  @Test
  void whoConfiguresSparkGetsSpark() throws IOException {
    Path settings = Files.writeString(folder.resolve("settings"), "spark.ui.enabled false\n");
    String configured = done(JOB + "--resamples 2000 --json --properties-file " + settings).out();
    assertTrue(configured.contains("\"master\":\"local[*]\""), configured);
    System.setProperty("spark.master", "local[1]");
    try {
      String submitted = done(JOB + "--resamples 2000 --json").out();
      assertTrue(submitted.contains("\"master\":\"local[1]\""), submitted);
    } finally {
      System.clearProperty("spark.master");
    }
  }

  @Test
  void aMasterOfThreadsIsNoneOfSparks() throws IOException {
    Path settings = Files.writeString(folder.resolve("settings"), "spark.master threads[2]\n");
    CommandRun run = CommandRun.of(JOB + "--properties-file " + settings);
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
    assertEquals(
        "parallax: master 'threads[2]' is none of Spark's: it is for --master alone",
        run.err().lines().findFirst().orElse(""));
    run = CommandRun.of(JOB + "--master threads[2] --properties-file " + settings);
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
    assertEquals(
        "parallax: --properties-file is for Spark, and --master threads[2] runs without Spark",
        run.err().lines().findFirst().orElse(""));
  }

  @Test
  void aRunGoesOnOnAnotherEngine() {
    String whole = done(JOB + "--resamples 3000 --serial --json").digest();
    String run = JOB + "--json -o " + folder.resolve("run") + " ";
    done(run + "--resamples 1000 --master threads[2] --slices 5");
    done(run + "--resamples 2000 --serial --resume");
    done(run + "--resamples 2500 --resume");
    assertEquals(
        whole, done(run + "--resamples 3000 --master threads[3] --slices 7 --resume").digest());
    CommandRun nothing = done(run + "--resamples 3000 --resume");
    assertEquals(whole, nothing.digest());
    assertFalse(nothing.out().contains("\"choice\""), "there was nothing to compute");
  }

  @Test
  void aDryRunKnowsHowManyThreads() {
    String out =
        done("map --array range:0:90 --function is-prime --master threads[7] --dry-run").out();
    assertTrue(out.contains("  slices    7 or more"), out);
  }

  /** As often as a job is run that compares itself, its serial pass is timed warm. */
  @Test
  void theComparisonHasAForecastToo() {
    String out = done(JOB + "--resamples 2000 --compare-serial").out();
    assertTrue(out.contains("speed-up") && out.contains(": forecast "), out);
  }

  @Test
  void theDemoRunsAsAUsersJobWould() {
    String out = done("demo --no-serial --master threads[2]").out();
    assertTrue(out.contains("936 primes") && out.endsWith("\n  on threads[2]\n"), out);
    String json = done("demo --no-serial --json").out();
    assertTrue(json.contains("\"master\":\"threads[" + cores() + "]\""), json);
  }
}
