package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.cli.process.ExitStatus;
import dev.parallax.text.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interval that is asked for by name is given, or refused in one line. */
class IntervalsOfEveryKindTest {
  @TempDir Path folder;

  /** Nine rows, of which every resample is evaluated unless their number is given. */
  private Path table() throws IOException {
    return Files.writeString(
        folder.resolve("t.csv"),
        """
        x,y,e,w,g,c,s
        1.5,2,0.1,1,a,k1,p
        2,3.5,0.2,2,a,k1,p
        3.25,3,0.1,1,a,k2,p
        4,5.5,0.3,3,a,k2,p
        5.5,5,0.1,1,b,k3,q
        6,7.75,0.2,1,b,k3,q
        7.5,6,0.1,2,b,k4,q
        9,9.5,0.2,1,b,k4,q
        8,8.25,0.2,2,b,k4,q
        """);
  }

  /** Resampling; then the intervals that are given. Of all others a refusal is expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | normal,basic,percentile,bc,bca,studentized,abc",
        "--resamples 200 | normal,basic,percentile,bc,bca,studentized,abc",
        "--resampling exact | normal,basic,percentile,bc,bca,studentized,abc",
        "--resampling balanced --resamples 200"
            + " | normal,basic,percentile,bc,bca,studentized,abc",
        "--resampling poisson --resamples 200"
            + " | normal,basic,percentile,bc,bca,studentized,abc",
        "--resampling parametric:normal --resamples 200 | normal,basic,percentile,bc",
        "--strata s | normal,basic,percentile,bc,bca",
        "--strata s --resamples 200 | normal,basic,percentile,bc,bca",
        "--strata s --resampling balanced --resamples 200 | normal,basic,percentile,bc,bca",
        "--cluster c | normal,basic,percentile,bc,bca",
        "--cluster c --resamples 200 | normal,basic,percentile,bc,bca",
        "--cluster c --resampling poisson --resamples 200 | normal,basic,percentile,bc,bca",
        "--weights w | normal,basic,percentile,bc",
        "--weights w --resamples 200 | normal,basic,percentile,bc",
        "--block moving --block-length 2 --resamples 200 | normal,basic,percentile,bc",
        "--block circular --block-length 2 --resamples 200 | normal,basic,percentile,bc",
        "--block stationary --block-length 2 --resamples 200 | normal,basic,percentile,bc",
        "--error y=e --error-mode resample | normal,basic,percentile,bc,bca,studentized,abc",
        "--error y=e --error-mode perturb --resamples 200 | normal,basic,percentile,bc",
        "--error y=e --resamples 200 | normal,basic,percentile,bc,bca,studentized,abc",
      })
  void givenOrRefused(String options, String given) throws IOException {
    List<String> expected = List.of(given.split(","));
    String columns = "--x x --y y --statistic slope ";
    for (String method : Choices.names(IntervalMethod.class)) {
      look(columns + "--interval " + method + " " + options, method, expected.contains(method));
    }
    CommandRun all = run(columns + options);
    assertEquals(ExitStatus.DONE, all.status(), all.err());
    for (String method : Choices.names(IntervalMethod.class)) {
      boolean there = expected.contains(method) && !method.equals("studentized");
      assertEquals(there, all.out().contains("\"method\":\"" + method + "\""), method + options);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--x x --y y --statistic pearson | '' | true",
        "--column x --statistic mean | '' | true",
        "--column x --statistic mean,sd | '' | true",
        "--column x --statistic median | '' | true",
        "--column y --by g --statistic difference:mean | '' | true",
        "--column y --by g --statistic difference:mean | --resamples 100 | true",
        "--column y --by g --statistic difference:mean | --cluster c | false",
      })
  void studentized(String statistic, String options, boolean given) throws IOException {
    look(statistic + " --interval studentized " + options, "studentized", given);
  }

  @Test
  void abcOfAStatisticThatMovesInSteps() throws IOException {
    look("--column x --statistic median --interval abc", "abc", false);
  }

  private CommandRun run(String line) throws IOException {
    return CommandRun.of("bootstrap " + table() + " --serial --json " + line.strip());
  }

  private void look(String line, String method, boolean given) throws IOException {
    CommandRun run = run(line);
    if (given) {
      assertEquals(ExitStatus.DONE, run.status(), line + run.err());
      assertTrue(run.out().contains("{\"method\":\"" + method + "\""), line + run.out());
    } else {
      assertEquals(ExitStatus.WRONG_INPUT, run.status(), line + run.out());
      assertEquals(1, run.err().strip().lines().count(), run.err());
      assertTrue(run.err().contains(method), run.err());
    }
  }
}
