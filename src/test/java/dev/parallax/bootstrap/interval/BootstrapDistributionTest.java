package dev.parallax.bootstrap.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapDistributionTest {
  private static final double[] TEN = {10, 3, 5, 1, 2, 9, 8, 4, 7, 6};

  /** R: quantile(1:10, c(.025, .05, .1, .25, .5, .75, .975), type = 7). */
  @Test
  void replicatesHaveQuantilesOfTypeSeven() {
    double[] p = {.025, .05, .1, .25, .5, .75, .975};
    double[] expected = {1.225, 1.45, 1.9, 3.25, 5.5, 7.75, 9.775};
    BootstrapDistribution ten = ReplicateDistribution.of(TEN);
    assertArrayEquals(expected, Arrays.stream(p).map(ten::quantile).toArray(), 1e-14);
    assertEquals(1, ten.quantile(0));
    assertEquals(10, ten.quantile(1));
  }

  /** R: sd(1:10) and the plain mean of (1:10 - 5.5)^k. */
  @Test
  void deviationHasDivisorOneLessUnlessExact() {
    BootstrapDistribution ten = ReplicateDistribution.of(TEN);
    assertEquals(3.02765035409749, ten.standardDeviation(), 1e-14);
    assertEquals(5.5, ten.moments().mean());
    assertEquals(Math.sqrt(8.25), ten.moments().deviation());
    assertEquals(0, ten.moments().skewness(), 1e-15);
    assertEquals(120.8625, ten.moments().fourth(), 1e-12);
    double[] equal = new double[10];
    Arrays.fill(equal, 3);
    BootstrapDistribution exact = ExactDistribution.of(TEN, equal);
    assertEquals(Math.sqrt(8.25), exact.standardDeviation(), 1e-14);
    assertEquals(5.5, exact.mean(), 1e-14);
    assertEquals(120.8625, exact.moments().fourth(), 1e-12);
    assertEquals(10, exact.distinct());
  }

  @Test
  void exactQuantilesAreTheLeastValueThatReachesTheProbability() {
    BootstrapDistribution exact =
        ExactDistribution.of(new double[] {3, 1, 2, Double.NaN}, new double[] {.4, .08, .32, .2});
    assertEquals(0.2, exact.undefined(), 1e-15);
    assertEquals(1, exact.quantile(0.1));
    assertEquals(2, exact.quantile(0.1 + 1e-9));
    assertEquals(2, exact.quantile(0.5));
    assertEquals(3, exact.quantile(0.51));
    assertEquals(3, exact.quantile(1));
    assertEquals(0.3, exact.fractionBelow(2), 1e-15);
    assertEquals(0.1, exact.fractionBelow(1.5), 1e-15);
    assertEquals(2.4, exact.mean(), 1e-15);
  }

  @Test
  void whatIsUndefinedIsLeftOutAndCounted() {
    double[] values = {Double.NaN, 2, Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY};
    BootstrapDistribution two = ReplicateDistribution.of(values);
    assertEquals(2, two.size());
    assertEquals(0.6, two.undefined());
    assertEquals(1.5, two.mean());
    assertEquals(0.5, two.fractionBelow(1.5));
    assertTrue(Double.isNaN(ReplicateDistribution.of(new double[] {Double.NaN}).quantile(0.5)));
    assertTrue(Double.isNaN(ReplicateDistribution.of(new double[0]).standardDeviation()));
  }

  /** The last bits of equal sums in different orders do not make them different values. */
  @Test
  void roundingMakesNoTiesApart() {
    double a = 0.1 + 0.2 + 0.3;
    double b = 0.3 + 0.2 + 0.1;
    assertTrue(a != b);
    BootstrapDistribution d = ReplicateDistribution.of(new double[] {a, b, 1, 0});
    assertEquals(0.5, d.fractionBelow(a));
    assertEquals(0.5, d.fractionBelow(b));
    assertEquals(3, d.distinct());
  }

  @Test
  void transformsDropWhatIsOutsideTheirDomain() {
    double[] values = {-1, 1, 2, 4};
    BootstrapDistribution logs = ReplicateDistribution.of(values).transformed(Math::log);
    assertEquals(3, logs.size());
    assertEquals(0.25, logs.undefined());
    assertEquals(Math.log(2), logs.quantile(0.5), 1e-15);
    double[] weights = {1, 2, 3, 4};
    BootstrapDistribution exact = ExactDistribution.of(values, weights).transformed(Math::log);
    assertEquals(0.1, exact.undefined(), 1e-15);
    assertEquals((3 + 8) * Math.log(2) / 9, exact.mean(), 1e-15);
  }

  @Test
  void weightsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> ExactDistribution.of(TEN, new double[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactDistribution.of(new double[] {1}, new double[] {-1}));
  }

  /** Whatever order the values come in, each keeps its own weight. */
  @Test
  void weightsStayWithTheirValues() {
    int n = 50_000;
    RandomStream random = RandomStream.of(1, Purpose.SYNTHETIC, 0);
    double[][] inputs = new double[5][n];
    for (int k = 0; k < n; k++) {
      inputs[0][k] = random.nextGaussian();
      inputs[1][k] = k;
      inputs[2][k] = -k;
      inputs[3][k] = random.nextInt(7);
      inputs[4][k] = Math.min(k, n - k);
    }
    for (double[] values : inputs) {
      double[] weights = Arrays.stream(values).map(v -> 3 * v + 1).toArray();
      double[] expected = values.clone();
      Arrays.sort(expected);
      WeightedSort.sort(values, weights);
      for (int k = 0; k < n; k++) {
        assertEquals(expected[k], values[k]);
        assertEquals(3 * values[k] + 1, weights[k]);
      }
    }
  }
}
