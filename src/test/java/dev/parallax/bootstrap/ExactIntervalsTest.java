package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.Abc;
import dev.parallax.bootstrap.interval.BiasCorrection;
import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Evidence;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals of exact bootstrap distributions: no Monte Carlo error, so every digit must agree. */
class ExactIntervalsTest {
  private static final Path DATA = Path.of("src/test/resources/data");
  private static final Table CONTROL =
      Table.of("control").with("days", 52, 104, 146, 10, 50, 31, 40, 27, 46);
  private static final Table TREATMENT =
      Table.of("treatment").with("days", 94, 197, 16, 38, 99, 141, 23);

  private static BootstrapResult exact(Statistic statistic, Table table, String... columns) {
    Bootstrap bootstrap = Bootstrap.of(statistic, table, columns);
    double[][] data = bootstrap.sample().columns();
    BootstrapDistribution all = Enumerated.distribution(statistic, data);
    double[] leftOut = Jackknife.of(bootstrap).values().apply("replicate");
    double estimate = bootstrap.estimate();
    Evidence evidence = Evidence.of(estimate, all).with(JackknifeResult.of(estimate, leftOut));
    Statistic.Prepared prepared = statistic.prepare(data);
    if (prepared.evaluator() instanceof Statistic.Weighted) {
      evidence = evidence.with(new Abc(prepared, data[0].length, 1, 0));
    }
    Intervals intervals = Intervals.at(0.90, 0.95);
    return BootstrapResult.of("replicate", evidence, intervals, all.size(), data[0].length);
  }

  private static void assertInterval(
      double low, double high, double tolerance, BootstrapResult result, String name) {
    List<Interval> all =
        result.intervals().stream()
            .filter(i -> (i.method() + " " + Math.round(100 * i.level())).equals(name))
            .toList();
    assertEquals(1, all.size(), name);
    Interval interval = all.get(0);
    assertEquals(low, interval.low(), tolerance, interval.toString());
    assertEquals(high, interval.high(), tolerance, interval.toString());
    assertEquals(0, interval.lowError());
    assertEquals(0, interval.highError());
  }

  /** Davison and Hinkley's cities. */
  @Test
  void cityRatio() {
    Table table = TableFile.read(DATA.resolve("city.csv"));
    BootstrapResult r = exact(ByWeights.RATIO, table, "u", "x");
    assertEquals(1.5203125, r.estimate(), 1e-15);
    assertEquals(1.5597861, r.distribution().mean(), 5e-8);
    assertEquals(.03947360004, r.bias(), 5e-12);
    assertEquals(.221498053, r.standardError(), 5e-10);
    assertEquals(.1947909936, r.jackknife().orElseThrow().standardError(), 5e-11);
    assertEquals(-.01120319396, r.jackknife().orElseThrow().acceleration(), 5e-12);
    assertInterval(1.285714, 1.968045, 5e-7, r, "percentile 90");
    assertInterval(1.251116, 2.106977, 5e-7, r, "percentile 95");
    assertInterval(1.072580, 1.754911, 5e-7, r, "basic 90");
    assertInterval(.933648, 1.789509, 5e-7, r, "basic 95");
    assertInterval(1.116507, 1.845171, 5e-7, r, "normal 90");
    assertInterval(1.046711, 1.914967, 5e-7, r, "normal 95");
    assertInterval(1.282723, 1.956803, 5e-7, r, "bca 90");
    assertInterval(1.246819, 2.088957, 5e-7, r, "bca 95");
    assertInterval(1.2936715, 1.9488009, 2e-7, r, "abc 90");
    assertInterval(1.2618241, 2.0780849, 2e-7, r, "abc 95");
  }

  /**
   * The air-conditioning data. BCa's ends by integer arithmetic elsewhere: z0 by mid-p gives (57,
   * 226.083333) and (62.833333, 202.416667), a strict one (56.916667, 226) and (62.833333, 202.25).
   */
  @Test
  void airConditioning() {
    Table table = TableFile.read(DATA.resolve("aircondit.csv"));
    BootstrapResult r = exact(ByWeights.MEAN, table, "hours");
    assertEquals(Math.sqrt(1417.714699), r.standardError(), 5e-9);
    assertEquals(.0937980739, r.jackknife().orElseThrow().acceleration(), 5e-11);
    assertInterval(46.75, 191.166667, 5e-7, r, "percentile 95");
    assertInterval(25.0, 169.416667, 5e-7, r, "basic 95");
    assertInterval(34.285687, 181.880980, 5e-7, r, "normal 95");
    assertInterval(53.333333, 175.916667, 5e-7, r, "percentile 90");
    assertInterval(40.25, 162.833333, 5e-7, r, "basic 90");
    assertInterval(57.0, 226.083333, 5e-7, r, "bca 95");
    assertInterval(62.833333, 202.416667, 5e-7, r, "bca 90");
    assertInterval(63.574914, 201.546700, 2e-5, r, "abc 90");
    assertInterval(57.192763, 226.717270, 2e-5, r, "abc 95");
    BootstrapResult plain = exact(new Mean(), table, "hours");
    assertInterval(46.75, 191.166667, 5e-7, plain, "percentile 95");
  }

  /** Efron and Tibshirani's mice. */
  @Test
  void mice() {
    BootstrapResult control = exact(new Mean(), CONTROL, "days");
    assertEquals(13.33034946, control.standardError(), 5e-9);
    assertEquals(.06633215834, control.jackknife().orElseThrow().acceleration(), 5e-12);
    assertInterval(35.888889, 79.666667, 5e-7, control, "percentile 90");
    assertInterval(32.777778, 76.555556, 5e-7, control, "basic 90");
    assertInterval(38.666667, 85.222222, 5e-7, control, "bca 90");
    BootstrapResult treatment = exact(new Mean(), TREATMENT, "days");
    assertEquals(23.36352344, treatment.standardError(), 5e-9);
    assertEquals(.02912058126, treatment.jackknife().orElseThrow().acceleration(), 5e-12);
    assertInterval(49.428571, 126.714286, 5e-7, treatment, "percentile 90");
    BootstrapResult middle = exact(new Median(), TREATMENT, "days");
    assertEquals(37.83467439, middle.standardError(), 5e-9);
    assertTrue(middle.cautions().get(0).startsWith("7 rows are few: the replicates take 7 "));
  }

  /** Mid-p where it matters: a strict "below" would give z0 = -0.3438 and (27, 50). */
  @Test
  void medianOfTheControls() {
    BootstrapResult r = exact(new Median(), CONTROL, "days");
    assertEquals(12.86086287, r.standardError(), 5e-9);
    BiasCorrection correction = BiasCorrection.of(r.distribution(), r.estimate(), 0);
    assertEquals(0, correction.z0(), 1e-12);
    assertInterval(31, 52, 0, r, "bca 90");
  }

  /** scipy's test of its two-sample BCa: a = 0.011008228344026734. */
  @Test
  void accelerationOfTwoSamples() {
    double[] values = {94, 197, 16, 38, 99, 141, 23, 52, 104, 146, 10, 50, 31, 40, 27, 46};
    int[] samples = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    double[] leftOut = new double[16];
    for (int i = 0; i < 16; i++) {
      leftOut[i] = mean(values, samples, 0, i) - mean(values, samples, 1, i);
    }
    double estimate = mean(values, samples, 0, -1) - mean(values, samples, 1, -1);
    JackknifeResult r = JackknifeResult.of(estimate, leftOut, samples);
    assertEquals(0.011008228344026734, r.acceleration(), 1e-15);
    assertEquals(Math.hypot(25.23548953, 14.13897075), r.standardError(), 1e-8);
  }

  private static double mean(double[] values, int[] samples, int sample, int without) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (samples[i] == sample && i != without) {
        sum += values[i];
        n++;
      }
    }
    return sum / n;
  }
}
