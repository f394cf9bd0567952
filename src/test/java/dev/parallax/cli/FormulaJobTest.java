package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bootstraps of formulas, from the command line. */
class FormulaJobTest {
  private static final String HUBBLE = "bootstrap jobs/data/hubble.ecsv ";

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void makeTable() throws IOException {
    StringBuilder text = new StringBuilder("flux,w,e,type,log-m,group\n");
    for (int i = 1; i <= 30; i++) {
      String flux = i == 9 ? "" : i == 17 ? "inf" : i * 37 % 30 + 0.25 + "";
      text.append(flux + "," + (1 + i % 4) + ",0.1," + (i % 2 == 0 ? "Sa," : "Sb,"));
      text.append((i * 11 % 13 - 6) + "," + (i - 1) / 3 + "\n");
    }
    table = Files.writeString(folder.resolve("t.csv"), text);
  }

  private CommandRun run(String line) {
    return CommandRun.of(line.replace(" T ", " " + table + " ").replace("DIR", folder.toString()));
  }

  private CommandRun done(String line) {
    CommandRun run = run(line);
    assertEquals("", run.err(), line);
    assertEquals(ExitStatus.DONE, run.status(), line);
    return run;
  }

  /** The first law, for formulas of sums, of orders, perturbed, by counts of many rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        HUBBLE + "--expression sum(distance*velocity)/sum(distance)",
        HUBBLE + "--expression a=exp(mean(log(distance))) --expression b=median(velocity)/a",
        HUBBLE
            + "--expression corr(log(distance),velocity) --resampling poisson --permutation-test",
        "bootstrap T --expression sum(w*flux)/sum(w) --error flux=e --weights w",
        "bootstrap T --expression max(flux)-min(flux) --cluster group",
        "bootstrap T --expression cov(flux,w)/var(w) --strata type --interval studentized"
      })
  void everyEngineAndEverySlicingGivesTheSameDigest(String job) {
    String line = job.contains("studentized") ? job.replace(" --strata type", "") : job;
    String digest = done(line + " --resamples 700 --serial --json").digest();
    for (String engine :
        List.of(
            "--serial --slices 7",
            "--serial --slices 33",
            "--master local[1]",
            "--master threads[5] --slices 11",
            "--master local[2]",
            "--master local[5]",
            "--master local[5] --slices 11")) {
      assertEquals(digest, done(line + " --resamples 700 --json " + engine).digest(), engine);
    }
  }

  /** A correlation is that which is built in, with every interval and diagnostic. */
  @Test
  void aFormulaOfABuiltInStatisticSaysTheSame() {
    String more =
        " --resamples 500 --interval normal,basic,percentile,bc,bca,studentized,abc --serial --json"
            + " --permutation-test --jackknife-after-bootstrap";
    CommandRun built = done(HUBBLE + "--x distance --y velocity --statistic pearson" + more);
    CommandRun formula = done(HUBBLE + "--expression corr(distance,velocity)" + more);
    assertEquals(built.digest(), formula.digest());
    assertEquals(findings(built), findings(formula));
  }

  /** A permutation's covariance is extreme where its correlation is. */
  @Test
  void aCovarianceHasTheTestOfACorrelation() {
    String more =
        "(distance,velocity) --where velocity<400 --resamples 200 --permutation-test --serial --json";
    String covariance = findings(done(HUBBLE + "--expression cov" + more));
    String correlation = findings(done(HUBBLE + "--expression corr" + more));
    String test = ".*(\"permutation_test\":\\{[^}]*}).*\\n*";
    assertTrue(correlation.matches(test) && !correlation.contains("\"extreme\":0,"), correlation);
    assertEquals(correlation.replaceAll(test, "$1"), covariance.replaceAll(test, "$1"));
  }

  private static String findings(CommandRun run) {
    int from = run.out().indexOf("\"estimate\":");
    assertTrue(from > 0 && run.out().indexOf("permutation_test") > from, run.out());
    return run.out().substring(from);
  }

  @Test
  void theSummaryNamesTheFormulaAndCountsRowsLeftOut() {
    String out = done("bootstrap T --expression sum(w*flux)/sum(w) --resamples 50 --serial").out();
    assertTrue(out.contains("\nbootstrap of sum(w*flux)/sum(w): 50 resamples of 28 rows"), out);
    assertTrue(out.contains("rows              28, 2 skipped: a value is missing"), out);
    String two =
        done("bootstrap T --expression m=mean(`log-m`) --expression s=sd(`log-m`)/m --serial")
            .out();
    assertTrue(two.contains("\nbootstrap of m, s: 10000 resamples of 30 rows"), two);
    assertTrue(two.contains("\n  m "), two);
    String third = done("bootstrap T --expression mean(`2`) --resamples 50 --serial").out();
    assertTrue(third.contains("estimate          2.5000"), third);
  }

  /** The column e is one; without it, e is the constant. */
  @Test
  void aColumnGoesBeforeAConstant() throws IOException {
    Path plain = Files.writeString(folder.resolve("p.csv"), "x\n1\n2\n4\n");
    String constant =
        done("bootstrap " + plain + " --expression e*mean(x^e) --serial --json").out();
    double expected = Math.E * (1 + StrictMath.pow(2, Math.E) + StrictMath.pow(4, Math.E)) / 3;
    assertTrue(near(constant, expected), constant);
    Path other = Files.writeString(folder.resolve("q.csv"), "x,e\n1,5\n2,7\n4,5\n");
    assertTrue(
        near(done("bootstrap " + other + " --expression mean(x*e) --serial --json").out(), 13));
  }

  private static boolean near(String json, double expected) {
    String rest = json.substring(json.indexOf("\"estimate\":") + 11);
    double found = Double.parseDouble(rest.substring(0, rest.indexOf(',')));
    return Math.abs(found - expected) <= 1e-13 * Math.abs(expected);
  }

  @Test
  void undefinedResamplesAreCounted() {
    String out =
        done("bootstrap T --where flux<9 --expression log(cov(flux,`log-m`)-8) --resamples 300 --serial")
            .out();
    assertTrue(out.contains("undefined"), out);
    assertTrue(out.contains("the statistic is not a number"), out);
  }

  @Test
  void aRunIsHadAgainGoesOnAndIsAnotherWithAnotherFormula() throws IOException {
    String line = "bootstrap T --expression wm=sum(w*flux)/sum(w) --serial --json --resamples ";
    String whole = done(line + "90").digest();
    done(line + "60 -o DIR/run");
    assertTrue(
        Files.readString(folder.resolve("run/run.job"))
            .contains("--expression \"wm=sum(w*flux)/sum(w)\""));
    CommandRun other = run(line.replace("w*flux", "flux*w") + "90 -o DIR/run --resume");
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(other.err().contains("has another run: --expression"), other.err());
    assertEquals(whole, done(line + "90 -o DIR/run --resume").digest());
    assertEquals(whole, done("@DIR/run/run.job --master local[2] --json").digest());
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertTrue(names.contains("distribution.png") && names.contains("influence.png"), names + "");
      assertTrue(!names.contains("line.png"), names + "");
    }
    assertTrue(Files.readString(folder.resolve("run/table.ecsv")).contains("wm"));
  }

  @Test
  void moreResamplesUntilTheErrorIsSmall() {
    String line = HUBBLE + "--expression mean(velocity)/mean(distance) --resamples 500 --serial ";
    String out = done(line + "--interval percentile --until-error 5 --json").out();
    assertTrue(!out.contains("\"items\":500,\"failed\""), out);
    String dry = done(line + "--dry-run").out();
    assertTrue(dry.contains("mean(velocity)/mean(distance)"), dry);
    assertTrue(done(line + "--replicate 3").out().contains(": velocity "));
  }

  @Test
  void anExactBootstrapOfAMeanOfAFormula() {
    String out = done("bootstrap T --expression mean(2*w+1) --resampling exact --serial").out();
    assertTrue(out.contains(" sums of 30 rows"), out);
  }

  /** A standard error of its own, where a formula for it is known. */
  @Test
  void aStandardErrorByAFormula() {
    String line =
        HUBBLE
            + "--expression replicate=mean(velocity)"
            + " --expression standard_error=sd(velocity)/sqrt(count())"
            + " --interval studentized --resamples 2000 --serial --json";
    String formula = done(line).out();
    String built =
        done(HUBBLE
                + "--column velocity --statistic mean --interval studentized --resamples 2000 --serial --json")
            .out();
    // The jackknife's standard error of a mean is this one.
    assertEquals(low(built), low(formula), 1e-6 * Math.abs(low(built)));
  }

  private static double low(String json) {
    String rest = json.substring(json.indexOf("\"low\":") + 6);
    return Double.parseDouble(rest.substring(0, rest.indexOf(',')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "mean(flux~-~mean(flux)) | expression: 'mean' at column 13 stands within 'mean' at column"
            + " 1: aggregates of aggregates are not supported; var(x), sd(x), cov(x, y) and corr(x,"
            + " y) are about the means",
        "m=mean(flux) --expression v=mean((flux-m)^2) | expression v: 'm' at column 14, a value of"
            + " all rows, stands within 'mean' at column 3: aggregates of aggregates are not"
            + " supported",
        "flux/sum(w) | expression: 'flux' at column 1 stands in no aggregate, and has as many values"
            + " as there are rows: write mean(flux) or sum(flux)",
        "`log-m`*sum(w) | expression: 'log-m' at column 1 stands in no aggregate, and has as many"
            + " values as there are rows: write mean(`log-m`) or sum(`log-m`)",
        "total=sum(w) --expression sum(flux)/totl | expression: no value 'totl' at column 11; did"
            + " you mean 'total'?",
        "mean(flx) | T: no column 'flx'; did you mean 'flux'?",
        "mean(log-m) | expression: column 'log-m' is no plain word: write it in backticks, `log-m`"
            + " (if signs are meant, put blanks around them)",
        "meen(flux) | expression: no function 'meen' at column 1; did you mean 'mean'?",
        "stdev(flux) | expression: no function 'stdev' at column 1; did you mean 'sd'?",
        "mean(type) | T: column 'type', row 1: 'Sb' is not a number",
        "mean(type=='Sa') | expression: the text at column 12 is no number; rows are chosen by"
            + " texts with --where",
        "mean(flux+normal()) | expression: 'normal' at column 11 is random, and a statistic is not",
        "1+2 | expression: it has no aggregate of the rows: there is sum, mean, var, sd, min, max,"
            + " count, median, quantile, cov, corr",
        "count() | expression: it uses no column",
        "mean | expression: function 'mean' at column 1 has no brackets",
        "mean() | expression: 'mean' at column 1 takes 1 argument, not 0",
        "quantile(flux) | expression: 'quantile' at column 1 takes 2 arguments, x and p, not 1",
        "count(flux,w) | expression: 'count' at column 1 takes no or 1 argument, not 2",
        "quantile(flux,1.5) | expression: the p of 'quantile' at column 1 lies within 0 .. 1, not"
            + " 1.5",
        "quantile(flux,w) | expression: the p of 'quantile' at column 1 is a number, such as 0.9",
        "quantile(flux,mean(w)) | expression: the p of 'quantile' at column 1 is a number, such as"
            + " 0.9",
        "mean(flux) --statistic mean | --expression and --statistic exclude each other",
        "~ | expression: it is empty",
        "a=mean(w) --expression a=sd(w) | expression: two give a value 'a'",
        "mean(w) --expression sd(w) | expression: two have no name; write 'name = ...'",
        "flux=mean(w) | expression flux: 'flux' is the name of a column",
        "mean(flux)*e | expression: 'e' at column 12 is a column of the table, and no constant there",
        "mean(flux) --x w | --x does not go with --expression, which names its columns itself",
        "mean(flux) --column w | --column does not go with --expression, which names its columns"
            + " itself",
        "mean(flux) --by type | --by does not go with --expression: a formula is of one sample",
        "mean(flux) --log10 flux | --log10 does not go with --expression: write log10(...) in the"
            + " formula",
        "mean(flux) --limit flux=w | --limit does not go with --expression: formulas know no limits",
        "mean(flux) --error x=e | --error is of a column of the statistic, flux, not of 'x'",
        "mean(flux*w) --error flux=e --error-covariance e | --error-covariance is of --x and --y,"
            + " and does not go with --expression",
        "median(flux) --weights w | weights are for a statistic that takes weights, as mean, sd,"
            + " pearson or slope does: another has no value of the weighted rows that its replicates"
            + " could be compared with",
        "median(flux) --interval abc | an abc interval is for a statistic that takes weights, and"
            + " this one does not",
        "mean(flux) --permutation-test | a permutation test of formulas is for corr(x, y) and"
            + " cov(x, y) of two columns, alone; not for mean(flux)",
        "mean(sqrt(`log-m`)) | T: sqrt(`log-m`) is not a number in row 4: log-m -1; leave such rows"
            + " out by --where",
        "mean(1/`log-m`) | T: 1/`log-m` is not a number in row 10: log-m 0; leave such rows out by"
            + " --where",
        "log(-mean(flux)) | the statistic is undefined for these rows of flux",
      })
  void whatIsWrongIsSaidInOneLine(String options, String expected) {
    String line = "bootstrap T --expression " + options;
    BadInput.check(run(line), line, expected.replace("T: ", table + ": "));
  }
}
