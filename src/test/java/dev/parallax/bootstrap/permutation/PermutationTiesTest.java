package dev.parallax.bootstrap.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.permutation.PermutationResult.Alternative;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Exchange;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Permutations tie as the numbers do as they are written, against rational arithmetic on these. */
class PermutationTiesTest {
  private static final double[] OFFSETS = {0, 1e3, 1e5, 2455000, 1e8, 1e10, 1e12, 1e13, 1e15};
  private static final int[] EXPONENTS = {-150, -30, -3, 0, 4, 60, 150};

  private int tests;

  /** Whether so large an offset leaves decimals of 16 digits that are no whole numbers. */
  private static boolean unsure(double offset, int exponent) {
    return offset == 1e15 && exponent != 0;
  }

  /** Decimals that repeat: k steps above an offset, all times a power of ten. */
  private static List<BigDecimal> decimals(
      SplittableRandom random, int n, double offset, int exponent, int most) {
    BigDecimal step = offset >= 1e14 ? BigDecimal.ONE : new BigDecimal("0.1");
    List<BigDecimal> all = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      BigDecimal moved = step.multiply(BigDecimal.valueOf(random.nextInt(most)));
      all.add(new BigDecimal(offset).add(moved).scaleByPowerOfTen(exponent));
    }
    // The least and the greatest differ, so that no column is constant.
    all.set(0, new BigDecimal(offset).scaleByPowerOfTen(exponent));
    all.set(
        n - 1,
        new BigDecimal(offset)
            .add(step.multiply(BigDecimal.valueOf(most)))
            .scaleByPowerOfTen(exponent));
    return all;
  }

  private static double[] doubles(List<BigDecimal> decimals) {
    return decimals.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private static void permutations(int[] order, int from, Consumer<int[]> each) {
    if (from == order.length) {
      each.accept(order);
      return;
    }
    for (int k = from; k < order.length; k++) {
      int first = order[from];
      order[from] = order[k];
      order[k] = first;
      permutations(order, from + 1, each);
      order[k] = order[from];
      order[from] = first;
    }
  }

  /** The share of all orders whose value is at least as far from 0 as that of the first. */
  private static double exact(int n, Function<int[], BigDecimal> value, Alternative alternative) {
    int[] first = IntStream.range(0, n).toArray();
    BigDecimal observed = extremeness(value.apply(first), alternative);
    long[] counts = new long[2];
    permutations(
        first.clone(),
        0,
        order -> {
          counts[0]++;
          BigDecimal other = extremeness(value.apply(order), alternative);
          counts[1] += other.compareTo(observed) >= 0 ? 1 : 0;
        });
    return counts[1] / (double) counts[0];
  }

  private static BigDecimal extremeness(BigDecimal value, Alternative alternative) {
    return switch (alternative) {
      case TWO -> value.abs();
      case GREATER -> value;
      case LESS -> value.negate();
    };
  }

  private double tested(
      String statistic, Table table, Roles roles, Exchange exchange, Alternative alternative) {
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of(statistic)), table, roles)
            .withResampling(ResamplingKind.EXACT);
    PermutationTest test = PermutationTest.of(bootstrap, exchange);
    assertTrue(test.exact());
    tests++;
    double[] values = Runner.on(new SequentialEngine()).run(test).doubles("replicate");
    return test.result("replicate", values, alternative).p();
  }

  private static BigDecimal sum(List<BigDecimal> values, int[] order, int from, int to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = from; k < to; k++) {
      sum = sum.add(values.get(order[k]));
    }
    return sum;
  }

  private static final List<Alternative> ALTERNATIVES = List.of(Alternative.values());

  @Test
  void differencesOfMeans() {
    var random = new SplittableRandom(1);
    int cases = 0;
    for (double offset : OFFSETS) {
      for (int exponent : EXPONENTS) {
        if (unsure(offset, exponent)) {
          continue;
        }
        int n = 4 + cases % 4;
        int first = 2 + cases % (n - 3);
        List<BigDecimal> y = decimals(random, n, offset, exponent, 2 + 3 * (cases % 3));
        Table table =
            Table.of("t")
                .with("v", doubles(y))
                .with("g", IntStream.range(0, n).mapToObj(k -> k < first ? "a" : "b").toList());
        Alternative alternative = ALTERNATIVES.get(cases % 3);
        double p =
            exact(
                n,
                order ->
                    sum(y, order, 0, first)
                        .multiply(BigDecimal.valueOf(n - first))
                        .subtract(sum(y, order, first, n).multiply(BigDecimal.valueOf(first))),
                alternative);
        assertEquals(
            p,
            tested(
                "difference:mean",
                table,
                Roles.twoSamples("v", "g"),
                Exchange.BETWEEN_ROWS,
                alternative),
            1e-15,
            y.toString());
        cases++;
      }
    }
    assertEquals(57, tests);
  }

  @Test
  void correlationsAndSlopes() {
    var random = new SplittableRandom(2);
    int cases = 0;
    for (double offset : OFFSETS) {
      for (int exponent : EXPONENTS) {
        double other = OFFSETS[(cases + 5) % 9];
        cases++;
        if (unsure(offset, exponent) || unsure(other, exponent)) {
          continue;
        }
        int n = 4 + cases % 3;
        List<BigDecimal> x = decimals(random, n, other, -exponent, 4);
        List<BigDecimal> y = decimals(random, n, offset, exponent, 3);
        Table table = Table.of("t").with("x", doubles(x)).with("y", doubles(y));
        Alternative alternative = ALTERNATIVES.get(cases % 3);
        int[] all = IntStream.range(0, n).toArray();
        BigDecimal middle = sum(x, all, 0, n).multiply(sum(y, all, 0, n));
        double p =
            exact(
                n,
                order -> {
                  BigDecimal products = BigDecimal.ZERO;
                  for (int k = 0; k < n; k++) {
                    products = products.add(x.get(k).multiply(y.get(order[k])));
                  }
                  return products.multiply(BigDecimal.valueOf(n)).subtract(middle);
                },
                alternative);
        String statistic = cases % 2 == 0 ? "pearson" : "slope";
        assertEquals(
            p,
            tested(statistic, table, Roles.of("x", "y"), Exchange.BETWEEN_ROWS, alternative),
            1e-15,
            statistic + x + y);
      }
    }
    assertEquals(52, tests);
  }

  @Test
  void pairsThatChangePlaces() {
    var random = new SplittableRandom(3);
    int cases = 0;
    for (double offset : OFFSETS) {
      for (int exponent : EXPONENTS) {
        if (unsure(offset, exponent)) {
          continue;
        }
        int n = 4 + cases % 5;
        List<BigDecimal> x = decimals(random, n, offset, exponent, 5);
        List<BigDecimal> y = decimals(random, n, offset, exponent, 3);
        Table table = Table.of("t").with("x", doubles(x)).with("y", doubles(y));
        Alternative alternative = ALTERNATIVES.get(cases % 3);
        long extreme = 0;
        BigDecimal observed = BigDecimal.ZERO;
        for (int signs = 0; signs < 1 << n; signs++) {
          BigDecimal sum = BigDecimal.ZERO;
          for (int k = 0; k < n; k++) {
            BigDecimal d = x.get(k).subtract(y.get(k));
            sum = (signs >> k & 1) == 0 ? sum.add(d) : sum.subtract(d);
          }
          observed = signs == 0 ? extremeness(sum, alternative) : observed;
          extreme += extremeness(sum, alternative).compareTo(observed) >= 0 ? 1 : 0;
        }
        assertEquals(
            extreme / (double) (1 << n),
            tested("mean-difference", table, Roles.of("x", "y"), Exchange.WITHIN_ROWS, alternative),
            1e-15,
            x + " " + y);
        cases++;
      }
    }
    assertEquals(57, tests);
  }

  /** Statistics that no sum stands for, up to where they are refused. */
  @Test
  void differencesOfMediansAndVariances() {
    var random = new SplittableRandom(4);
    int cases = 0;
    for (double offset : new double[] {0, 1e3, 2455000, 1e8, 1e10}) {
      for (int exponent : EXPONENTS) {
        int n = 6 + cases % 2;
        int first = 3;
        int most = 2 + 2 * (cases % 3);
        List<BigDecimal> y = decimals(random, n, offset, exponent, most);
        Table table =
            Table.of("t")
                .with("v", doubles(y))
                .with("g", IntStream.range(0, n).mapToObj(k -> k < first ? "a" : "b").toList());
        Roles roles = Roles.twoSamples("v", "g");
        for (Alternative alternative : ALTERNATIVES) {
          assertEquals(
              exact(
                  n,
                  order -> median(y, order, 0, first).subtract(median(y, order, first, n)),
                  alternative),
              tested("difference:median", table, roles, Exchange.BETWEEN_ROWS, alternative),
              1e-15,
              "median" + y);
          assertEquals(
              exact(
                  n,
                  order ->
                      squares(y, order, 0, first)
                          .multiply(BigDecimal.valueOf((n - first) * (n - first)))
                          .subtract(
                              squares(y, order, first, n)
                                  .multiply(BigDecimal.valueOf(first * first))),
                  alternative),
              tested("difference:variance-n", table, roles, Exchange.BETWEEN_ROWS, alternative),
              1e-15,
              "variance" + y);
        }
        cases++;
      }
    }
  }

  private static BigDecimal median(List<BigDecimal> values, int[] order, int from, int to) {
    List<BigDecimal> sorted =
        Arrays.stream(order, from, to).mapToObj(values::get).sorted().toList();
    int n = sorted.size();
    return sorted.get((n - 1) / 2).add(sorted.get(n / 2));
  }

  /** n² times the variance with divisor n: no division. */
  private static BigDecimal squares(List<BigDecimal> values, int[] order, int from, int to) {
    BigDecimal squares = BigDecimal.ZERO;
    for (int k = from; k < to; k++) {
      squares = squares.add(values.get(order[k]).pow(2));
    }
    BigDecimal sum = sum(values, order, from, to);
    return squares.multiply(BigDecimal.valueOf(to - from)).subtract(sum.multiply(sum));
  }

  /** What was computed, and not written down, ties within its rounding: 0.1 + 0.2 is 0.3. */
  @Test
  void numbersOfSeventeenDigitsTieWithinTheirRounding() {
    Table table =
        Table.of("t").with("v", 0.1 + 0.2, 0.9, 0.3, 0.6).with("g", List.of("a", "a", "b", "b"));
    Roles roles = Roles.twoSamples("v", "g");
    // The sums of two of .3 .9 .3 .6 against the other two differ by .3 or .9.
    assertEquals(
        1, tested("difference:mean", table, roles, Exchange.BETWEEN_ROWS, Alternative.TWO));
    assertEquals(
        0.5, tested("difference:mean", table, roles, Exchange.BETWEEN_ROWS, Alternative.GREATER));
  }

  /** Whole numbers that are known do not tie because they are large. */
  @Test
  void largeNumbersThatDifferDoNotTie() {
    Table table = Table.of("t").with("v", 1e14, 2, 1, 0).with("g", List.of("a", "a", "b", "b"));
    assertEquals(
        2 / 6.0,
        tested(
            "difference:mean",
            table,
            Roles.twoSamples("v", "g"),
            Exchange.BETWEEN_ROWS,
            Alternative.TWO));
  }

  /** Sums of products of 4000 bits are no doubles: they are divided by a power of two first. */
  @Test
  void numbersOfAllSizesAtOnce() {
    List<BigDecimal> x = Stream.of("1e-300", "3e-20", "2e7", "1e300").map(BigDecimal::new).toList();
    List<BigDecimal> y = Stream.of("2e-290", "1e3", "5e-9", "4e290").map(BigDecimal::new).toList();
    Table table = Table.of("t").with("x", doubles(x)).with("y", doubles(y));
    int[] all = {0, 1, 2, 3};
    BigDecimal middle = sum(x, all, 0, 4).multiply(sum(y, all, 0, 4));
    for (Alternative alternative : ALTERNATIVES) {
      double p =
          exact(
              4,
              order -> {
                BigDecimal products = BigDecimal.ZERO;
                for (int k = 0; k < 4; k++) {
                  products = products.add(x.get(k).multiply(y.get(order[k])));
                }
                return products.multiply(BigDecimal.valueOf(4)).subtract(middle);
              },
              alternative);
      // Orders that differ in the 590th digit are equal doubles.
      double found =
          tested("pearson", table, Roles.of("x", "y"), Exchange.BETWEEN_ROWS, alternative);
      assertTrue(found >= p && found <= p + 6 / 24.0, alternative + ": " + found + " for " + p);
    }
  }

  /** A median of whole numbers at 1e15 is refused as coarse; a sum of them is known. */
  @Test
  void coarseNumbersAreRefusedWhereNoSumTells() {
    double[] v = {1e15, 1e15 + 3, 1e15 + 1, 1e15 + 2};
    Table table = Table.of("t").with("v", v).with("g", List.of("a", "b", "a", "b"));
    Roles roles = Roles.twoSamples("v", "g");
    assertEquals(
        2 / 6.0, tested("difference:mean", table, roles, Exchange.BETWEEN_ROWS, Alternative.TWO));
    for (String statistics : List.of("difference:median", "difference:mean,difference:median")) {
      Bootstrap bootstrap =
          Bootstrap.of(Statistics.find(List.of(statistics.split(","))), table, roles)
              .withResampling(ResamplingKind.EXACT);
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> PermutationTest.of(bootstrap, Exchange.BETWEEN_ROWS));
      assertTrue(e.getMessage().contains("take a constant off"), e.getMessage());
    }
  }

  /** Rank correlations have ties whatever the numbers' size. */
  @Test
  void ranksDoNotMindAnOffset() {
    double[] x = {1, 2, 2, 3, 4};
    double[] y = {3, 1, 2, 2, 5};
    for (String statistic : List.of("spearman", "kendall")) {
      Roles roles = Roles.of("x", "y");
      Table plain = Table.of("t").with("x", x).with("y", y);
      double[] far = Arrays.stream(y).map(v -> v + 1e15).toArray();
      Table moved = Table.of("t").with("x", x).with("y", far);
      for (Alternative alternative : ALTERNATIVES) {
        assertEquals(
            tested(statistic, plain, roles, Exchange.BETWEEN_ROWS, alternative),
            tested(statistic, moved, roles, Exchange.BETWEEN_ROWS, alternative));
      }
    }
  }

  /** The same permutations of many rows are as extreme at any offset and scale. */
  @Test
  void anOffsetChangesNoPValue() {
    for (int n : new int[] {30, 200, 2000}) {
      var random = new SplittableRandom(n);
      int[] steps = random.ints(n, 0, 6).toArray();
      double[] x = random.ints(n, 0, 4).asDoubleStream().toArray();
      List<String> g = IntStream.range(0, n).mapToObj(k -> k < n / 3 ? "a" : "b").toList();
      for (String statistic : List.of("difference:mean", "pearson", "slope")) {
        Roles roles = statistic.startsWith("d") ? Roles.twoSamples("v", "g") : Roles.of("x", "v");
        double plain = drawn(statistic, moved(steps, 0, 0), x, g, roles);
        for (double offset : new double[] {1e3, 2455000, 1e9, 1e13}) {
          for (int exponent : new int[] {-150, 0, 150}) {
            assertEquals(
                plain,
                drawn(statistic, moved(steps, offset, exponent), x, g, roles),
                statistic + " of " + n + " at " + offset + "e" + exponent);
          }
        }
      }
    }
  }

  private static double[] moved(int[] steps, double offset, int exponent) {
    return Arrays.stream(steps)
        .mapToObj(k -> BigDecimal.valueOf(k).movePointLeft(1).add(new BigDecimal(offset)))
        .mapToDouble(v -> v.scaleByPowerOfTen(exponent).doubleValue())
        .toArray();
  }

  private static double drawn(
      String statistic, double[] v, double[] x, List<String> g, Roles roles) {
    Table table = Table.of("t").with("x", x).with("v", v).with("g", g);
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of(statistic)), table, roles).withResamples(199);
    PermutationTest test = PermutationTest.of(bootstrap, Exchange.BETWEEN_ROWS);
    double[] values = Runner.on(new SequentialEngine()).run(test).doubles("replicate");
    return test.result("replicate", values, Alternative.TWO).p();
  }

  /** One number 10^9 times the others does not make these equal. */
  @Test
  void largeNumbersDoNotHideSmallOnes() {
    double[] v = {1e9, 0.001, 0.002, 0.004, 0.008, 0.016};
    Table table = Table.of("t").with("v", v).with("g", List.of("a", "a", "b", "b", "b", "b"));
    Roles roles = Roles.twoSamples("v", "g");
    // The sample of two has 10^9 and the least of the others: 5 of 15 have 10^9, and exceed it.
    for (String statistic : List.of("difference:mean", "difference:quantile:0.75")) {
      assertEquals(
          5 / 15.0, tested(statistic, table, roles, Exchange.BETWEEN_ROWS, Alternative.GREATER));
      double[] greater = v.clone();
      greater[1] = 0.016;
      greater[5] = 0.001;
      assertEquals(
          1 / 15.0,
          tested(
              statistic,
              table.with("w", greater),
              Roles.twoSamples("w", "g"),
              Exchange.BETWEEN_ROWS,
              Alternative.GREATER));
    }
  }

  @Test
  void whatRoundingHidesIsRefused() {
    double[] fine = {1e15 + 0.25, 1e15 + 0.5, 1e15 + 0.125, 1e15 + 0.75};
    double[] x = {1, 2, 3, 5};
    Table table = Table.of("t").with("x", x).with("v", fine).with("g", List.of("a", "a", "b", "b"));
    for (String statistic : List.of("difference:mean", "difference:median")) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  tested(
                      statistic,
                      table,
                      Roles.twoSamples("v", "g"),
                      Exchange.BETWEEN_ROWS,
                      Alternative.TWO));
      assertTrue(e.getMessage().contains("column 'v'"), e.getMessage());
      assertTrue(e.getMessage().contains("take a constant off"), e.getMessage());
    }
  }
}
