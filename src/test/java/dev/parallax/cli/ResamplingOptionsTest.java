package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to resample and what was measured how well, as options. */
class ResamplingOptionsTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    StringBuilder rows = new StringBuilder("x,y,ex,ey,cov,bad,gap,w,neg,zero,g,one,single,lim\n");
    for (int k = 0; k < 20; k++) {
      rows.append(k * k % 23 + 0.5).append(',').append(k * 7 % 11 + 0.25 * k).append(',');
      rows.append("0.3,0.2,0.01,").append(k == 4 ? "-0.1," : "0.1,");
      rows.append(k == 6 ? "," : "0.1,").append(k % 3).append(',');
      rows.append(k == 2 ? "-1,0," : "1,0,").append(k % 2 == 0 ? "a" : "b").append(",all,");
      rows.append(k == 19 ? "last," : k % 2 == 0 ? "p," : "q,").append(k == 3 ? "<\n" : "\n");
    }
    Files.writeString(folder.resolve("t.csv"), rows);
  }

  private CommandRun run(String options) {
    return CommandRun.of("bootstrap " + folder.resolve("t.csv") + " --serial " + options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--strata single | FILE: stratum 'last' of column 'single' has only one row;"
            + " it would be the same in every resample",
        "--cluster one | FILE: column 'one' has one cluster; a bootstrap needs two or more",
        "--weights neg | FILE: column 'neg', row 3: a negative weight, -1.0",
        "--weights zero | FILE: column 'zero': all weights are 0",
        "--block moving --block-length 21"
            + " | a block of 21 rows is longer than the series, which has 20",
        "--block moving | --block and --block-length go together: give both",
        "--block movin --block-length 3 | no block bootstrap 'movin'; did you mean 'moving'?",
        "--resampling ballanced | no resampling 'ballanced'; did you mean 'balanced'?",
        "--resampling exact | an exact bootstrap of 20 rows has 68923264410 resamples;"
            + " at most 100000000 are enumerated",
        "--resampling exact --resamples 5 | an exact bootstrap of 20 rows has 68923264410"
            + " resamples; at most 100000000 are enumerated",
        "--resampling poisson --strata g | poisson resampling does not go with strata or weights",
        "--error x=bad | FILE: column 'bad', row 5: a negative error, -0.1",
        "--error x=ex --error y=gap | FILE: column 'gap', row 7: the error is missing",
        "--error z=ex | --error is of a column of the statistic, x or y, not of 'z'",
        "--error x=ex:ey:w | --error is written x=NAME or x=LOW:HIGH, not 'ex:ey:w'",
        "--error ex | --error is written --error x=NAME, not 'ex'",
        "--error x=ex --error y=ey --error-covariance w | FILE: column 'w', row 2: a covariance of"
            + " errors lies within -0.06 .. 0.06, the product of the errors, not 1.0",
        "--error x=ex --error-covariance cov"
            + " | a covariance of errors needs symmetric errors of both columns",
        "--error-mode both | --error-mode needs errors: give --error x=NAME",
        "--error x=ex --error-mode boht | no error mode 'boht'; did you mean 'both'?",
        "--limit lim | pearson knows no limits; of the built-in statistics kendall does",
        "--by g | pearson does not compare two samples, as --by would have it;"
            + " difference:mean does",
      })
  void whatMakesNoSense(String options, String expected) {
    CommandRun run = run("--x x --y y --statistic pearson " + options);
    String said = expected.replace("FILE", folder.resolve("t.csv").toString());
    BadInput.check(run, options, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--column x --statistic difference:mean"
            + " | difference:mean compares two samples: give --column NAME --by NAME,"
            + " or --x NAME --y NAME",
        "--column x --by single --statistic difference:mean"
            + " | FILE: two samples need a column of two values; 'single' has 3",
        "--column x --statistic quantile:1.5 | the p of a quantile lies within 0 .. 1, not 1.5",
        "--column x --statistic mean,pearson"
            + " | mean and pearson are not of the same columns: bootstrap them apart",
        "--column x --statistic mean,mean | statistic 'mean' is asked for twice",
      })
  void statisticsThatMakeNoSense(String options, String expected) {
    String said = expected.replace("FILE", folder.resolve("t.csv").toString());
    BadInput.check(run(options), options, said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--x x --y y --statistic pearson,spearman,kendall,slope --strata g",
        "--x x --y y --statistic pearson --cluster w --resampling balanced",
        "--x x --y y --statistic kendall --limit lim --error x=ex --error y=ex:ey",
        "--x x --y y --statistic slope --error x=ex --error y=ey --error-covariance cov",
        "--x x --y y --statistic pearson --error x=ex --error-mode perturb",
        "--x x --y y --statistic pearson --block stationary --block-length 3",
        "--x x --y y --statistic difference:median --resampling poisson",
        "--column x --by g --statistic difference:mean,ratio:mean --weights w",
        "--column x --statistic quantile:0.9,mad --resampling parametric:normal",
        "--column x --statistic mean,sd --error x=ex",
      })
  void whatMakesSenseIsDone(String options) {
    CommandRun run = run(options + " --resamples 200");
    assertEquals("", run.err(), options);
    assertEquals(ExitStatus.DONE, run.status(), options);
    assertTrue(run.out().contains("resamples of "), run.out());
  }

  /** Small tables are enumerated unless something else is asked for. */
  @Test
  void smallTablesAreExact() throws IOException {
    Path file = folder.resolve("small.csv");
    Files.writeString(file, "v\n3\n1\n4\n1.5\n9\n");
    String line = "bootstrap " + file + " --serial --column v --statistic mean";
    assertTrue(CommandRun.of(line).out().contains("all 126 resamples of 5 rows"));
    assertTrue(CommandRun.of(line + " --resamples 300").out().contains("300 resamples of 5 rows"));
    assertTrue(CommandRun.of(line + " --resampling rows").out().contains("10000 resamples of 5"));
    String mean = run("--column x --statistic mean --resampling exact").out();
    assertTrue(mean.contains("sums of 20 rows"), mean);
  }

  /** All balanced resamples change with their number, so that none of a run is of a longer one. */
  @Test
  void aBalancedRunIsNotMadeLonger() {
    String options =
        "--column x --statistic mean --resampling balanced -o " + folder + "/run --resamples ";
    assertEquals(ExitStatus.DONE, run(options + 100).status());
    CommandRun longer = run(options + "200 --resume");
    assertEquals(ExitStatus.WRONG_INPUT, longer.status());
    assertTrue(longer.err().contains("--resamples 100 there, --resamples 200 here"), longer.err());
  }
}
