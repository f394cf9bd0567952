package dev.parallax.bootstrap.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.permutation.PermutationResult.Alternative;
import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.model.Exchange;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Permutations follow strata and clusters, and all of them are gone through where they are few. */
class PermutationDesignTest {

  private static Bootstrap of(String statistic, Table table, Roles roles) {
    return Bootstrap.of(Statistics.find(List.of(statistic.split(","))), table, roles);
  }

  private static PermutationResult result(Bootstrap bootstrap, Exchange exchange) {
    PermutationTest test = PermutationTest.of(bootstrap, exchange);
    double[] values = Runner.on(new SequentialEngine()).run(test).doubles("replicate");
    return test.result("replicate", values, Alternative.TWO);
  }

  private static PermutationResult between(Bootstrap bootstrap) {
    return result(bootstrap, Exchange.BETWEEN_ROWS);
  }

  private static List<String> labels(int n, java.util.function.IntUnaryOperator label) {
    return IntStream.range(0, n).mapToObj(k -> "l" + label.applyAsInt(k)).toList();
  }

  private static double[] repeated(double[] values, int times) {
    return Arrays.stream(values)
        .flatMap(v -> java.util.stream.DoubleStream.generate(() -> v).limit(times))
        .toArray();
  }

  /** Pairs written down ten times each, as clusters, say what the pairs say. */
  @Test
  void copiesInClustersAddNothing() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {2.5, 1, 3, 6, 4, 3.5};
    Table single = Table.of("t").with("x", x).with("y", y);
    Table copies =
        Table.of("t")
            .with("x", repeated(x, 10))
            .with("y", repeated(y, 10))
            .with("c", labels(60, k -> k / 10));
    for (String statistic : List.of("pearson", "spearman", "kendall", "slope")) {
      PermutationResult once =
          between(of(statistic, single, Roles.of("x", "y")).withResampling(ResamplingKind.EXACT));
      PermutationResult often =
          between(
              of(statistic, copies, Roles.of("x", "y").withClusters("c"))
                  .withResampling(ResamplingKind.EXACT));
      assertEquals(720, once.permutations());
      assertEquals(once, often, statistic);
      PermutationResult drawn =
          between(of(statistic, copies, Roles.of("x", "y").withClusters("c")).withResamples(4000));
      assertFalse(drawn.exact());
      assertEquals(once.p(), drawn.p(), 4 * drawn.error() + 1e-3, statistic);
    }
  }

  /** Swapped as a whole, copies have as many signs as there are pairs. */
  @Test
  void pairsSwapByClusters() {
    double[] x = {5, 3, 8, 6, 9};
    double[] y = {4, 1, 5, 2, 4};
    Table copies =
        Table.of("t")
            .with("x", repeated(x, 4))
            .with("y", repeated(y, 4))
            .with("c", labels(20, k -> k / 4));
    PermutationResult p =
        result(
            of("mean-difference", copies, Roles.of("x", "y").withClusters("c"))
                .withResampling(ResamplingKind.EXACT),
            Exchange.WITHIN_ROWS);
    assertEquals(new PermutationResult(2 / 32.0, 0, 2, 32, true), p);
  }

  /** What differs between strata only is no association within them. */
  @Test
  void strataCarryTheirShareAway() {
    var random = new SplittableRandom(9);
    int n = 60;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = random.nextDouble() + 10 * (k % 3);
      y[k] = random.nextDouble() + 10 * (k % 3);
    }
    Table table = Table.of("t").with("x", x).with("y", y).with("s", labels(n, k -> k % 3));
    for (String statistic : List.of("pearson", "spearman", "slope")) {
      double plain = between(of(statistic, table, Roles.of("x", "y")).withResamples(999)).p();
      assertEquals(0.001, plain, 1e-12, statistic);
      double within =
          between(of(statistic, table, Roles.of("x", "y").withStrata("s")).withResamples(999)).p();
      assertTrue(within > 0.05, statistic + " " + within);
    }
    Table samples =
        Table.of("t")
            .with("v", x)
            .with("g", labels(n, k -> k % 3 == 2 ? 1 : k / 3 % 2))
            .with("s", labels(n, k -> k % 3 == 2 && k % 2 == 0 ? 1 : k % 3 == 2 ? 1 : 0));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                between(
                    of(
                        "difference:mean",
                        samples.with("h", labels(n, k -> k % 3 == 2 ? 1 : 0)),
                        Roles.twoSamples("v", "h").withStrata("s"))));
    assertTrue(e.getMessage().contains("in each stratum all rows have the same h"), e.getMessage());
  }

  /** Within strata: the product of the strata's shares of orders, by enumeration of both. */
  @Test
  void twoStrataHaveAllPairsOfOrders() {
    double[] v = {1, 5, 2, 7, 11, 14, 17, 12};
    List<String> g = List.of("a", "b", "a", "b", "a", "b", "b", "a");
    Table table = Table.of("t").with("v", v).with("g", g).with("s", labels(8, k -> k / 4));
    PermutationResult p =
        between(
            of("difference:mean", table, Roles.twoSamples("v", "g").withStrata("s"))
                .withResampling(ResamplingKind.EXACT));
    int extreme = 0;
    int all = 0;
    double observed = Math.abs(difference(v, 0b11010101 ^ 0xff, g));
    for (int set = 0; set < 256; set++) {
      if (Integer.bitCount(set & 15) == 2 && Integer.bitCount(set >> 4) == 2) {
        all++;
        extreme += Math.abs(difference(v, set, null)) >= observed - 1e-9 ? 1 : 0;
      }
    }
    assertEquals(36, all);
    assertEquals(new PermutationResult(extreme / 36.0, 0, extreme, 36, true), p);
  }

  private static double difference(double[] v, int set, List<String> labels) {
    double first = 0;
    double second = 0;
    for (int k = 0; k < v.length; k++) {
      boolean in = labels == null ? (set >> k & 1) == 1 : labels.get(k).equals("a");
      first += in ? v[k] : 0;
      second += in ? 0 : v[k];
    }
    return (first - second) / 4;
  }

  /** Clusters of any size have their labels exchanged: 3 of 6, and the sizes move along. */
  @Test
  void samplesOfClustersExchangeTheirLabels() {
    int[] sizes = {1, 3, 2, 4, 2, 3};
    double[] means = {1, 2, 3, 7, 8, 9};
    List<Double> v = new ArrayList<>();
    List<String> c = new ArrayList<>();
    List<String> g = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      for (int row = 0; row < sizes[k]; row++) {
        v.add(means[k]);
        c.add("c" + k);
        g.add(k < 3 ? "a" : "b");
      }
    }
    Table table =
        Table.of("t")
            .with("v", v.stream().mapToDouble(Double::doubleValue).toArray())
            .with("g", g)
            .with("c", c);
    int extreme = 0;
    double observed = Math.abs(weighted(sizes, means, 0b000111));
    for (int set = 0; set < 64; set++) {
      boolean three = Integer.bitCount(set) == 3;
      extreme += three && Math.abs(weighted(sizes, means, set)) >= observed - 1e-9 ? 1 : 0;
    }
    Roles roles = Roles.twoSamples("v", "g").withClusters("c");
    PermutationResult p =
        between(of("difference:mean", table, roles).withResampling(ResamplingKind.EXACT));
    assertEquals(new PermutationResult(extreme / 20.0, 0, extreme, 20, true), p);
    PermutationResult drawn = between(of("difference:mean", table, roles).withResamples(4000));
    assertEquals(p.p(), drawn.p(), 4 * drawn.error());
  }

  private static double weighted(int[] sizes, double[] means, int set) {
    double[] sums = new double[4];
    for (int k = 0; k < sizes.length; k++) {
      int side = set >> k & 1;
      sums[side] += sizes[k] * means[k];
      sums[2 + side] += sizes[k];
    }
    return sums[1] / sums[3] - sums[0] / sums[2];
  }

  @Test
  void whatCannotBeExchangedIsRefused() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {2, 1, 4, 3, 7, 5, 6};
    double[] level = {1, 1, 2, 2, 2, 3, 3};
    Table table =
        Table.of("t")
            .with("x", x)
            .with("y", y)
            .with("level", level)
            .with("c", List.of("a", "a", "b", "b", "b", "c", "c"));
    Roles pair = Roles.of("x", "y");
    refused("clusters of different sizes", of("pearson", table, pair.withClusters("c")));
    refused("does not go with weights", of("pearson", table, pair.withWeights("x")));
    refused("does not go with blocks", of("pearson", table, pair).withBlocks(BlockKind.MOVING, 2));
    // One value for each cluster moves between clusters of any size, whichever column it is.
    for (Roles roles : List.of(Roles.of("level", "y"), Roles.of("y", "level"))) {
      Bootstrap bootstrap =
          of("pearson", table, roles.withClusters("c")).withResampling(ResamplingKind.EXACT);
      assertEquals(6, between(bootstrap).permutations());
      assertEquals(between(bootstrap).p() * 6, between(bootstrap).extreme(), 1e-9);
    }
  }

  private static void refused(String why, Bootstrap bootstrap) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> between(bootstrap));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  /** C(n, n1), n! over the factorials of ties, 2^n; and draws where these are too many. */
  @Test
  void allDifferentPermutationsAreThere() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    double[] ties = {1, 1, 2, 2, 2, 3, 1, 3, 2, 1, 1, 4};
    Table table = Table.of("t").with("x", x).with("y", ties).with("g", labels(12, k -> k % 3 / 2));
    Table few = Table.of("t").with("x", 1, 2, 3, 4).with("y", 2, 1, 2, 5);
    assertEquals(12, exactly(of("pearson", few, Roles.of("x", "y"))).permutations());
    assertEquals(
        495, exactly(of("difference:mean", table, Roles.twoSamples("x", "g"))).permutations());
    // 12! / (5! 4! 2! 1!) = 83160
    assertEquals(83160, exactly(of("kendall", table, Roles.of("x", "y"))).permutations());
    PermutationResult drawn = exactly(of("kendall", table, Roles.of("y", "x")));
    assertEquals(10_000, drawn.permutations());
    assertFalse(drawn.exact());
    assertEquals(
        exactly(of("kendall", table, Roles.of("x", "y"))).p(), drawn.p(), 4 * drawn.error());
  }

  private static PermutationResult exactly(Bootstrap bootstrap) {
    return between(bootstrap.withResampling(ResamplingKind.EXACT));
  }

  /** Each arrangement of a small design is different, and random ones are among them. */
  @Test
  void numbersAndArrangementsAreOneToOne() {
    double[][] columns = {{1, 2, 3, 4, 5, 6, 7}, {1, 1, 2, 3, 3, 3, 4}};
    Units units = Units.of(new int[] {0, 0, 0, 0, 1, 1, 1}, new int[] {0, 1, 2, 3, 4, 5, 6});
    Rearrangement arrangements = Rearrangement.betweenRows(columns, units);
    long count = arrangements.count(1000).orElseThrow();
    assertEquals(12 * 3, count);
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (long number = 0; number < count; number++) {
      seen.merge(
          Arrays.toString(arrangements.of(arrangements.numbered(number))[1]), 1, Integer::sum);
    }
    assertEquals(count, seen.size());
    var random = dev.parallax.random.RandomStream.of(5, 0);
    int draws = 3600;
    Map<String, Integer> drawn = new LinkedHashMap<>();
    for (int k = 0; k < draws; k++) {
      String order = Arrays.toString(arrangements.of(arrangements.random(random.moveTo(k)))[1]);
      assertTrue(seen.containsKey(order), order);
      drawn.merge(order, 1, Integer::sum);
    }
    double expected = draws / (double) count;
    drawn.values().forEach(k -> assertEquals(expected, k, 5 * Math.sqrt(expected)));
    assertEquals(count, drawn.size());
  }

  /** Pairs swap in strata: of four pairs one is of equal values, so there are 2 times 4 ways. */
  @Test
  void numbersAndSwapsAreOneToOne() {
    double[][] columns = {{1, 2, 3, 4}, {1, 5, 6, 7}};
    Units units = Units.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3});
    Rearrangement swaps = Rearrangement.withinRows(columns, units);
    assertTrue(swaps.swaps() && swaps.keepsValues());
    assertEquals(8, swaps.count(8).orElseThrow());
    assertTrue(swaps.count(7).isEmpty());
    Map<String, double[][]> seen = new LinkedHashMap<>();
    for (int number = 0; number < 8; number++) {
      double[][] both = swaps.of(swaps.numbered(number));
      for (int row = 0; row < 4; row++) {
        double[] here = {both[0][row], both[1][row]};
        double[] swapped = {columns[1][row], columns[0][row]};
        double[] plain = {columns[0][row], columns[1][row]};
        assertTrue(Arrays.equals(here, plain) || Arrays.equals(here, swapped));
      }
      seen.put(Arrays.deepToString(both), both);
    }
    assertEquals(8, seen.size());
    assertTrue(seen.containsKey(Arrays.deepToString(columns)));
    var random = dev.parallax.random.RandomStream.of(6, 0);
    Map<String, Integer> drawn = new LinkedHashMap<>();
    for (int k = 0; k < 800; k++) {
      String both = Arrays.deepToString(swaps.of(swaps.random(random.moveTo(k))));
      assertTrue(seen.containsKey(both), both);
      drawn.merge(both, 1, Integer::sum);
    }
    drawn.values().forEach(k -> assertEquals(100, k, 50));
    assertEquals(8, drawn.size());
  }

  /** To exchange 0 and -0 changes nothing. */
  @Test
  void bothZerosAreOneValue() {
    double[][] columns = {{1, 2, 3}, {0.0, -0.0, 1}};
    Units rows = Units.of(new int[3], new int[] {0, 1, 2});
    assertEquals(3, Rearrangement.betweenRows(columns, rows).count(100).orElseThrow());
  }

  /** Values that go to a cluster of another size are other values in all. */
  @Test
  void clustersOfOneSizeKeepTheValues() {
    double[][] columns = {{1, 2, 3, 4, 5}, {7, 7, 8, 8, 8}};
    Units unequal = Units.of(new int[5], new int[] {0, 0, 1, 1, 1});
    assertFalse(Rearrangement.betweenRows(columns, unequal).keepsValues());
    Units equal = Units.of(new int[] {0, 0, 0, 0, 1}, new int[] {0, 0, 1, 1, 2});
    assertTrue(Rearrangement.betweenRows(columns, equal).keepsValues());
  }

  /** The first law. */
  @Test
  void oneDigestEverywhere() {
    var random = new SplittableRandom(4);
    int n = 24;
    Table table =
        Table.of("t")
            .with("x", random.doubles(n).map(v -> Math.rint(100 * v) / 10).toArray())
            .with("y", random.doubles(n).toArray())
            .with("s", labels(n, k -> k / 12))
            .with("c", labels(n, k -> k / 3))
            .with("g", labels(n, k -> k / 3 % 2));
    Roles pair = Roles.of("x", "y");
    Roles samples = Roles.twoSamples("x", "g");
    String two = "pearson,spearman,kendall,slope";
    String differences = "difference:mean,difference:median,difference:sd";
    Map<String, PermutationTest> tests = new LinkedHashMap<>();
    tests.put("plain", test(of(two, table, pair)));
    tests.put("strata", test(of(two, table, pair.withStrata("s"))));
    tests.put("clusters", test(of(two, table, pair.withClusters("c"))));
    tests.put("both", test(of(two, table, pair.withStrata("s").withClusters("c"))));
    tests.put("samples", test(of(differences, table, samples)));
    tests.put("samples in strata", test(of(differences, table, samples.withStrata("s"))));
    tests.put("samples of clusters", test(of(differences, table, samples.withClusters("c"))));
    tests.put(
        "swapped clusters",
        PermutationTest.of(
            of("mean-difference", table, pair.withClusters("c")), Exchange.WITHIN_ROWS));
    tests.put(
        "all",
        PermutationTest.of(
            of(differences, table, samples.withClusters("c")).withResampling(ResamplingKind.EXACT),
            Exchange.BETWEEN_ROWS));
    assertTrue(tests.get("all").exact());
    Engine serial = new SequentialEngine();
    Map<String, String> digests = new LinkedHashMap<>();
    tests.forEach((name, test) -> digests.put(name, Runner.on(serial).run(test).digest()));
    assertEquals(tests.size(), digests.values().stream().distinct().count());
    tests.forEach(
        (name, test) ->
            assertEquals(
                digests.get(name), Runner.on(serial).withSlices(7).run(test).digest(), name));
    for (String master : List.of("local[1]", "local[2]", "local[5]")) {
      try (Engine spark = SparkEngine.open(SparkSettings.ofSpark().withMaster(master))) {
        tests.forEach(
            (name, test) -> {
              for (int slices : new int[] {1, 5}) {
                assertEquals(
                    digests.get(name),
                    Runner.on(spark).withSlices(slices).run(test).digest(),
                    name + " on " + master + " in " + slices);
              }
            });
      }
    }
  }

  private static PermutationTest test(Bootstrap bootstrap) {
    return PermutationTest.of(bootstrap.withResamples(60).withSeed(3), Exchange.BETWEEN_ROWS);
  }
}
