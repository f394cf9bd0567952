package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.interval.Side;
import dev.parallax.bootstrap.interval.Transform;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Intervals of Monte Carlo replicates: they must agree within the error that they state. */
class MonteCarloIntervalsTest {
  private static final int B = 200_000;
  private static final Path DATA = Path.of("src/test/resources/data");
  private static final Table SCHOOLS = TableFile.read(DATA.resolve("law15.csv"));
  private static final Table HOURS = TableFile.read(DATA.resolve("aircondit.csv"));

  private static BootstrapResult run(Bootstrap bootstrap, Intervals intervals) {
    return replicates(bootstrap).apply(intervals);
  }

  /** What the replicates of one run say, by any kind of interval. */
  private static Function<Intervals, BootstrapResult> replicates(Bootstrap bootstrap) {
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    BootstrapAnalysis analysis =
        BootstrapAnalysis.of(bootstrap, run::doubles)
            .withJackknife(Jackknife.of(bootstrap).values());
    return intervals -> analysis.results(intervals).get(0);
  }

  /** Four standard errors, ours and those of the other side's resamples. */
  private static void assertInterval(
      double low, double high, double others, BootstrapResult result, IntervalMethod method) {
    Interval interval =
        result.intervals().stream()
            .filter(i -> i.method().equals(method.toString()))
            .findFirst()
            .orElseThrow();
    double ratio = Math.sqrt(1 + B / others);
    assertTrue(interval.lowError() > 0 && interval.highError() > 0);
    assertEquals(low, interval.low(), 4 * ratio * interval.lowError() + 1e-6, method.toString());
    assertEquals(high, interval.high(), 4 * ratio * interval.highError() + 1e-6, method.toString());
  }

  /** The law schools: exact ends by enumeration of 77,558,760 resamples. */
  @Test
  void lawSchools() {
    Bootstrap bootstrap = Bootstrap.of(new Pearson(), SCHOOLS, "LSAT", "GPA").withResamples(B);
    Function<Intervals, BootstrapResult> replicates = replicates(bootstrap);
    double exact = Double.POSITIVE_INFINITY;
    BootstrapResult r = replicates.apply(Intervals.at(0.95));
    assertEquals(0.133559762, r.standardError(), 4 * r.standardErrorError());
    assertEquals(-0.005729413, r.bias(), 4 * r.biasError());
    JackknifeResult jackknife = r.jackknife().orElseThrow();
    assertEquals(0.1425186186, jackknife.standardError(), 5e-11);
    assertEquals(-0.006473623046, jackknife.bias(), 5e-12);
    assertEquals(-0.07567156494, jackknife.acceleration(), 5e-12);
    assertInterval(0.459556, 0.961846, exact, r, IntervalMethod.PERCENTILE);
    assertInterval(0.332636, 0.941715, exact, r, IntervalMethod.BCA);
    double t = 0.776374491289;
    assertInterval(2 * t - 0.961846, 2 * t - 0.459556, exact, r, IntervalMethod.BASIC);
    assertInterval(.52030, 1.04400, 999_999, r, IntervalMethod.NORMAL);
    BootstrapResult ninety = replicates.apply(Intervals.at(0.90));
    assertInterval(0.429103, 0.926859, exact, ninety, IntervalMethod.BCA);
    BootstrapResult fisher = replicates.apply(Intervals.at(0.95).with(Transform.FISHER));
    assertInterval(.20633, .93494, 999_999, fisher, IntervalMethod.NORMAL);
    assertInterval(.10328, .91802, 999_999, fisher, IntervalMethod.BASIC);
    assertInterval(0.332636, 0.941715, exact, fisher, IntervalMethod.BCA);
  }

  /**
   * ABC draws nothing; R's abc.ci(law, corr) has six digits, by the rounding of its differences.
   */
  @Test
  void abcOfTheLawSchools() {
    double[] ends = {.33796952, .94207024, .44281802, .92144910};
    Bootstrap bootstrap =
        Bootstrap.of(ByWeights.CORRELATION, SCHOOLS, "LSAT", "GPA").withResamples(100);
    Intervals abc = Intervals.at(0.95, 0.90).by(IntervalMethod.ABC);
    List<Interval> intervals = run(bootstrap, abc).intervals();
    for (int k = 0; k < 2; k++) {
      assertEquals(ends[2 * k], intervals.get(k).low(), 5e-7);
      assertEquals(ends[2 * k + 1], intervals.get(k).high(), 5e-7);
      assertEquals(0, intervals.get(k).highError());
    }
  }

  /** Air-conditioning: R's boot.ci on 999,999 replicates, with the mean's own standard error. */
  @Test
  void studentizedMeans() {
    Bootstrap bootstrap =
        Bootstrap.of(StandardErrors.with(new Mean()), HOURS, "hours").withResamples(B);
    Function<Intervals, BootstrapResult> replicates = replicates(bootstrap);
    BootstrapResult r = replicates.apply(Intervals.at(0.95));
    assertInterval(47.131, 291.973, 999_999, r, IntervalMethod.STUDENTIZED);
    assertInterval(
        56.653, 260.459, 999_999, replicates.apply(Intervals.at(0.90)), IntervalMethod.STUDENTIZED);
    BootstrapResult log = replicates.apply(Intervals.at(0.95).with(Transform.LOG));
    assertInterval(51.753, 327.091, 999_999, log, IntervalMethod.STUDENTIZED);
    assertInterval(61.162, 249.438, 999_999, log, IntervalMethod.BASIC);
  }

  /** A one-sided 95 % interval ends where a two-sided 90 % one does. */
  @Test
  void oneSidedIntervals() {
    Bootstrap bootstrap = Bootstrap.of(new Mean(), HOURS, "hours").withResamples(2000);
    List<Interval> two = run(bootstrap, Intervals.at(0.9)).intervals();
    List<Interval> lower = run(bootstrap, Intervals.at(0.95).with(Side.LOWER)).intervals();
    List<Interval> upper = run(bootstrap, Intervals.at(0.95).with(Side.UPPER)).intervals();
    for (int k = 0; k < two.size(); k++) {
      assertEquals(two.get(k).low(), lower.get(k).low(), 1e-9);
      assertEquals(Double.POSITIVE_INFINITY, lower.get(k).high());
      assertEquals(two.get(k).high(), upper.get(k).high(), 1e-9);
      assertEquals(Double.NEGATIVE_INFINITY, upper.get(k).low());
    }
  }

  /**
   * Ends from 200 seeds scatter as the stated errors say. A standard deviation of 200 is known to 5
   * %, and the stated errors scatter too, so a quarter is allowed.
   */
  @Test
  void statedErrorsAreTheScatterBetweenSeeds() {
    int seeds = 200;
    Map<String, List<double[]>> all = new TreeMap<>();
    Bootstrap bootstrap =
        Bootstrap.of(StandardErrors.with(new Pearson()), SCHOOLS, "LSAT", "GPA")
            .withResamples(4000);
    for (int seed = 1; seed <= seeds; seed++) {
      BootstrapResult r = run(bootstrap.withSeed(seed), Intervals.at(0.9));
      note(all, "bias", r.bias(), r.biasError());
      note(all, "standard error", r.standardError(), r.standardErrorError());
      for (Interval i : r.intervals()) {
        if (i.method().equals("abc")) {
          continue; // draws nothing
        }
        note(all, i.method() + " low", i.low(), i.lowError());
        note(all, i.method() + " high", i.high(), i.highError());
      }
    }
    assertTrue(all.size() >= 14, all.keySet().toString());
    all.forEach(
        (name, pairs) -> {
          double[] values = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
          double scatter = ReplicateDistribution.of(values).standardDeviation();
          double stated =
              Math.sqrt(pairs.stream().mapToDouble(pair -> pair[1] * pair[1]).sum() / seeds);
          assertEquals(1, stated / scatter, 0.25, name + " " + stated + " " + scatter);
        });
  }

  private static void note(
      Map<String, List<double[]>> all, String name, double value, double error) {
    all.computeIfAbsent(name, key -> new ArrayList<>()).add(new double[] {value, error});
  }
}
