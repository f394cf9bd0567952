package dev.parallax.bootstrap.resampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Resample;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to draw rows keeps the promises of its name. */
class ResamplingKindsTest {
  private static final double[] V = {3, 1, 4, 1, 5, 9, 2, 6};
  private static final Table TABLE =
      Table.of("t")
          .with("v", V)
          .with("w", 0, 1, 2, 3, 4, 5, 6, 7)
          .with("g", List.of("b", "a", "b", "a", "a", "b", "b", "c"))
          .with("h", List.of("p", "p", "q", "q", "p", "q", "q", "q"))
          .with("c", List.of("1", "2", "3", "2", "2", "1", "3", "3"));

  private static Bootstrap of(Roles roles) {
    return Bootstrap.of(new Mean(), TABLE, roles);
  }

  private static int[] rows(Bootstrap bootstrap, int replicate) {
    return bootstrap.resample(replicate).rows().clone();
  }

  /** Over all resamples each row is drawn exactly B times. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 100, 1999})
  void balanced(long resamples) {
    Bootstrap bootstrap =
        of(Roles.of("v")).withResampling(ResamplingKind.BALANCED).withResamples(resamples);
    int[] all = new int[8];
    for (int b = 0; b < resamples; b++) {
      int[] counts = bootstrap.resample(b).counts();
      assertEquals(8, Arrays.stream(counts).sum());
      Arrays.setAll(all, row -> all[row] + counts[row]);
    }
    assertArrayEquals(IntStream.range(0, 8).map(row -> (int) resamples).toArray(), all);
  }

  /** The mean of the balanced replicates of a mean is the mean: its bias is 0 by construction. */
  @Test
  void theBalancedBiasOfTheMeanIsZero() {
    Bootstrap bootstrap =
        of(Roles.of("v")).withResampling(ResamplingKind.BALANCED).withResamples(5000);
    BootstrapResult result = run(bootstrap);
    assertEquals(0, result.bias(), 1e-13);
    // The plug-in standard error, within five of its Monte Carlo errors.
    double plugIn = Math.sqrt(Arrays.stream(V).map(v -> Math.pow(v - 3.875, 2)).sum() / 64);
    assertEquals(plugIn, result.standardError(), 5 * plugIn / Math.sqrt(2 * 5000));
  }

  private static BootstrapResult run(Bootstrap bootstrap) {
    double[] replicates = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    return BootstrapAnalysis.result(bootstrap, replicates, 0.95);
  }

  @Test
  void strataKeepTheirSizes() {
    Bootstrap bootstrap = of(Roles.of("v").withStrata("h"));
    for (int b = 0; b < 500; b++) {
      int[] counts = bootstrap.resample(b).counts();
      assertEquals(3, counts[0] + counts[1] + counts[4]);
      assertEquals(5, counts[2] + counts[3] + counts[5] + counts[6] + counts[7]);
    }
  }

  @Test
  void clustersAreDrawnWhole() {
    Bootstrap bootstrap = of(Roles.of("v").withClusters("c"));
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int b = 0; b < 2700; b++) {
      Resample resample = bootstrap.resample(b);
      int[] counts = resample.counts();
      assertEquals(counts[0], counts[5]);
      assertEquals(counts[1], counts[3]);
      assertEquals(counts[1], counts[4]);
      assertEquals(counts[2], counts[6]);
      assertEquals(counts[2], counts[7]);
      assertEquals(3, counts[0] + counts[1] + counts[2]);
      assertEquals(Arrays.stream(counts).sum(), resample.size());
      sizes.merge(resample.size(), 1, Integer::sum);
    }
    // Clusters of 2, 3 and 3 rows: 9 - k rows, k ~ binomial(3, 1/3).
    int[] expected = {100, 600, 1200, 800};
    for (int size = 6; size <= 9; size++) {
      double mean = expected[size - 6];
      assertEquals(mean, sizes.get(size), 5 * Math.sqrt(mean));
    }
  }

  @Test
  void weightsAreProbabilities() {
    Bootstrap bootstrap = of(Roles.of("v").withWeights("w"));
    double[] drawn = new double[8];
    int resamples = 5000;
    for (int b = 0; b < resamples; b++) {
      int[] counts = bootstrap.resample(b).counts();
      Arrays.setAll(drawn, row -> drawn[row] + counts[row]);
    }
    assertEquals(0, drawn[0]);
    for (int row = 1; row < 8; row++) {
      double mean = 8.0 * resamples * row / 28;
      assertEquals(mean, drawn[row], 5 * Math.sqrt(mean));
    }
  }

  @Test
  void poissonCountsAreIndependentWithMeanAndVarianceOne() {
    Bootstrap bootstrap = of(Roles.of("v")).withResampling(ResamplingKind.POISSON);
    int resamples = 20_000;
    double[] times = new double[8];
    double sizes = 0;
    for (int b = 0; b < resamples; b++) {
      Resample resample = bootstrap.resample(b);
      for (int count : resample.counts()) {
        times[Math.min(count, 7)]++;
      }
      sizes += Math.pow(resample.size() - 8, 2);
    }
    double p = Math.exp(-1);
    for (int k = 0; k < 5; k++) {
      double mean = 8 * resamples * p;
      assertEquals(mean, times[k], 5 * Math.sqrt(mean), "drawn " + k + " times");
      p /= k + 1;
    }
    // The size is Poisson of mean 8; its variance has variance (8 + 2 * 64) / B.
    assertEquals(8, sizes / resamples, 5 * Math.sqrt(136.0 / resamples));
  }

  /** Beyond 4096 rows each run of rows has a stream of its own. */
  @Test
  void poissonCountsOfALargeTable() {
    double[] values = IntStream.range(0, 10_000).asDoubleStream().toArray();
    Bootstrap bootstrap =
        Bootstrap.of(new Mean(), Table.of("t").with("v", values), "v")
            .withResampling(ResamplingKind.POISSON);
    int[] counts = bootstrap.resample(3).counts();
    var random = dev.parallax.random.RandomStream.of(1, dev.parallax.random.Purpose.RESAMPLE, 0);
    int[] last = new int[10_000 - 8192];
    PoissonCounts.of(random, 3, 2, last, last.length);
    assertArrayEquals(Arrays.copyOfRange(counts, 8192, 10_000), last);
  }

  @ParameterizedTest
  @EnumSource(BlockKind.class)
  void blocksAreRunsOfRows(BlockKind kind) {
    double[] values = IntStream.range(0, 40).asDoubleStream().toArray();
    Bootstrap bootstrap =
        Bootstrap.of(new Mean(), Table.of("t").with("v", values), "v").withBlocks(kind, 6);
    int breaks = 0;
    int wraps = 0;
    int[] drawn = new int[40];
    int resamples = 2000;
    for (int b = 0; b < resamples; b++) {
      int[] rows = rows(bootstrap, b);
      assertEquals(40, rows.length);
      for (int k = 0; k < 40; k++) {
        drawn[rows[k]]++;
        if (k == 0) {
          continue;
        }
        boolean wrapped = rows[k] == 0 && rows[k - 1] == 39;
        wraps += wrapped ? 1 : 0;
        boolean joined = kind != BlockKind.STATIONARY && k % 6 == 0;
        boolean goesOn = rows[k] == rows[k - 1] + 1 || wrapped;
        assertTrue(joined || kind == BlockKind.STATIONARY || goesOn);
        breaks += goesOn ? 0 : 1;
      }
    }
    assertEquals(kind == BlockKind.MOVING, wraps == 0 || kind == BlockKind.MOVING && wraps < 60);
    if (kind != BlockKind.MOVING) {
      for (int count : drawn) {
        // Each row is as likely as another; runs make counts clump, by a factor below 6 or 12.
        assertEquals(resamples, count, 5 * Math.sqrt(12.0 * resamples));
      }
    }
    if (kind == BlockKind.STATIONARY) {
      // 39 steps, each a break with probability 1/6, but for the 1 in 40 that goes on by chance.
      double expected = resamples * 39 / 6.0 * (39 / 40.0);
      assertEquals(expected, breaks, 5 * Math.sqrt(expected));
    }
  }

  /** A normal sample's correlation: the parametric standard error is (1 - r²) / √n, about. */
  @Test
  void parametric() {
    Table law =
        dev.parallax.table.TableFile.read(
            java.nio.file.Path.of("src/test/resources/data/law82.csv"));
    Bootstrap bootstrap =
        Bootstrap.of(new Pearson(), law, "LSAT", "GPA")
            .withResampling(ResamplingKind.PARAMETRIC_NORMAL)
            .withResamples(20_000);
    BootstrapResult result = run(bootstrap);
    double r = 0.7599978555;
    double expected = (1 - r * r) / Math.sqrt(82) * (1 + 11 * r * r / 4 / 82);
    // The next term of the series is of order 1/n² of the first.
    assertEquals(expected, result.standardError(), 5 * expected / Math.sqrt(40_000) + 0.001);
    assertEquals(-r * (1 - r * r) / (2 * 82), result.bias(), 5 * expected / Math.sqrt(20_000));
  }

  @Test
  void twoSamplesAreStrata() {
    Roles roles = Roles.twoSamples("v", "h");
    Bootstrap bootstrap = Bootstrap.of(Statistics.find(List.of("difference:mean")), TABLE, roles);
    assertEquals(List.of("p", "q"), bootstrap.sample().samples().get());
    assertEquals((3 + 1 + 5) / 3.0 - (4 + 1 + 9 + 2 + 6) / 5.0, bootstrap.estimate(), 1e-15);
    for (int b = 0; b < 200; b++) {
      int[] counts = bootstrap.resample(b).counts();
      assertEquals(3, counts[0] + counts[1] + counts[4]);
    }
    Table columns = Table.of("t").with("a", 1, 2, Double.NaN, 5).with("b", 4, 4, 9, 1);
    Bootstrap stacked =
        Bootstrap.of(
            Statistics.find(List.of("difference:median")), columns, Roles.twoColumns("a", "b"));
    assertEquals(2 - 4, stacked.estimate());
    assertEquals(7, stacked.sample().rows());
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertWrong("stratum 'c' of column 'g' has only one row", Roles.of("v").withStrata("g"));
    Table one = TABLE.with("k", List.of("x", "x", "x", "x", "x", "x", "x", "x"));
    wrong("has one cluster", () -> Bootstrap.of(new Mean(), one, Roles.of("v").withClusters("k")));
    assertWrong("more than one stratum", Roles.of("v").withStrata("h").withClusters("g"));
    Table weights =
        TABLE
            .with("m", -1, 1, 1, 1, 1, 1, 1, 1)
            .with("z", new double[8])
            .with("n", 1, 1, Double.NaN, 1, 1, 1, 1, 1);
    wrong(
        "row 1: a negative weight, -1",
        () -> Bootstrap.of(new Mean(), weights, Roles.of("v").withWeights("m")));
    wrong(
        "all weights are 0",
        () -> Bootstrap.of(new Mean(), weights, Roles.of("v").withWeights("z")));
    wrong(
        "row 3: the weight is missing",
        () -> Bootstrap.of(new Mean(), weights, Roles.of("v").withWeights("n")));
    Bootstrap plain = of(Roles.of("v"));
    wrong("longer than the series", () -> plain.withBlocks(BlockKind.CIRCULAR, 9));
    wrong("always the same", () -> plain.withBlocks(BlockKind.MOVING, 8));
    wrong("1 or more, not 0", () -> plain.withBlocks(BlockKind.MOVING, 0));
    wrong(
        "does not go with blocks",
        () -> plain.withBlocks(BlockKind.MOVING, 2).withResampling(ResamplingKind.BALANCED));
    wrong(
        "does not go with strata",
        () -> of(Roles.of("v").withStrata("h")).withResampling(ResamplingKind.POISSON));
  }

  private static void assertWrong(String why, Roles roles) {
    wrong(why, () -> of(roles));
  }

  private static void wrong(String why, Runnable made) {
    Exception e = assertThrows(IllegalArgumentException.class, made::run);
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
