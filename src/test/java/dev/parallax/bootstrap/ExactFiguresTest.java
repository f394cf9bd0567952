package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.resampling.ExactResampling;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Statistic;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Ratio;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Complete enumerations reproduce what is published, to every printed digit. */
class ExactFiguresTest {
  private static final Path DATA = Path.of("src/test/resources/data");
  private static final Table TREATED =
      Table.of("treatment").with("days", 94, 197, 16, 38, 99, 141, 23);
  private static final Table CONTROL =
      Table.of("control").with("days", 52, 104, 146, 10, 50, 31, 40, 27, 46);

  private static Bootstrap exact(Statistic statistic, Table table, String... columns) {
    return Bootstrap.of(statistic, table, columns).withResampling(ResamplingKind.EXACT);
  }

  private static BootstrapDistribution distribution(Bootstrap bootstrap) {
    double[] values = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    return ExactDistribution.of(values, bootstrap.probabilities().orElseThrow());
  }

  private static void assertPercentiles(
      double level, double low, double high, BootstrapDistribution all) {
    assertEquals(low, all.quantile((1 - level) / 2), 5e-7);
    assertEquals(high, all.quantile((1 + level) / 2), 5e-7);
  }

  @Test
  void mice() {
    BootstrapDistribution treated = distribution(exact(new Mean(), TREATED, "days"));
    assertEquals(23.36352344, treated.standardDeviation(), 5e-9);
    assertPercentiles(0.9, 49.428571, 126.714286, treated);
    assertEquals(
        37.83467439, distribution(exact(new Median(), TREATED, "days")).standardDeviation(), 5e-9);
    BootstrapDistribution control = distribution(exact(new Mean(), CONTROL, "days"));
    assertEquals(13.33034946, control.standardDeviation(), 5e-9);
    assertPercentiles(0.9, 35.888889, 79.666667, control);
    assertEquals(
        12.86086287, distribution(exact(new Median(), CONTROL, "days")).standardDeviation(), 5e-9);
  }

  @Test
  void cities() {
    Bootstrap bootstrap = exact(new Ratio(), TableFile.read(DATA.resolve("city.csv")), "u", "x");
    assertEquals(92_378, bootstrap.items());
    BootstrapDistribution ratio = distribution(bootstrap);
    assertEquals(1.5203125, bootstrap.estimate());
    assertEquals(1.5597861, ratio.mean(), 5e-8);
    assertEquals(.03947360004, ratio.mean() - bootstrap.estimate(), 5e-12);
    assertEquals(.221498053, ratio.standardDeviation(), 5e-10);
    assertPercentiles(0.9, 1.285714, 1.968045, ratio);
    assertPercentiles(0.95, 1.251116, 2.106977, ratio);
  }

  @Test
  void airConditioning() {
    BootstrapDistribution mean =
        distribution(exact(new Mean(), TableFile.read(DATA.resolve("aircondit.csv")), "hours"));
    assertEquals(1_352_078, mean.size());
    assertEquals(1417.714699, Math.pow(mean.standardDeviation(), 2), 5e-7);
    assertPercentiles(0.95, 46.75, 191.166667, mean);
    assertPercentiles(0.9, 53.333333, 175.916667, mean);
  }

  /** The probabilities are those of the multinomial distribution, whatever is drawn. */
  @Test
  void probabilitiesAddUpToOne() {
    Table table =
        Table.of("t")
            .with("v", 3, 1, 4, 1, 5, 9)
            .with("w", 1, 2, 0, 3, 1, 1)
            .with("g", List.of("a", "a", "b", "b", "b", "a"));
    for (Roles roles :
        List.of(
            Roles.of("v"),
            Roles.of("v").withStrata("g"),
            Roles.of("v").withWeights("w"),
            Roles.of("v").withStrata("g").withWeights("w"),
            Roles.of("v").withClusters("g"))) {
      Bootstrap bootstrap =
          Bootstrap.of(new Mean(), table, roles).withResampling(ResamplingKind.EXACT);
      double[] p = bootstrap.probabilities().orElseThrow();
      assertEquals(bootstrap.items(), p.length);
      assertEquals(1, Arrays.stream(p).sum(), 1e-13);
    }
    Bootstrap weighted =
        Bootstrap.of(new Mean(), table, Roles.of("v").withWeights("w"))
            .withResampling(ResamplingKind.EXACT);
    // The mean of a weighted bootstrap is the weighted mean, its variance σ²/n about that.
    double mean = (3 + 2 + 3 + 5 + 9) / 8.0;
    double square = (9 + 2 + 3 + 25 + 81) / 8.0 - mean * mean;
    BootstrapDistribution all = distribution(weighted);
    assertEquals(mean, all.mean(), 1e-13);
    assertEquals(Math.sqrt(square / 6), all.standardDeviation(), 1e-13);
  }

  /** Two samples: the variance of a difference of means is the sum of their plug-in variances. */
  @Test
  void twoSamples() {
    Table both = Table.of("mice").with("a", 94, 197, 16, 38, 99).with("b", 52, 104, 146, 10, 50);
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of("difference:mean")), both, Roles.twoColumns("a", "b"))
            .withResampling(ResamplingKind.EXACT);
    assertEquals(126 * 126, bootstrap.items());
    BootstrapDistribution all = distribution(bootstrap);
    double variance = 0;
    for (String name : List.of("a", "b")) {
      double[] v = both.doubles(name);
      double mean = Arrays.stream(v).average().orElseThrow();
      variance += Arrays.stream(v).map(d -> (d - mean) * (d - mean)).sum() / 25;
    }
    assertEquals(bootstrap.estimate(), all.mean(), 1e-12);
    assertEquals(Math.sqrt(variance), all.standardDeviation(), 1e-11);
  }

  /** Monte Carlo agrees with what it approximates, within its own error. */
  @ParameterizedTest
  @ValueSource(strings = {"ROWS", "BALANCED"})
  void monteCarloApproachesIt(ResamplingKind kind) {
    int resamples = 100_000;
    Table city = TableFile.read(DATA.resolve("city.csv"));
    Bootstrap bootstrap =
        Bootstrap.of(new Ratio(), city, "u", "x").withResampling(kind).withResamples(resamples);
    double[] values = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    BootstrapDistribution all = ReplicateDistribution.of(values);
    assertEquals(1.5597861, all.mean(), 5 * .2215 / Math.sqrt(resamples));
    // The fourth moment of this distribution makes the error some 1.5 times the normal one.
    assertEquals(.221498053, all.standardDeviation(), 5 * .2215 * 1.5 / Math.sqrt(2 * resamples));
  }

  /** An interrupted enumeration goes on anywhere: every item is had from its index alone. */
  @Test
  void anyItemAlone() {
    Bootstrap bootstrap =
        exact(new Pearson(), Table.of("t").with("x", 1, 2, 4, 7).with("y", 3, 1, 5, 4), "x", "y");
    assertEquals(35, bootstrap.items());
    var sampler = new ExactResampling(Units.ofRows(4), new double[0]).sampler(4);
    var random = dev.parallax.random.RandomStream.of(1, dev.parallax.random.Purpose.RESAMPLE, 0);
    List<String> seen = new java.util.ArrayList<>();
    for (int item = 0; item < 35; item++) {
      String counts = Arrays.toString(sampler.draw(random.moveTo(item)).counts());
      assertEquals(Arrays.toString(bootstrap.resample(item).counts()), counts);
      assertTrue(!seen.contains(counts));
      seen.add(counts);
    }
  }

  @Test
  void tooManyAreRefusedWithTheirNumber() {
    wrong("16 rows has 300540195 resamples; at most 100000000 are enumerated", 16);
    wrong("300 rows has about 10^179 resamples", 300);
    wrong("100000 rows has about 10^60203 resamples", 100_000);
  }

  private static void wrong(String why, int rows) {
    double[] v = new double[rows];
    Arrays.setAll(v, row -> row);
    Table table = Table.of("t").with("v", v);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> exact(new Median(), table, "v"));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
