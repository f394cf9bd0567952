package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first law: one job has one result, whatever it runs on and however it is sliced. */
class OneResultTest {
  private static final List<String> MASTERS =
      List.of(
          " --serial",
          " --master threads[1]",
          " --master threads[2]",
          " --master threads[5]",
          " --master local[1]",
          " --master local[2]",
          " --master local[5]",
          "");
  private static final List<String> SLICES = List.of("", " --slices 1", " --slices 7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sweep --design paired --model normal-sum --set draws=50"
            + " -p mu=linspace:-1:1:1100 -p sigma=linspace:0.1:1:1100",
        "map --array random:0:100000:1200 --function is-prime-by-division",
        "map --array geomspace:1e-3:7:1200 --expression element+uniform()",
        "map --array column:jobs/data/hubble.ecsv:distance --expression element^2+normal()",
        "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
            + " --resamples 1300",
        "bootstrap jobs/data/hubble.ecsv --x 2 --y velocity --statistic slope --resamples 1300"
            + " --where velocity~>~0 --log10 distance --log10 velocity"
      })
  void everyEngineAndEverySlicingGivesTheSameDigest(String job) {
    String digest = CommandRun.of(job + " --serial --json").digest();
    for (String master : MASTERS) {
      for (String slices : SLICES) {
        assertSame(digest, job + master + slices);
      }
    }
    assertSame(digest, job + " --serial --slices 1000");
    assertSame(digest, job + " --master local[2] --slices 1000");
  }

  /** What is computed beside the replicates obeys the law too: every digit of it. */
  @Test
  void everyFindingIsTheSameOnEveryEngine() {
    String job =
        "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson,slope"
            + " --interval normal,basic,percentile,bc,bca,studentized,abc --level 0.9"
            + " --permutation-test --jackknife-after-bootstrap --resamples 1300 --json";
    String expected = findings(job + " --serial");
    for (String master : MASTERS) {
      for (String slices : SLICES) {
        assertEquals(expected, findings(job + master + slices), master + slices);
      }
    }
  }

  private static String findings(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals("", run.err(), line);
    int from = run.out().indexOf("\"resamples\":");
    assertTrue(from > 0 && run.out().indexOf("permutation_test") > from, run.out());
    return run.out().substring(from);
  }

  /** Resamples that were added until the error was small enough are those of one larger run. */
  @Test
  void addedResamplesAreThoseOfOneRun() {
    String job =
        "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
            + " --resamples 1000 --json ";
    CommandRun grown = CommandRun.of(job + "--until-error 0.002 --master local[2] --slices 3");
    assertEquals("", grown.err());
    Matcher count = Pattern.compile("\"items\":(\\d+)").matcher(grown.out());
    assertTrue(count.find());
    long resamples = Long.parseLong(count.group(1));
    assertTrue(resamples > 1000 && resamples % 1000 == 0, grown.out());
    String longer = job.replace("--resamples 1000", "--resamples " + resamples);
    CommandRun once = CommandRun.of(longer + "--serial");
    assertEquals(once.digest(), grown.digest());
    CommandRun again = CommandRun.of(job + "--until-error 0.002 --serial");
    assertEquals(once.digest(), again.digest());
  }

  private static void assertSame(String digest, String line) {
    CommandRun run = CommandRun.of(line + " --json");
    assertEquals("", run.err(), line);
    assertEquals(ExitStatus.DONE, run.status(), line);
    assertEquals(digest, run.digest(), line);
  }
}
