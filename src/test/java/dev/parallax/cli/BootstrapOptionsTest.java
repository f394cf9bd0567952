package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapOptionsTest {
  private static final String HUBBLE = "bootstrap jobs/data/hubble.ecsv --serial ";
  private static final String PAIR = HUBBLE + "--x distance --y velocity --statistic pearson ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--interval bcaa | no interval 'bcaa'; did you mean 'bca'?",
        "--interval percentil,bca | no interval 'percentil'; did you mean 'percentile'?",
        "--interval t | no interval 't'; there is normal, basic, percentile, bc, bca, studentized,"
            + " abc",
        "--level 0.9,1.2 | --level lies between 0 and 1, not 1.2",
        "--side lowr | no side 'lowr'; did you mean 'lower'?",
        "--transform fischer | no transform 'fischer'; did you mean 'fisher'?",
        "--statistic slope --transform fisher | the fisher transform is for numbers between -1 and"
            + " 1, and the estimate is 454.1584409226284",
        "--until-error 0 | a Monte Carlo error is above 0, not 0.0",
        "--until-error small | --until-error must be a number, not 'small'",
        "--replicate 10000 | replicates are numbered 0 .. 9999; there is no 10000",
        "--replicate -1 | replicates are numbered 0 .. 9999; there is no -1",
        "--permutation-test --alternative grater | no alternative 'grater'; did you mean"
            + " 'greater'?",
        "--permutation-test --statistic intercept | a permutation test is for pearson, spearman,"
            + " kendall, slope, difference:... and, alone, mean-difference; not for intercept",
        "--permutation-test --statistic ratio:trimmed-mean:0.1 | a permutation test is for pearson,"
            + " spearman, kendall, slope, difference:... and, alone, mean-difference; not for"
            + " ratio:trimmed-mean:0.1",
        "--permutation-test --statistic pearson,mean-difference | a permutation test is for"
            + " pearson, spearman, kendall, slope, difference:... and, alone, mean-difference; not"
            + " for mean-difference",
      })
  void whatIsWrongIsSaidInOneLine(String options, String expected) {
    CommandRun run = CommandRun.of(PAIR + options);
    assertEquals("parallax: " + expected, run.err().strip());
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
  }

  @Test
  void aStatisticWithoutWeightsHasNoAbc() {
    CommandRun run =
        CommandRun.of(
            HUBBLE
                + "--column distance --interval abc --statistic "
                + "dev.parallax.cli.UserClasses$MidRange");
    assertEquals(
        "parallax: an abc interval is for a statistic that takes weights, and this one does not",
        run.err().strip());
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
  }

  /** The value of a resample that is drawn alone is that in the table of all. */
  @Test
  void oneResampleAlone() {
    CommandRun all = CommandRun.of(PAIR + "--resamples 8 --json");
    assertEquals(ExitStatus.DONE, all.status());
    CommandRun one = CommandRun.of(PAIR + "--resamples 8 --replicate 7 --json");
    assertEquals("", one.err());
    assertTrue(one.out().startsWith("{\"replicate\":7,\"seed\":1,\"values\":{\"replicate\":0."));
    String page = CommandRun.of(PAIR + "--resamples 8 --replicate 7").out();
    int drawn =
        page.lines()
            .filter(line -> line.contains(": distance "))
            .mapToInt(line -> Integer.parseInt(line.strip().split(" +")[0]))
            .sum();
    assertEquals(24, drawn, page);
  }

  @Test
  void thePageShowsWhatIsWorthQuoting() {
    String page = CommandRun.of(PAIR + "--resamples 20000 --side lower --level 0.9,0.95").out();
    assertTrue(page.contains("  estimate          0.7896\n"), page);
    assertTrue(page.contains("  standard error    0.0704 +- 0.000"), page);
    assertTrue(page.contains("  90 % percentile   above 0."), page);
    assertTrue(page.contains("without it 0.7546"), page);
    assertTrue(page.contains("quantiles of type 7"), page);
  }
}
