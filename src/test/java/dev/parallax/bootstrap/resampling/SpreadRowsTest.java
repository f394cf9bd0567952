package dev.parallax.bootstrap.resampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The one-pass bootstrap of large tables: its counts, its sums, its one result. */
class SpreadRowsTest {
  private static final String TWO =
      "pearson,slope,intercept,slope-through-origin,ratio,mean-difference,orthogonal";
  private static final String ONE = "mean,sd,variance,variance-n,cv";

  private static Table table(int rows) {
    var random = new SplittableRandom(12);
    double[] x = random.doubles(rows, 100, 101).toArray();
    double[] y = IntStream.range(0, rows).mapToDouble(k -> x[k] + random.nextGaussian()).toArray();
    return Table.of("t")
        .with("x", x)
        .with("y", y)
        .with("g", IntStream.range(0, rows).mapToObj(k -> k % 3 == 0 ? "a" : "b").toList());
  }

  private static Bootstrap poisson(String statistics, Table table, Roles roles, int resamples) {
    return Bootstrap.of(Statistics.find(List.of(statistics.split(","))), table, roles)
        .withResampling(ResamplingKind.POISSON)
        .withResamples(resamples)
        .withSeed(3);
  }

  private static double[][] spread(Bootstrap bootstrap, Engine engine) {
    SpreadRows pass =
        SpreadRows.of(bootstrap.statistic(), bootstrap.sample().columns(), bootstrap.seed())
            .orElseThrow();
    long[] all = LongStream.range(0, bootstrap.items()).toArray();
    try (var run = Runner.on(engine).run(pass.over(all))) {
      return pass.results(all, run.store()).columns().stream()
          .map(column -> ((Column.Doubles) column).values())
          .toArray(double[][]::new);
    }
  }

  /** Of one column, or of two. */
  private static Statistic formula(String... columns) {
    String x = columns[columns.length - 1];
    return FormulaStatistic.of(
        Aggregation.of(
            "a = sum(y*y)/sum(y^2)*mean(y) + sd(y)/count()",
            "b = sum(" + x + ")/var(" + x + ")",
            "c = corr(" + x + ", y) + cov(y, " + x + ")",
            "d = sum(y*" + x + ")/sum(y) + log(mean(" + x + "))"),
        List.of(columns));
  }

  /** The same counts give the same values as the rows drawn in memory, but for rounding. */
  @Test
  void agreesWithRowsInMemory() {
    Table table = table(150_000); // two stretches and a part of one
    for (Bootstrap bootstrap :
        List.of(
            poisson(ONE, table, Roles.of("x"), 20),
            poisson(TWO, table, Roles.of("x", "y"), 20),
            poisson("difference:mean,ratio:mean,log-ratio", table, Roles.twoSamples("y", "g"), 20),
            poisson("mean", table, Roles.of("y"), 20).withStatistic(formula("y")),
            poisson("pearson", table, Roles.of("y", "x"), 20).withStatistic(formula("y", "x")))) {
      double[][] spread = spread(bootstrap, new SequentialEngine());
      var run = Runner.on(new SequentialEngine()).run(bootstrap);
      List<String> names = bootstrap.statistic().responses();
      for (int k = 0; k < names.size(); k++) {
        double[] rows = run.doubles(names.get(k));
        for (int b = 0; b < 20; b++) {
          double slack = 1e-11 * Math.max(1, Math.abs(rows[b]));
          assertEquals(rows[b], spread[k][b], slack, names.get(k));
        }
      }
    }
  }

  /** At small size the Poisson bootstrap's standard error is the row bootstrap's. */
  @Test
  void agreesWithTheRowBootstrap() {
    Table table = table(400);
    int resamples = 20_000;
    Bootstrap bootstrap =
        poisson("pearson,slope,mean-difference", table, Roles.of("x", "y"), resamples);
    double[][] spread = spread(bootstrap, new SequentialEngine());
    var rows = Runner.on(new SequentialEngine()).run(bootstrap.withResampling(ResamplingKind.ROWS));
    for (int k = 0; k < 3; k++) {
      String name = bootstrap.statistic().responses().get(k);
      double expected = ReplicateDistribution.of(rows.doubles(name)).standardDeviation();
      double se = ReplicateDistribution.of(spread[k]).standardDeviation();
      // Two Monte Carlo errors of se / √(2 B), and 1/n for the size that varies.
      assertEquals(expected, se, expected * (5 / Math.sqrt(resamples) + 2.0 / 400), name);
    }
  }

  /** Which rows share a slice, and who adds them up, leaves no trace. */
  @Test
  void oneResultHoweverRowsAreSpread() {
    Bootstrap bootstrap = poisson(TWO, table(400_000), Roles.of("x", "y"), 10);
    double[][] serial = spread(bootstrap, new SequentialEngine());
    for (String master : List.of("local[1]", "local[2]", "local[5]")) {
      try (Engine spark = SparkEngine.open(SparkSettings.ofSpark().withMaster(master))) {
        double[][] spread = spread(bootstrap, spark);
        for (int k = 0; k < serial.length; k++) {
          assertArrayEquals(serial[k], spread[k], master);
        }
      }
    }
  }

  /** Above a million rows the runner does it by itself. */
  @Test
  void largeTablesAreSpread() {
    Bootstrap bootstrap = poisson("pearson", table(1_100_000), Roles.of("x", "y"), 4);
    assertTrue(bootstrap.pass().isPresent());
    var run = Runner.on(new SequentialEngine()).run(bootstrap);
    assertArrayEquals(spread(bootstrap, new SequentialEngine())[0], run.doubles("replicate"));
    Bootstrap median = poisson("kendall", table(100), Roles.of("x", "y"), 4);
    assertTrue(median.pass().isEmpty());
  }
}
