package dev.parallax.bootstrap.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.Enough;
import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Monte Carlo errors as they are reported, over the scatter between 80 seeds. The scatter of 80 is
 * known to 8 %, so that 0.8 and 1.25 are 2.5 and 2.8 standard errors away; the seeds are fixed.
 */
class MonteCarloErrorTest {
  private static final int SEEDS = 80;
  private static final int N = 24;

  private static Table table() {
    var random = new SplittableRandom(12);
    double[] x = random.doubles(N, 0, 4).toArray();
    double[] y = new double[N];
    for (int k = 0; k < N; k++) {
      y[k] = 0.5 * x[k] + 2 * random.nextDouble() * random.nextDouble();
    }
    return Table.of("t")
        .with("x", x)
        .with("y", y)
        .with("e", random.doubles(N, 0.1, 0.3).toArray())
        .with("w", random.doubles(N, 0.5, 2).toArray())
        .with("s", IntStream.range(0, N).mapToObj(k -> "s" + k % 2).toList())
        .with("c", IntStream.range(0, N).mapToObj(k -> "c" + k / 2).toList());
  }

  /** By quantity the reported error over the scatter. */
  private static Map<String, Double> ratios(Bootstrap bootstrap, Intervals intervals) {
    Map<String, double[]> values = new LinkedHashMap<>();
    Map<String, double[]> errors = new LinkedHashMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      BootstrapResult result = BootstrapAnalysis.here(bootstrap.withSeed(1000 + seed), intervals);
      put(values, errors, seed, "bias", result.bias(), result.biasError());
      put(
          values,
          errors,
          seed,
          "standard error",
          result.standardError(),
          result.standardErrorError());
      for (Interval interval : result.intervals()) {
        put(values, errors, seed, interval.method() + " low", interval.low(), interval.lowError());
        put(
            values,
            errors,
            seed,
            interval.method() + " high",
            interval.high(),
            interval.highError());
      }
    }
    Map<String, Double> ratios = new LinkedHashMap<>();
    values.forEach(
        (name, of) -> {
          double mean = DoubleStream.of(of).average().orElseThrow();
          double squares = DoubleStream.of(of).map(v -> (v - mean) * (v - mean)).sum();
          double reported = DoubleStream.of(errors.get(name)).average().orElseThrow();
          ratios.put(name, reported / Math.sqrt(squares / (SEEDS - 1)));
        });
    ratios.keySet().removeIf(name -> name.startsWith("abc"));
    return ratios;
  }

  private static void put(
      Map<String, double[]> values,
      Map<String, double[]> errors,
      int seed,
      String name,
      double value,
      double error) {
    values.computeIfAbsent(name, n -> new double[SEEDS])[seed] = value;
    errors.computeIfAbsent(name, n -> new double[SEEDS])[seed] = error;
  }

  private static Bootstrap of(String statistic, Roles roles) {
    Statistic found = Statistics.find(List.of(statistic));
    return Bootstrap.of(found, table(), roles).withResamples(1000);
  }

  private static void honest(String what, Bootstrap bootstrap) {
    honest(what, bootstrap, Intervals.at(0.9));
  }

  private static void honest(String what, Bootstrap bootstrap, Intervals intervals) {
    Map<String, Double> ratios = ratios(bootstrap, intervals);
    ratios.forEach(
        (name, ratio) ->
            assertTrue(ratio > 0.8 && ratio < 1.25, what + ", " + name + ": " + ratio));
  }

  @Test
  void independentResamples() {
    Roles pair = Roles.of("x", "y");
    Roles measured =
        pair.withErrors(new Roles.ErrorColumns(0, "e", "e"))
            .withErrors(new Roles.ErrorColumns(1, "e", "e"));
    honest("rows", of("pearson", pair));
    honest("poisson", of("pearson", pair).withResampling(ResamplingKind.POISSON));
    honest("parametric", of("pearson", pair).withResampling(ResamplingKind.PARAMETRIC_NORMAL));
    honest("strata", of("pearson", pair.withStrata("s")));
    honest("clusters", of("pearson", pair.withClusters("c")));
    honest("weights", of("pearson", pair.withWeights("w")));
    honest("samples", of("difference:mean", Roles.twoSamples("y", "s")));
    honest("perturbed", of("slope", measured).withErrorMode(ErrorMode.PERTURB));
    honest("both", of("pearson", measured));
    for (BlockKind kind : BlockKind.values()) {
      honest(kind.toString(), of("pearson", pair).withBlocks(kind, 3));
    }
  }

  /** Of so many draws the first resamples are looked at, and what balance does is the same. */
  @Test
  void balancedResamplesOfManyRows() {
    var random = new SplittableRandom(3);
    Table table = Table.of("t").with("y", random.doubles(20_000, 0, 1).toArray());
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of("mean")), table, Roles.of("y"))
            .withResampling(ResamplingKind.BALANCED)
            .withResamples(1500);
    BootstrapResult result = BootstrapAnalysis.here(bootstrap, Intervals.at(0.9));
    assertEquals(0, result.biasError(), 1e-10 * result.standardError());
    double independent = result.standardError() / Math.sqrt(2 * 1500);
    assertEquals(1, result.standardErrorError() / independent, 0.15);
  }

  @Test
  void balancedResamples() {
    Roles pair = Roles.of("x", "y");
    for (String statistic : List.of("sd", "trimmed-mean:0.2", "cv")) {
      honest(
          "balanced " + statistic,
          of(statistic, Roles.of("y")).withResampling(ResamplingKind.BALANCED));
    }
    for (String statistic : List.of("pearson", "spearman", "ratio")) {
      honest("balanced " + statistic, of(statistic, pair).withResampling(ResamplingKind.BALANCED));
    }
    honest(
        "balanced strata",
        of("pearson", pair.withStrata("s")).withResampling(ResamplingKind.BALANCED));
    honest(
        "balanced clusters",
        of("slope", pair.withClusters("c")).withResampling(ResamplingKind.BALANCED));
    honest(
        "balanced samples",
        of("difference:sd", Roles.twoSamples("y", "s")).withResampling(ResamplingKind.BALANCED));
  }

  /** The mean of balanced replicates is the estimate, but for rounding. */
  @Test
  void theBalancedMeanHasNoBias() {
    Bootstrap bootstrap = of("mean", Roles.of("y")).withResampling(ResamplingKind.BALANCED);
    BootstrapResult result = BootstrapAnalysis.here(bootstrap, Intervals.at(0.9));
    assertEquals(0, result.bias(), 1e-13);
    assertEquals(0, result.biasError(), 1e-13 * result.standardError());
  }

  /** Where no replicate lies beyond an end, nothing is known of how far it may move. */
  @Test
  void anEndMadeOfTheOutermostReplicateHasAnInfiniteError() {
    var random = new SplittableRandom(3);
    double[] replicates = random.doubles(500).map(v -> v * v).toArray();
    Evidence evidence = Evidence.of(0.3, ReplicateDistribution.of(replicates));
    for (Transform transform : List.of(Transform.NONE, Transform.FISHER)) {
      Intervals intervals =
          new Intervals(
              List.of(IntervalMethod.PERCENTILE, IntervalMethod.BASIC, IntervalMethod.BC),
              List.of(0.9999, 0.997, 0.95, 0.9),
              Side.TWO,
              transform);
      BootstrapResult result = BootstrapResult.of("r", evidence, intervals, 500, 100);
      for (Interval interval : result.intervals()) {
        // (1 - 0.997) / 2 of 500 is less than one replicate, 0.025 of them more than twelve.
        boolean outermost = interval.level() > 0.99;
        if (!interval.method().equals("bc")) {
          assertEquals(outermost, Double.isInfinite(interval.lowError()), interval.toString());
          assertEquals(outermost, Double.isInfinite(interval.highError()), interval.toString());
        }
        if (interval.level() == 0.9999) {
          assertTrue(Double.isInfinite(interval.highError()), interval.toString());
        }
      }
      assertEquals(Double.POSITIVE_INFINITY, Enough.worst(result));
      long next = new Enough(1e9).next(List.of(result), 500, 1 << 30).orElseThrow();
      assertEquals(4000, next, "however large the error may be");
    }
  }

  /** An interval with one end, or an exact one, has no infinite error. */
  @Test
  void whatIsNotRandomIsNotInfinite() {
    double[] values = {1, 2, 3, 4};
    Evidence exact = Evidence.of(2.5, ExactDistribution.of(values, new double[] {1, 2, 2, 1}));
    for (Side side : Side.values()) {
      Intervals intervals = Intervals.at(0.9999).by(IntervalMethod.PERCENTILE).with(side);
      Interval interval = intervals.of(exact).get(0);
      assertEquals(0, interval.lowError());
      assertEquals(0, interval.highError());
    }
    double[] replicates = new SplittableRandom(3).doubles(200).toArray();
    Evidence some = Evidence.of(0.5, ReplicateDistribution.of(replicates));
    Interval lower =
        Intervals.at(0.9).by(IntervalMethod.PERCENTILE).with(Side.LOWER).of(some).get(0);
    assertEquals(0, lower.highError());
    assertTrue(lower.lowError() > 0 && lower.lowError() < 0.1);
  }
}
