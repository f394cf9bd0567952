package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first law: one job has one result, whatever it runs on and however it is sliced. */
class OneResultTest {
  private static final List<String> MASTERS =
      List.of("--serial", "--master local[1]", "--master local[2]", "--master local[5]");
  private static final List<String> SLICES = List.of("", " --slices 1", " --slices 7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sweep --design paired --model normal-sum --set draws=50"
            + " -p mu=linspace:-1:1:1100 -p sigma=linspace:0.1:1:1100",
        "map --array random:0:100000:1200 --function is-prime-by-division",
        "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
            + " --resamples 1300"
      })
  void everyEngineAndEverySlicingGivesTheSameDigest(String job) {
    String digest = CommandRun.of(job + " --serial --json").digest();
    for (String master : MASTERS) {
      for (String slices : SLICES) {
        assertSame(digest, job + " " + master + slices);
      }
    }
    assertSame(digest, job + " --serial --slices 1000");
    assertSame(digest, job + " --master local[2] --slices 1000");
  }

  private static void assertSame(String digest, String line) {
    CommandRun run = CommandRun.of(line + " --json");
    assertEquals("", run.err(), line);
    assertEquals(Main.DONE, run.status(), line);
    assertEquals(digest, run.digest(), line);
  }
}
