package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicates that tie with the estimate as the numbers are written do so at any offset. */
class BiasTiesTest {
  private static final double[] V = {3, 3, 0, 3, 2, 4, 0, 4};
  private static final List<String> G = List.of("a", "a", "a", "a", "b", "b", "b", "b");

  private static double below(String statistic, double offset, double unit) {
    double[] v = Arrays.stream(V).map(k -> decimal(offset, k, unit)).toArray();
    Table table =
        Table.of("t")
            .with("v", v)
            .with("u", IntStream.range(0, 8).mapToDouble(k -> k * k % 5).toArray())
            .with("g", G);
    Roles roles =
        statistic.startsWith("difference")
            ? Roles.twoSamples("v", "g")
            : statistic.equals("slope") ? Roles.of("u", "v") : Roles.of("v");
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of(statistic)), table, roles)
            .withResampling(ResamplingKind.EXACT);
    BootstrapResult result =
        BootstrapAnalysis.here(bootstrap, Intervals.at(0.9).by(IntervalMethod.PERCENTILE));
    return result.distribution().fractionBelow(result.estimate());
  }

  /** The number that is written so many units above the offset. */
  private static double decimal(double offset, double k, double unit) {
    return new java.math.BigDecimal(offset)
        .add(java.math.BigDecimal.valueOf(k).multiply(java.math.BigDecimal.valueOf(unit)))
        .doubleValue();
  }

  @Test
  void mediansMeansAndSlopes() {
    for (String statistic :
        List.of("mean", "median", "difference:mean", "difference:median", "slope", "sd")) {
      double plain = below(statistic, 0, 1);
      for (double offset : new double[] {1e3, 2455000, 1e8, 1e10}) {
        for (double unit : new double[] {0.1, 0.01}) {
          if (statistic.equals("slope") && offset > 1e9) {
            continue; // of many different slopes, some are nearer than what rounding tells apart
          }
          assertEquals(plain, below(statistic, offset, unit), 1e-9, statistic + " at " + offset);
        }
      }
    }
  }

  @Test
  void whatRoundingHidesIsSaid() {
    double[] v = Arrays.stream(V).map(k -> 1e15 + k / 4).toArray();
    Table table = Table.of("t").with("v", v);
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of("mean")), table, "v").withResamples(200);
    List<String> cautions = BootstrapAnalysis.here(bootstrap, Intervals.at(0.9)).cautions();
    assertTrue(
        cautions.stream().anyMatch(c -> c.contains("take a constant off")), cautions.toString());
  }

  /** A jackknife of few places is the median's, and not that of a mean of zeros and ones. */
  @Test
  void stepsAreTheStatisticsAndNotTheDatas() {
    double[] coins = IntStream.range(0, 30).mapToDouble(k -> k % 3 == 0 ? 1 : 0).toArray();
    double[] many = IntStream.range(0, 31).mapToDouble(k -> k * k * 0.37).toArray();
    assertTrue(!steps("mean", coins) && !steps("sd", coins) && !steps("mean", many));
    assertTrue(steps("median", many) && steps("quantile:0.75", many));
    assertTrue(steps("median", coins));
  }

  private static boolean steps(String statistic, double[] v) {
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of(statistic)), Table.of("t").with("v", v), "v")
            .withResamples(200);
    return BootstrapAnalysis.here(bootstrap, Intervals.at(0.9)).cautions().stream()
        .anyMatch(c -> c.contains("moves in steps"));
  }
}
