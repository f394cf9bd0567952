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
        "--transform fisher --interval percentile,bca | --transform is the scale of normal, basic"
            + " and studentized intervals; --interval names none of these",
        "--statistic slope --transform fisher | the fisher transform is for numbers between -1 and"
            + " 1, and the estimate is 454.1584409226284",
        "--until-error 0 | a Monte Carlo error is above 0, not 0.0",
        "--until-error small | --until-error must be a number, not 'small'",
        "--replicate 10000 | replicates are numbered 0 .. 9999; there is no 10000",
        "--replicate -1 | replicates are numbered 0 .. 9999; there is no -1",
        "--permutation-test --alternative grater | no alternative 'grater'; did you mean"
            + " 'greater'?",
        "--permutation-test --statistic intercept | a permutation test is for pearson, spearman,"
            + " kendall, slope, difference:..., log-ratio, log-ratio:..., auc and, alone, mean-difference; not for intercept",
        "--permutation-test --statistic ratio:trimmed-mean:0.1 | a permutation test is for pearson,"
            + " spearman, kendall, slope, difference:..., log-ratio, log-ratio:..., auc and, alone, mean-difference; not for"
            + " ratio:trimmed-mean:0.1",
        "--permutation-test --statistic pearson,mean-difference | a permutation test is for"
            + " pearson, spearman, kendall, slope, difference:..., log-ratio, log-ratio:..., auc and, alone, mean-difference; not"
            + " for mean-difference",
      })
  void whatIsWrongIsSaidInOneLine(String options, String expected) {
    boolean another = options.contains("--statistic ");
    String pair = another ? PAIR.replace("--statistic pearson ", "") : PAIR;
    CommandRun run = CommandRun.of(pair + options);
    assertEquals("parallax: " + expected, run.err().strip());
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--x x --y y --statistic york | york takes the measurement errors of its columns: give"
            + " --error x=NAME and --error y=NAME",
        "--x x --y y --statistic york --error y=y_error | york takes the measurement errors of its"
            + " columns: give --error x=NAME and --error y=NAME",
        "--x x --y y --statistic york --error x=x_error:y_error --error y=y_error | the statistic"
            + " takes symmetric errors, and those of 'x' are not",
        "--x x_error --y y --statistic york --error x=x --error y=x | jobs/data/pearson.ecsv:"
            + " row 1: a value without any error would have an infinite weight",
        "--x x --y y --statistic york,slope --error x=x_error --error y=y_error | york and slope"
            + " are not of the same columns: bootstrap them apart",
        "--column y --statistic weighted-mean | weighted-mean needs weights: give --x VALUE --y"
            + " WEIGHT, or --column VALUE --error VALUE=ERROR for weights of 1 over the squared"
            + " error",
        "--column y --statistic weighted-mean --error z=x_error | --error is of a column of the"
            + " statistic, y, not of 'z'",
        "--x x --y y --statistic york --error x=x_error --error y=y_error --error-mode simex | simex"
            + " is for a statistic of one or two columns that knows nothing of their errors",
        "--x x --y y --statistic slope --error x=x_error --error-mode simx | no error mode 'simx';"
            + " did you mean 'simex'?",
        "--x x --y y --statistic kendall --error x=x_error --error-mode simex --limit y=x | "
            + "--error-mode simex does not go with --limit",
        "--x x --y y --statistic theil-sen --error x=x_error --error-mode simex | the statistic"
            + " fails on the rows as they are: IllegalArgumentException: simex is for a statistic"
            + " that takes weights, as mean, sd, pearson or slope does: one that moves in steps"
            + " cannot be extrapolated",
        "--x x --y y --statistic slope --error x=x_error --error-mode simex --permutation-test | a"
            + " permutation test does not go with a statistic that takes measurement errors",
        "--x x --y y --statistic slope --error-mode simex | --error-mode needs errors: give --error"
            + " x=NAME",
        "--x x --y y --statistic partial-correlation | partial-correlation is of 3 columns: give"
            + " --x NAME, --y NAME and --given NAME, or --column for each",
        "--x x --y y --given y --statistic partial-correlation | --given is the same column as --x"
            + " or --y, 'y'",
        "--x x --y y --given x_error --statistic pearson | --given is for a statistic of three"
            + " columns, as partial-correlation is; pearson is not",
        "--x x --y y --given x_error --statistic partial-correlation --permutation-test | a"
            + " permutation test is for pearson, spearman, kendall, slope, difference:...,"
            + " log-ratio, log-ratio:..., auc and, alone, mean-difference; not for"
            + " partial-correlation",
      })
  void errorsAndThirdColumns(String options, String expected) {
    CommandRun run = CommandRun.of("bootstrap jobs/data/pearson.ecsv --serial " + options);
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
