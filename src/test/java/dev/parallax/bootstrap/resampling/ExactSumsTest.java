package dev.parallax.bootstrap.resampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The exact distribution of a mean without going through resamples. */
class ExactSumsTest {
  private static BootstrapDistribution enumerated(Bootstrap bootstrap) {
    Bootstrap exact = bootstrap.withResampling(ResamplingKind.EXACT);
    assertFalse(exact.ofSums());
    double[] values = Runner.on(new SequentialEngine()).run(exact).doubles("replicate");
    return ExactDistribution.of(values, exact.probabilities().orElseThrow());
  }

  private static BootstrapDistribution summed(Bootstrap bootstrap) {
    double[] numbers = bootstrap.statistic().meanOf(bootstrap.sample().columns()).orElseThrow();
    ExactSums sums =
        ExactSums.of(numbers, bootstrap.sample(), bootstrap.statistic().twoSamples()).orElseThrow();
    assertEquals(1, Arrays.stream(sums.probabilities()).sum(), 1e-13);
    return ExactDistribution.of(sums.values(), sums.probabilities());
  }

  private static void same(Bootstrap bootstrap) {
    BootstrapDistribution all = enumerated(bootstrap);
    BootstrapDistribution sums = summed(bootstrap);
    assertEquals(all.mean(), sums.mean(), 1e-11);
    assertEquals(all.standardDeviation(), sums.standardDeviation(), 1e-11);
    for (double p : new double[] {0.005, 0.025, 0.1, 0.31, 0.5, 0.77, 0.9, 0.975, 0.999}) {
      assertEquals(all.quantile(p), sums.quantile(p), 1e-11, "quantile " + p);
    }
    double middle = bootstrap.estimate();
    assertEquals(all.fractionBelow(middle), sums.fractionBelow(middle), 1e-12);
  }

  @Test
  void agreesWithTheEnumeration() {
    Table table =
        Table.of("t")
            .with("v", 1.5, -0.25, 3.75, 1.5, 2, 0.1, 7)
            .with("u", 1, 0.5, 3, 1.25, 9, 2, 3)
            .with("w", 1, 2, 0, 3, 1, 1, 5)
            .with("g", List.of("a", "a", "b", "b", "b", "a", "a"));
    same(Bootstrap.of(new Mean(), table, "v"));
    same(Bootstrap.of(new Mean(), table, Roles.of("v").withWeights("w")));
    same(Bootstrap.of(new Mean(), table, Roles.of("v").withStrata("g")));
    same(Bootstrap.of(Statistics.find(List.of("mean-difference")), table, "v", "u"));
    same(
        Bootstrap.of(
            Statistics.find(List.of("difference:mean")), table, Roles.twoSamples("v", "g")));
  }

  /** The 16 mice: 42 million resamples, but few sums. Variances of the two means add up. */
  @Test
  void mice() {
    Table mice = TableFile.read(Path.of("src/test/resources/data/mouse.csv"));
    Bootstrap bootstrap =
        Bootstrap.of(
                Statistics.find(List.of("difference:mean")),
                mice,
                Roles.twoColumns("treatment", "control"))
            .withResampling(ResamplingKind.EXACT);
    assertTrue(bootstrap.ofSums());
    double[] values = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    BootstrapDistribution all =
        ExactDistribution.of(values, bootstrap.probabilities().orElseThrow());
    assertEquals(30.63492063, all.mean(), 5e-9);
    double variance = 23.36352344 * 23.36352344 + 13.33034946 * 13.33034946;
    assertEquals(Math.sqrt(variance), all.standardDeviation(), 2e-8);
  }

  /** A hundred rows of three decimals: the plug-in standard error, and a nearly normal shape. */
  @Test
  void manyRows() {
    double[] v = new SplittableRandom(6).doubles(100, 0, 2).toArray();
    Arrays.setAll(v, row -> Math.rint(1000 * v[row]) / 1000);
    Bootstrap bootstrap =
        Bootstrap.of(new Mean(), Table.of("t").with("v", v), "v")
            .withResampling(ResamplingKind.EXACT);
    double[] values = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    BootstrapDistribution all =
        ExactDistribution.of(values, bootstrap.probabilities().orElseThrow());
    double mean = Arrays.stream(v).average().orElseThrow();
    double se = Math.sqrt(Arrays.stream(v).map(d -> (d - mean) * (d - mean)).sum()) / 100;
    assertEquals(mean, all.mean(), 1e-12);
    assertEquals(se, all.standardDeviation(), 1e-12);
    // The next term of the Edgeworth series is of order 1 / n of the standard error.
    assertEquals(mean + 1.959963985 * se, all.quantile(0.975), se / 20);
    assertThrows(IllegalArgumentException.class, () -> bootstrap.resample(3));
  }

  @Test
  void whatIsNoSumIsEnumeratedOrRefused() {
    double[] v = new SplittableRandom(7).doubles(40).toArray(); // 17 decimals: no lattice
    Table table = Table.of("t").with("v", v);
    wrong(Bootstrap.of(new Mean(), table, "v"));
    wrong(Bootstrap.of(new Median(), table, "v"));
  }

  private static void wrong(Bootstrap bootstrap) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> bootstrap.withResampling(ResamplingKind.EXACT));
    assertTrue(e.getMessage().contains("at most 100000000 are enumerated"), e.getMessage());
  }
}
