package dev.parallax.bootstrap.permutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.permutation.PermutationResult.Alternative;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Exchange;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  private static final double[] X = {1, 2, 3, 4, 5, 7};
  private static final double[] Y = {2, 1, 4, 3, 7, 5};

  private static double[] permuted(Bootstrap bootstrap, Exchange exchange) {
    PermutationTest test = PermutationTest.of(bootstrap, exchange);
    return Runner.on(new SequentialEngine()).run(test).doubles("replicate");
  }

  /** Six pairs have 720 orders: the share as extreme as what was observed is known. */
  @Test
  void correlationAgreesWithAllPermutations() {
    Bootstrap bootstrap =
        Bootstrap.of(new Pearson(), Table.of("t").with("x", X).with("y", Y), "x", "y")
            .withResamples(50_000);
    List<Double> all = new ArrayList<>();
    enumerate(Y.clone(), 0, all);
    assertEquals(720, all.size());
    double[] every = all.stream().mapToDouble(Double::doubleValue).toArray();
    double[] drawn = permuted(bootstrap, Exchange.BETWEEN_ROWS);
    for (Alternative alternative : Alternative.values()) {
      PermutationResult exact =
          PermutationResult.of(0, bootstrap.estimate(), 1e-12, every, true, alternative);
      PermutationResult p =
          PermutationTest.of(bootstrap, Exchange.BETWEEN_ROWS)
              .result("replicate", drawn, alternative);
      assertEquals(exact.extreme() / 720.0, exact.p());
      assertEquals(exact.p(), p.p(), 4 * p.error() + 1e-4, alternative.toString());
      assertEquals((p.extreme() + 1) / 50_001.0, p.p());
    }
  }

  /**
   * All 11440 ways to tell the mice apart, about an area of 1/2: {@code
   * scipy.stats.mannwhitneyu(treated, control, method='exact', alternative=...)} of scipy 1.17.1
   * prints 0.6805944055944056 two-sided, 0.3402972027972028 greater, 0.6967657342657342 less.
   */
  @Test
  void anAreaIsOneHalfByChance() {
    double[] days = {94, 197, 16, 38, 99, 141, 23, 52, 104, 146, 10, 50, 31, 40, 27, 46};
    List<String> group = new ArrayList<>(Collections.nCopies(7, "treated"));
    group.addAll(Collections.nCopies(9, "control"));
    Bootstrap bootstrap =
        Bootstrap.of(
                Statistics.find(List.of("auc")),
                Table.of("mice").with("days", days).with("group", group),
                Roles.twoSamples("days", "group"))
            .withResampling(ResamplingKind.EXACT);
    double[] all = permuted(bootstrap, Exchange.BETWEEN_ROWS);
    assertEquals(11440, all.length);
    double[] expected = {0.6805944055944056, 0.3402972027972028, 0.6967657342657342};
    for (Alternative alternative : Alternative.values()) {
      PermutationResult p =
          PermutationTest.of(bootstrap, Exchange.BETWEEN_ROWS)
              .result("replicate", all, alternative);
      assertEquals(expected[alternative.ordinal()], p.p(), 1e-15, alternative.toString());
    }
  }

  private static void enumerate(double[] y, int from, List<Double> all) {
    if (from == y.length) {
      Statistic.Prepared prepared = new Pearson().prepare(new double[][] {X, y.clone()});
      all.add(prepared.evaluator().evaluate(Resample.everyRow(y.length)));
      return;
    }
    for (int k = from; k < y.length; k++) {
      swap(y, from, k);
      enumerate(y, from + 1, all);
      swap(y, from, k);
    }
  }

  private static void swap(double[] y, int i, int j) {
    double first = y[i];
    y[i] = y[j];
    y[j] = first;
  }

  /** Pairs of differences 1 to 6: 2 of the 64 signs are as extreme as all alike. */
  @Test
  void pairsAreSwappedWithinTheirRows() {
    double[] zero = new double[6];
    double[] differences = {1, 2, 3, 4, 5, 6};
    zero[5] = 1;
    differences[5] = 7;
    Bootstrap bootstrap =
        Bootstrap.of(
                Statistics.find(List.of("mean-difference")),
                Table.of("t").with("x", differences).with("y", zero),
                "x",
                "y")
            .withResamples(50_000);
    double[] drawn = permuted(bootstrap, Exchange.WITHIN_ROWS);
    PermutationResult p =
        PermutationTest.of(bootstrap, Exchange.WITHIN_ROWS)
            .result("replicate", drawn, Alternative.TWO);
    assertEquals(2 / 64.0, p.p(), 4 * p.error());
  }

  @Test
  void theLeastPValueIsOneOverBPlusOne() {
    double[] permuted = {0.1, -0.2, Double.NaN, 0.3};
    PermutationResult p = PermutationResult.of(0, 0.9, 0, permuted, false, Alternative.TWO);
    assertEquals(new PermutationResult(0.25, p.error(), 0, 3, false), p);
    assertEquals(
        1, PermutationResult.of(0, 0.3, 0, permuted, false, Alternative.GREATER).extreme());
    assertEquals(1, PermutationResult.of(0, 0.9, 0, permuted, false, Alternative.LESS).p(), 1e-15);
    assertEquals(1, PermutationResult.of(0, 0.35, 0.1, permuted, false, Alternative.TWO).extreme());
    assertEquals(
        0, PermutationResult.of(0, 0.35, 0.01, permuted, false, Alternative.TWO).extreme());
  }

  @Test
  void oneColumnHasNothingToExchange() {
    Bootstrap bootstrap = Bootstrap.of(new Mean(), Table.of("t").with("x", X), "x");
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PermutationTest.of(bootstrap, Exchange.BETWEEN_ROWS));
    assertTrue(e.getMessage().contains("two columns or two samples"), e.getMessage());
  }

  /** Permutations and resamples of one seed have nothing to do with each other. */
  @Test
  void permutationsAreNotTheResamples() {
    Bootstrap bootstrap =
        Bootstrap.of(new Pearson(), Table.of("t").with("x", X).with("y", Y), "x", "y")
            .withResamples(2000);
    double[] replicates = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
    double[] permuted = permuted(bootstrap, Exchange.BETWEEN_ROWS);
    for (int b = 0; b < 2000; b++) {
      replicates[b] = Double.isNaN(replicates[b]) ? 0 : replicates[b];
    }
    double r =
        new Pearson()
            .prepare(new double[][] {replicates, permuted})
            .evaluator()
            .evaluate(Resample.everyRow(2000));
    assertEquals(0, r, 4 / Math.sqrt(2000));
    assertArrayEquals(permuted, permuted(bootstrap, Exchange.BETWEEN_ROWS));
  }
}
