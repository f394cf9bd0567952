package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The estimate is that of the rows as they are drawn: weight by weight. */
class WeightedEstimateTest {

  private static Bootstrap of(String statistic, Table table, Roles roles) {
    return Bootstrap.of(Statistics.find(List.of(statistic.split(","))), table, roles);
  }

  @Test
  void aRowWeighsAsManyRowsAsItsWeight() {
    var random = new SplittableRandom(6);
    int n = 9;
    double[] x = random.doubles(n, 1, 5).toArray();
    double[] y = random.doubles(n, 1, 5).toArray();
    int[] w = random.ints(n, 1, 5).toArray();
    double[] weights = Arrays.stream(w).asDoubleStream().toArray();
    int[] copies =
        IntStream.range(0, n).flatMap(k -> IntStream.generate(() -> k).limit(w[k])).toArray();
    Table table = Table.of("t").with("x", x).with("y", y).with("w", weights);
    Table copied =
        Table.of("t")
            .with("x", Arrays.stream(copies).mapToDouble(k -> x[k]).toArray())
            .with("y", Arrays.stream(copies).mapToDouble(k -> y[k]).toArray());
    for (String statistic :
        List.of("pearson", "spearman", "slope", "intercept", "slope-through-origin", "ratio")) {
      assertEquals(
          of(statistic, copied, Roles.of("x", "y")).estimate(),
          of(statistic, table, Roles.of("x", "y").withWeights("w")).estimate(),
          1e-12,
          statistic);
    }
    for (String statistic : List.of("mean", "variance-n", "skewness")) {
      assertEquals(
          of(statistic, copied, Roles.of("x")).estimate(),
          of(statistic, table, Roles.of("x").withWeights("w")).estimate(),
          1e-12,
          statistic);
    }
  }

  /** So the mean has no bias, whatever the design: the exact bootstrap says so. */
  @Test
  void aWeightedMeanHasNoBias() {
    double[] v = {1, 5, 2, 9, 4, 7, 12};
    Table table =
        Table.of("t")
            .with("v", v)
            .with("w", 3, 1, 2, 0.5, 4, 1, 0)
            .with("s", List.of("a", "b", "a", "b", "a", "b", "b"))
            .with("c", List.of("k", "l", "k", "m", "n", "m", "l"))
            .with("g", List.of("p", "q", "p", "q", "q", "p", "q"));
    Roles weighted = Roles.of("v").withWeights("w");
    unbiased(of("mean", table, weighted));
    unbiased(of("mean", table, weighted.withStrata("s")));
    unbiased(of("difference:mean", table, Roles.twoSamples("v", "g").withWeights("w")));
    // Clusters of one size are means of means.
    Table even =
        Table.of("t")
            .with("v", 1, 2, 5, 9, 4, 4.5)
            .with("w", 3, 1, 2, 0.5, 4, 1)
            .with("c", List.of("k", "k", "l", "l", "m", "m"));
    unbiased(of("mean", even, weighted.withClusters("c")));
  }

  private static void unbiased(Bootstrap bootstrap) {
    BootstrapResult result =
        BootstrapAnalysis.here(bootstrap.withResampling(ResamplingKind.EXACT), Intervals.at(0.9));
    assertEquals(0, result.bias(), 1e-12);
    List<String> methods = result.intervals().stream().map(Interval::method).toList();
    assertEquals(List.of("normal", "basic", "percentile", "bc"), methods);
    assertFalse(result.jackknife().isPresent());
  }

  @Test
  void aStatisticWithoutWeightsIsRefused() {
    Table table = Table.of("t").with("x", 1, 2, 4, 8).with("w", 1, 2, 1, 1);
    Roles roles = Roles.of("x").withWeights("w");
    for (String statistic : List.of("median", "mad", "quantile:0.9", "trimmed-mean:0.1")) {
      Bootstrap bootstrap = of(statistic, table, roles);
      Exception e = assertThrows(IllegalArgumentException.class, bootstrap::estimate);
      assertTrue(e.getMessage().startsWith("weights are for a statistic that takes"), e.toString());
      assertThrows(
          IllegalArgumentException.class,
          () -> BootstrapAnalysis.check(bootstrap, Intervals.at(0.9)));
    }
  }
}
