package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Statistic;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Slope;
import dev.parallax.statistic.Spearman;
import dev.parallax.statistic.StandardDeviation;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Bootstraps whose results are known exactly, by complete enumeration of the resamples or by very
 * long runs elsewhere. A Monte Carlo run must agree within its own Monte Carlo error: that of a
 * standard error is se sqrt(2 (kurtosis - 1)) / (2 sqrt(2 B)), taken as se / sqrt(B) here; that of
 * a quantile sqrt(p (1 - p) / B) over the density there.
 */
class PublishedFiguresTest {
  private static final int B = 200_000;
  private static final Path DATA = Path.of("src/test/resources/data");

  private static BootstrapResult run(Statistic statistic, Table table, String... columns) {
    Bootstrap bootstrap = Bootstrap.of(statistic, table, columns).withResamples(B).withSeed(1);
    double[] replicates = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    return BootstrapAnalysis.result(
        bootstrap, replicates, Intervals.at(0.95, 0.90).by(IntervalMethod.PERCENTILE));
  }

  private static void assertInterval(double low, double high, double tolerance, Interval interval) {
    assertEquals(low, interval.low(), tolerance, interval.toString());
    assertEquals(high, interval.high(), tolerance, interval.toString());
  }

  /** Hubble 1929, Table 1. 4e6 replicates elsewhere: se .070387, 95 % (.62901, .90322). */
  @Test
  void hubble() {
    Table table = TableFile.read(Path.of("jobs/data/hubble.ecsv"));
    BootstrapResult r = run(new Pearson(), table, "distance", "velocity");
    assertEquals(0.789639488, r.estimate(), 5e-10);
    assertEquals(0.070387, r.standardError(), 4 * 0.0704 / Math.sqrt(B));
    assertInterval(0.62901, 0.90322, 0.002, r.intervals().get(0));
    BootstrapResult rank = run(new Spearman(), table, "distance", "velocity");
    assertEquals(0.799564205, rank.estimate(), 5e-10);
    BootstrapResult slope = run(new Slope(), table, "distance", "velocity");
    assertEquals(454.1584409, slope.estimate(), 5e-8);
    assertEquals(75.222, slope.standardError(), 4 * 75.2 / Math.sqrt(B));
    assertInterval(314.46, 609.62, 2, slope.intervals().get(0));
  }

  /** Efron and Tibshirani's law schools, by enumeration of all 77,558,760 resamples. */
  @Test
  void lawSchools() {
    Table table = TableFile.read(DATA.resolve("law15.csv"));
    BootstrapResult r = run(new Pearson(), table, "LSAT", "GPA");
    assertEquals(0.776374491289, r.estimate(), 5e-13);
    assertEquals(0.133559762, r.standardError(), 4 * 0.1336 / Math.sqrt(B));
    assertEquals(-0.005729413, r.bias(), 4 * 0.1336 / Math.sqrt(B));
    assertInterval(0.459556, 0.961846, 0.004, r.intervals().get(0));
    assertInterval(0.523065, 0.947531, 0.004, r.intervals().get(1));
    assertEquals(0, r.undefined(), "all rows alike: probability 3.4e-17");
    assertEquals(0.7964285714, run(new Spearman(), table, "LSAT", "GPA").estimate(), 5e-11);
  }

  /** The mouse data: the ideal bootstrap's standard errors are known for mean and median. */
  @Test
  void mice() {
    Table treatment = Table.of("treatment").with("days", 94, 197, 16, 38, 99, 141, 23);
    Table control = Table.of("control").with("days", 52, 104, 146, 10, 50, 31, 40, 27, 46);
    BootstrapResult mean = run(new Mean(), treatment, "days");
    assertEquals(86.85714286, mean.estimate(), 5e-9);
    assertEquals(23.36352344, mean.standardError(), 4 * 23.4 / Math.sqrt(B));
    assertInterval(49.428571, 126.714286, 0.6, mean.intervals().get(1));
    BootstrapResult median = run(new Median(), treatment, "days");
    assertEquals(37.83467439, median.standardError(), 4 * 37.8 / Math.sqrt(B));
    BootstrapResult other = run(new Mean(), control, "days");
    assertEquals(13.33034946, other.standardError(), 4 * 13.3 / Math.sqrt(B));
    assertInterval(35.888889, 79.666667, 0.4, other.intervals().get(1));
    assertEquals(
        12.86086287, run(new Median(), control, "days").standardError(), 4 * 12.9 / Math.sqrt(B));
  }

  /** The air-conditioning data: the mean's plug-in standard error is exact. */
  @Test
  void airConditioning() {
    BootstrapResult mean = run(new Mean(), TableFile.read(DATA.resolve("aircondit.csv")), "hours");
    assertEquals(108.0833333, mean.estimate(), 5e-8);
    assertEquals(37.65252236, mean.standardError(), 4 * 37.7 / Math.sqrt(B));
    assertInterval(46.75, 191.166667, 1, mean.intervals().get(0));
    assertInterval(53.333333, 175.916667, 1, mean.intervals().get(1));
  }

  @Test
  void anscombe() {
    Table table = TableFile.read(DATA.resolve("anscombe.csv"));
    double[] published = {.8164205, .8162365, .8162867, .8165214};
    for (int i = 1; i <= 4; i++) {
      Bootstrap bootstrap = Bootstrap.of(new Pearson(), table, "x" + i, "y" + i);
      assertEquals(published[i - 1], bootstrap.estimate(), 5e-8);
    }
  }

  /** Resamples of equal rows have no correlation: at n = 3 a share of 1/9, counted and left out. */
  @Test
  void undefinedReplicatesAreCounted() {
    Table table = Table.of("three").with("x", 1, 2, 4).with("y", 3, 5, 4);
    BootstrapResult r = run(new Pearson(), table, "x", "y");
    double error = Math.sqrt(B * (1 / 9.0) * (8 / 9.0));
    assertEquals(B / 9.0, r.undefined(), 4 * error);
    assertEquals(B, r.resamples());
    assertTrue(Double.isFinite(r.standardError()));
    assertTrue(r.intervals().get(0).low() >= -1 && r.intervals().get(0).high() <= 1);
  }

  @Test
  void theStandardDeviationsOwnBootstrap() {
    BootstrapResult sd =
        run(new StandardDeviation(), Table.of("t").with("v", 10000001, 10000003, 10000002), "v");
    assertEquals(1.0, sd.estimate());
  }
}
