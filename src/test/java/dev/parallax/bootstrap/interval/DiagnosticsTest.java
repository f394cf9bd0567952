package dev.parallax.bootstrap.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.Enough;
import dev.parallax.bootstrap.IntervalCoverage;
import dev.parallax.bootstrap.Jackknife;
import dev.parallax.bootstrap.JackknifeAfterBootstrap;
import dev.parallax.bootstrap.ReplicateSums;
import dev.parallax.bootstrap.UndefinedCauses;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Jackknife, jackknife after bootstrap, cautions, fallbacks, how many resamples are enough. */
class DiagnosticsTest {
  private static final Table HOURS =
      TableFile.read(Path.of("src/test/resources/data/aircondit.csv"));
  private static final Table SCHOOLS = TableFile.read(Path.of("src/test/resources/data/law15.csv"));

  /** The mean's bootstrap standard error without a row is known: that of the other rows, over n. */
  @Test
  void jackknifeAfterBootstrapOfTheMean() {
    int resamples = 100_000;
    Bootstrap bootstrap = Bootstrap.of(new Mean(), HOURS, "hours").withResamples(resamples);
    double[] replicates = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    double[] leftOut = Jackknife.of(bootstrap).values().apply("replicate");
    ReplicateSums sums = ReplicateSums.of(bootstrap, replicates);
    var summed = Runner.on(new SequentialEngine()).withSlices(7).run(sums);
    JackknifeAfterBootstrap after = JackknifeAfterBootstrap.of(sums, summed.store(), leftOut);
    double[] hours = bootstrap.sample().columns()[0];
    double[] exact = new double[hours.length];
    for (int row = 0; row < hours.length; row++) {
      exact[row] = standardErrorWithout(hours, row);
      // A share (1 - 1/12)^12 of the resamples misses the row; 0.9 bounds half the kurtosis' root.
      double error = exact[row] * 0.9 / Math.sqrt(resamples * Math.pow(11 / 12.0, 12));
      assertEquals(exact[row], after.standardErrorWithout()[row], 4 * error);
    }
    double expected = JackknifeResult.of(0, exact).standardError();
    assertEquals(expected, after.errorOfStandardError(), 0.02 * expected);
    // The mean has no bias, and leaving out a row gives it none; Monte Carlo error is what is left.
    assertTrue(after.errorOfBias() < 0.1 * expected);
  }

  private static double standardErrorWithout(double[] values, int row) {
    double sum = Arrays.stream(values).sum() - values[row];
    double mean = sum / (values.length - 1);
    double squares = -Math.pow(values[row] - mean, 2);
    for (double value : values) {
      squares += Math.pow(value - mean, 2);
    }
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  @Test
  void theMeansJackknifeIsTheTextbooks() {
    Bootstrap bootstrap = Bootstrap.of(new Mean(), HOURS, "hours");
    double[] leftOut = Jackknife.of(bootstrap).values().apply("replicate");
    JackknifeResult r = JackknifeResult.of(bootstrap.estimate(), leftOut);
    assertEquals(0, r.bias(), 1e-12);
    assertEquals(Math.sqrt(1417.714699 * 12 / 11), r.standardError(), 1e-8);
    assertEquals(List.of(11, 10), r.mostInfluential(2), "487 and 230 hours");
    assertEquals(487 - 108.0833333, r.influence()[11], 1e-6);
    JackknifeResult constant = JackknifeResult.of(3, new double[] {3, 3, 3});
    assertEquals(0, constant.acceleration());
    assertEquals(0, constant.standardError());
  }

  @Test
  void theInnerJackknifeIsTheJackknifeOfTheData() {
    Bootstrap bootstrap = Bootstrap.of(StandardErrors.with(new Pearson()), SCHOOLS, "LSAT", "GPA");
    assertEquals(List.of("replicate", "standard_error"), bootstrap.statistic().responses());
    assertArrayEquals(new double[] {0.776374491289, 0.1425186186}, bootstrap.estimates(), 1e-10);
  }

  @Test
  void anInfiniteBiasCorrectionFallsBackAndSaysSo() {
    double[] replicates = {1, 2, 3, 4, 5};
    Evidence evidence =
        Evidence.of(0, ReplicateDistribution.of(replicates))
            .with(JackknifeResult.of(0, new double[] {1, 2, 4}));
    Intervals intervals = Intervals.at(0.5).by(IntervalMethod.BCA, IntervalMethod.PERCENTILE);
    BootstrapResult r = BootstrapResult.of("max", evidence, intervals, 5, 100);
    Interval bca = r.intervals().get(0);
    assertEquals(r.intervals().get(1).low(), bca.low());
    assertEquals(
        "percentile in its place: z0 is infinite, as no replicate lies below the estimate",
        bca.fallback());
    assertTrue(r.cautions().contains("bca at 50 %: " + bca.fallback()), r.cautions().toString());
    assertTrue(r.cautions().stream().anyMatch(c -> c.contains("more resamples are needed")));
  }

  @Test
  void replicatesOutsideOfATransformsDomainAreCounted() {
    Evidence evidence = Evidence.of(3, ReplicateDistribution.of(new double[] {-1, 0, 2, 3, 5}));
    Intervals log = Intervals.at(0.5).by(IntervalMethod.NORMAL).with(Transform.LOG);
    List<String> cautions = BootstrapResult.of("mean", evidence, log, 5, 100).cautions();
    assertTrue(
        cautions.stream().anyMatch(c -> c.startsWith("2 replicates are outside of the log")),
        cautions.toString());
  }

  @Test
  void anUndefinedJackknifeLeavesNoAcceleration() {
    double[] replicates = {1, 2, 3, 4, 5};
    Evidence evidence =
        Evidence.of(3.5, ReplicateDistribution.of(replicates))
            .with(JackknifeResult.of(3.5, new double[] {1, Double.NaN, 4}));
    List<Interval> r = Intervals.at(0.5).of(evidence);
    Interval bc = r.stream().filter(i -> i.method().equals("bc")).findFirst().orElseThrow();
    Interval bca = r.stream().filter(i -> i.method().equals("bca")).findFirst().orElseThrow();
    assertEquals(bc.high(), bca.high());
    assertTrue(bca.fallback().startsWith("bc in its place"), bca.fallback());
  }

  /** At n = 3, a ninth of the resamples has one row alone, and more have one x alone. */
  @Test
  void undefinedReplicatesHaveTheirCauses() {
    Table table = Table.of("three").with("x", 1, 1, 4).with("y", 3, 5, 4);
    Bootstrap bootstrap = Bootstrap.of(new Pearson(), table, "x", "y").withResamples(9000);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    Map<String, Integer> causes =
        UndefinedCauses.of(bootstrap, run.doubles("replicate"), new BitSet());
    // One row: 3 of 27; else only rows 1 and 2: 8 of 27 less the two of one row.
    double scatter = 4 * Math.sqrt(9000 / 4.0);
    assertEquals(1000, causes.get("all rows drawn are the same one"), scatter);
    assertEquals(2000, causes.get("all rows drawn have the same x"), scatter);
    assertEquals(2, causes.size(), causes.toString());
  }

  @Test
  void resamplesAreAddedInMultiplesUntilTheErrorIsReached() {
    Bootstrap bootstrap = Bootstrap.of(new Mean(), HOURS, "hours").withResamples(1000);
    BootstrapResult first =
        BootstrapAnalysis.here(bootstrap, Intervals.at(0.9).by(IntervalMethod.PERCENTILE));
    double worst = Enough.worst(first);
    assertTrue(worst >= first.intervals().get(0).highError() && worst > 0);
    assertEquals(
        OptionalLong.empty(), new Enough(worst * 1.01).next(List.of(first), 1000, 1 << 30));
    assertEquals(OptionalLong.of(5000), new Enough(worst / 2).next(List.of(first), 1000, 1 << 30));
    assertEquals(
        OptionalLong.of(8000), new Enough(worst / 1000).next(List.of(first), 1000, 1 << 30));
    assertEquals(OptionalLong.of(1500), new Enough(worst / 2).next(List.of(first), 1000, 1500));
    assertEquals(OptionalLong.empty(), new Enough(worst / 2).next(List.of(first), 1000, 1000));
    assertThrows(IllegalArgumentException.class, () -> new Enough(0));
  }

  /** A nominal 95 % of trials; the standard error of a share of 400 is 1.1 %. */
  @Test
  void coverageOfTheMeanOfNormalRows() {
    IntervalCoverage model = new IntervalCoverage(400, 499, 0.95);
    double[] shares =
        model.evaluate(new double[] {40, 0, 0}, dev.parallax.random.RandomStream.of(3, 0));
    assertEquals(8, shares.length);
    for (int k = 0; k < 7; k++) {
      // Normal-theory coverage with the plug-in variance, 1.96 sqrt(39/40) in t with 39 degrees.
      assertEquals(0.94, shares[k], 4 * Math.sqrt(0.94 * 0.06 / 400), model.responses().get(k));
    }
    assertEquals(0, shares[7]);
  }

  /** Its items run loops of their own, which the limits of the outer one do not count. */
  @Test
  void coverageUnderATimeLimitIsTheSame() {
    Sweep sweep =
        Sweep.of(
            new IntervalCoverage(3, 99, 0.9),
            Design.factorial(
                Parameter.of("rows", 10),
                Parameter.of("correlation", 0),
                Parameter.of("lognormal", 0, 1)));
    Runner runner = Runner.on(new SequentialEngine());
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofHours(1));
    Run run = runner.withLimits(limits).run(sweep);
    assertEquals(0, run.failed());
    assertEquals(runner.run(sweep).digest(), run.digest());
  }
}
