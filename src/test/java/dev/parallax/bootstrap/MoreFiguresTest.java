package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long runs elsewhere, within their Monte Carlo errors and ours. */
class MoreFiguresTest {
  private static final int B = 200_000;

  private static BootstrapDistribution of(Run run, String name) {
    return ReplicateDistribution.of(run.doubles(name));
  }

  /** Four statistics of Hubble's nebulae, of the same resamples; 4e6 resamples elsewhere. */
  @Test
  void hubble() {
    Bootstrap bootstrap =
        Bootstrap.of(
                Statistics.find(List.of("slope-through-origin", "slope", "pearson", "kendall")),
                TableFile.read(Path.of("jobs/data/hubble.ecsv")),
                "distance",
                "velocity")
            .withResamples(B);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    double error = 4.5 * Math.sqrt(1.0 / B + 1 / 4e6); // of a standard error, more than 1/√(2 B)
    BootstrapDistribution origin = of(run, "slope-through-origin");
    assertEquals(41.986, origin.standardDeviation(), 42 * error);
    assertEquals(340.15, origin.quantile(0.025), 1.5);
    assertEquals(505.33, origin.quantile(0.975), 1.5);
    assertEquals(75.222, of(run, "slope").standardDeviation(), 75.2 * error);
    assertEquals(.070387, of(run, "pearson").standardDeviation(), .0704 * error);
    assertEquals(.616311049, bootstrap.estimates()[3], 5e-10);
  }

  /** The gravity series 7 and 8 as strata: R's boot, 99,999 resamples. */
  @Test
  void gravity() {
    double[] seven = {82, 79, 81, 79, 77, 79, 79, 78, 79, 82, 76, 73, 64};
    double[] eight = {84, 86, 85, 82, 77, 76, 77, 80, 83, 81, 78, 78, 78};
    Table table = Table.of("gravity").with("seven", seven).with("eight", eight);
    Bootstrap bootstrap =
        Bootstrap.of(
                Statistics.find(List.of("difference:mean")),
                table,
                Roles.twoColumns("seven", "eight"))
            .withResamples(B);
    assertEquals(-2.8461538, bootstrap.estimate(), 5e-8);
    BootstrapDistribution all = of(Runner.on(new SequentialEngine()).run(bootstrap), "replicate");
    double error = 4.5 * Math.sqrt(1.0 / B + 1e-5);
    assertEquals(1.5513, all.standardDeviation(), 1.56 * error);
    // Replicates are multiples of 1/13 of which an end may be the next one.
    assertEquals(-6.077, all.quantile(0.025), 1 / 13.0 + 0.001);
    assertEquals(-.077, all.quantile(0.975), 1 / 13.0 + 0.001);
    Bootstrap exact = bootstrap.withResampling(ResamplingKind.EXACT);
    BootstrapDistribution sums =
        ExactDistribution.of(
            Runner.on(new SequentialEngine()).run(exact).doubles("replicate"),
            exact.probabilities().orElseThrow());
    double variance = 0;
    for (double[] series : List.of(seven, eight)) {
      double mean = Arrays.stream(series).average().orElseThrow();
      variance += Arrays.stream(series).map(g -> (g - mean) * (g - mean)).sum() / 169;
    }
    assertEquals(Math.sqrt(variance), sums.standardDeviation(), 1e-12);
    assertEquals(1.5513, sums.standardDeviation(), 1.56 * 4.5 * Math.sqrt(1e-5));
    assertEquals(all.quantile(0.975), sums.quantile(0.975), 1 / 13.0 + 1e-9);
  }
}
