package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Simex;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.run.Runner;
import dev.parallax.statistic.CensoredKendall;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first law for every statistic and every kind of resampling. */
class OneResultOfEveryKindTest {
  private static final String ONE =
      "mean,median,quantile:0.9,trimmed-mean:0.1,sd,variance,variance-n,mad,cv,skewness";
  private static final String TWO =
      "pearson,spearman,kendall,slope,intercept,slope-through-origin,ratio,mean-difference,"
          + "theil-sen,orthogonal,weighted-mean";
  private static final String SAMPLES =
      "difference:mean,difference:median,ratio:mean,difference:quantile:0.25," + "log-ratio,auc";
  private static final int N = 61;

  private static Table table(int n) {
    var random = new SplittableRandom(77);
    double[] x = random.doubles(n, 1, 9).map(v -> Math.rint(8 * v) / 8).toArray();
    double[] y = random.doubles(n, 2, 5).toArray();
    return Table.of("t")
        .with("x", x)
        .with("y", y)
        .with("e", random.doubles(n).toArray())
        .with("f", random.doubles(n).toArray())
        .with("c", new double[n])
        .with("l", IntStream.range(0, n).mapToDouble(k -> k % 7 == 3 ? 1 : 0).toArray())
        .with("g", IntStream.range(0, n).mapToObj(k -> "g" + k % 3).toList())
        .with("h", IntStream.range(0, n).mapToObj(k -> "h" + k % 2).toList())
        .with("k", IntStream.range(0, n).mapToObj(k -> "k" + k / 5).toList());
  }

  private static Bootstrap of(String statistics, Roles roles) {
    return Bootstrap.of(Statistics.find(List.of(statistics.split(","))), table(N), roles);
  }

  private static Roles measured(Roles pair) {
    return pair.withErrors(new Roles.ErrorColumns(0, "e", "e"))
        .withErrors(new Roles.ErrorColumns(1, "f", "f"))
        .withErrorCovariance("c");
  }

  private static Map<String, Bootstrap> bootstraps() {
    Roles pair = Roles.of("x", "y");
    Roles measured =
        pair.withErrors(new Roles.ErrorColumns(0, "e", "e"))
            .withErrors(new Roles.ErrorColumns(1, "e", "f"));
    Map<String, Bootstrap> all = new LinkedHashMap<>();
    for (ResamplingKind kind : ResamplingKind.values()) {
      if (kind != ResamplingKind.EXACT) {
        all.put(kind + " of one", of(ONE, Roles.of("x")).withResampling(kind));
        all.put(kind + " of two", of(TWO, pair).withResampling(kind));
        all.put(kind + " of samples", of(SAMPLES, Roles.twoSamples("y", "h")).withResampling(kind));
      }
    }
    Statistic formula =
        FormulaStatistic.of(
            Aggregation.of("a = sum(x*y)/sum(y)", "b = median(log(x)) - a", "c = corr(x, y)"),
            List.of("x", "y"));
    for (Table data : List.of(table(N), table(5003))) {
      all.put("formula of " + data.rows(), Bootstrap.of(formula, data, pair));
      all.put(
          "perturbed formula of " + data.rows(),
          Bootstrap.of(formula, data, pair.withErrors(new Roles.ErrorColumns(0, "e", "f"))));
    }
    for (BlockKind kind : BlockKind.values()) {
      all.put(kind.toString(), of(TWO, pair).withBlocks(kind, 4));
    }
    Table more = table(5003); // rows are counted instead of listed, in more than one run
    for (ResamplingKind kind : List.of(ResamplingKind.ROWS, ResamplingKind.POISSON)) {
      Bootstrap large =
          Bootstrap.of(Statistics.find(List.of("pearson", "spearman", "slope")), more, pair);
      all.put(kind + " of many rows", large.withResampling(kind));
    }
    all.put("strata", of(TWO, pair.withStrata("g")));
    all.put(
        "balanced strata", of(TWO, pair.withStrata("g")).withResampling(ResamplingKind.BALANCED));
    all.put("clusters", of(TWO, pair.withClusters("k")));
    all.put("weights", of(TWO, pair.withWeights("f").withStrata("h")));
    all.put("perturbed", of(TWO, measured).withErrorMode(ErrorMode.PERTURB));
    all.put("both", of(TWO, measured).withErrorMode(ErrorMode.BOTH));
    all.put("york", of("york", measured(pair)));
    all.put("york, perturbed", of("york", measured(pair)).withErrorMode(ErrorMode.BOTH));
    all.put(
        "simex",
        Bootstrap.of(Simex.of(Statistics.find(List.of("pearson")), 3), table(N), measured(pair)));
    all.put("three columns", of("partial-correlation", Roles.of("x", "y", "e")));
    all.put(
        "limits",
        Bootstrap.of(new CensoredKendall(), table(N), measured.withLimits(List.of("", "l"))));
    all.put(
        "exact",
        Bootstrap.of(Statistics.find(List.of("pearson", "kendall")), table(6), pair)
            .withResampling(ResamplingKind.EXACT));
    all.replaceAll((name, bootstrap) -> bootstrap.withResamples(150).withSeed(5));
    return all;
  }

  @Test
  void oneDigestEverywhere() {
    Map<String, Bootstrap> bootstraps = bootstraps();
    Map<String, String> digests = new LinkedHashMap<>();
    Engine serial = new SequentialEngine();
    bootstraps.forEach(
        (name, bootstrap) -> digests.put(name, Runner.on(serial).run(bootstrap).digest()));
    bootstraps.forEach(
        (name, bootstrap) ->
            assertEquals(
                digests.get(name),
                Runner.on(serial).withSlices(11).run(bootstrap).digest(),
                name + ", serial in 11 slices"));
    for (String master : List.of("local[1]", "local[2]", "local[5]")) {
      try (Engine spark = SparkEngine.open(SparkSettings.ofSpark().withMaster(master))) {
        bootstraps.forEach(
            (name, bootstrap) -> {
              for (int slices : new int[] {1, 7}) {
                assertEquals(
                    digests.get(name),
                    Runner.on(spark).withSlices(slices).run(bootstrap).digest(),
                    name + " on " + master + " in " + slices);
              }
            });
      }
    }
  }
}
