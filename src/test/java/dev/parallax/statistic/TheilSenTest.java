package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Statistic;
import dev.parallax.statistic.fit.TheilSen;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TheilSenTest {
  private static final int SORTED_ROWS = 2000;

  private final SplittableRandom random = new SplittableRandom(41);

  private static double[] on(Drawn drawn, double[]... columns) {
    double[] values = new double[2];
    new TheilSen().prepare(columns).evaluator().evaluate(drawn, values);
    return values;
  }

  private static double[] line(double[]... columns) {
    return on(Drawn.identity(columns[0].length), columns);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** By all pairs of copied rows. */
  private static double[] byAllPairs(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int size = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[size++] = (y[i] - y[j]) / (x[i] - x[j]);
        }
      }
    }
    double slope = median(Arrays.copyOf(slopes, size));
    return new double[] {slope, median(y) - slope * median(x)};
  }

  /**
   * {@code scipy.stats.theilslopes(velocity, distance)} and {@code (gpa, lsat)} of scipy 1.17.1
   * print 467.479674796748, -125.73170731707319 and 0.004819277108433739, 0.27481927710843124.
   */
  @Test
  void asScipyHasIt() {
    assertArrayEquals(
        new double[] {467.479674796748, -125.73170731707319}, line(Samples.HUBBLE), 1e-12);
    assertArrayEquals(
        new double[] {0.004819277108433739, 0.27481927710843124}, line(Samples.LAW), 1e-14);
  }

  @Test
  void resamplesAreThatOfTheirCopies() {
    for (int n : new int[] {2, 3, 8, 25, 60}) {
      double[] x = random.doubles(n, 0, 9).map(Math::rint).toArray();
      double[] y = random.doubles(n, -5, 5).map(v -> Math.rint(4 * v) / 4).toArray();
      for (int b = 0; b < 60; b++) {
        Drawn drawn = Drawn.random(n, random);
        assertArrayEquals(
            byAllPairs(drawn.copy(x), drawn.copy(y)), on(drawn, x, y), 1e-13, n + " rows");
      }
      assertArrayEquals(byAllPairs(x, y), line(x, y), 1e-13);
    }
  }

  /** One value for one resample, whichever came before it. */
  @Test
  void everyRowIsTheSameByTheSortedSlopes() {
    double[] x = random.doubles(50).toArray();
    double[] y = random.doubles(50).toArray();
    Drawn twice = Drawn.of(50, java.util.stream.IntStream.range(0, 100).map(k -> k % 50).toArray());
    assertArrayEquals(on(twice, x, y), line(x, y), 0);
  }

  /**
   * Above, some slopes are sorted, and other pairs counted. The slope of one resample by its 2.6
   * million pairs.
   */
  @Test
  void manyRows() {
    int n = SORTED_ROWS + 300;
    double[] x = random.doubles(n, 0, 50).map(v -> Math.rint(10 * v) / 10).toArray();
    double[] y = Arrays.stream(x).map(v -> 3 - 0.7 * v + 4 * random.nextDouble()).toArray();
    assertArrayEquals(byAllPairs(x, y), line(x, y), 1e-12);
    Drawn drawn = Drawn.random(n, random);
    assertArrayEquals(byAllPairs(drawn.copy(x), drawn.copy(y)), on(drawn, x, y), 1e-12);
    Drawn lopsided = Drawn.of(n, random.ints(n, 0, 40).toArray()); // far from the middle
    assertArrayEquals(
        byAllPairs(lopsided.copy(x), lopsided.copy(y)), on(lopsided, x, y), 1e-12, "40 rows");
    double[] line = Arrays.stream(x).map(v -> 3 - 0.7 * v).toArray();
    assertEquals(-0.7, on(drawn, x, line)[0], 1e-13);
    double[] far = Arrays.stream(x).map(v -> v + 0x1p33).toArray();
    assertEquals(on(drawn, x, y)[0], on(drawn, far, y)[0], 1e-6);
    double[] level = new double[n];
    Arrays.fill(level, 0, n / 2, 2);
    assertArrayEquals(new double[] {0, median(drawn.copy(level))}, on(drawn, x, level), 0);
    double[] same = new double[n];
    Arrays.fill(same, 4);
    assertEquals(Double.NaN, on(drawn, same, y)[0]);
  }

  /** Most rows of all, of slopes whose median is known: half the rows on each of two lines. */
  @Test
  void soManyRowsThatAllAreCounted() {
    int n = 30_002;
    double[] x = new double[n];
    Arrays.setAll(x, row -> row);
    double[] y = Arrays.stream(x).map(v -> 0.5 * v + v % 2).toArray();
    double[] line = line(x, y);
    assertEquals(0.5, line[0], 1e-12);
    assertEquals(0.5, line[1], 1e-7);
  }

  @Test
  void pairsOfEqualXAreLeftOut() {
    double[] x = {1, 1, 2};
    double[] y = {0, 100, 10};
    assertEquals((10 - 90) / 2.0, line(x, y)[0]);
    assertArrayEquals(
        new double[] {Double.NaN, Double.NaN}, on(Drawn.of(3, 0, 1, 0), x, y), "equal x");
    assertArrayEquals(new double[] {10, -10}, on(Drawn.of(3, 0, 2, 2), x, y), 0);
  }

  @Test
  void largeAndSmallUnits() {
    double[] large = Arrays.stream(Samples.HUBBLE[1]).map(v -> v * 0x1p1010).toArray();
    double[] small = Arrays.stream(Samples.HUBBLE[0]).map(v -> v * 0x1p-40).toArray();
    double slope = line(Samples.HUBBLE)[0];
    assertEquals(slope * 0x1p1010, line(Samples.HUBBLE[0], large)[0]);
    assertEquals(slope * 0x1p40, line(small, Samples.HUBBLE[1])[0]);
  }

  @Test
  void whatItSays() {
    Statistic statistic = new TheilSen();
    assertEquals(2, statistic.responses().size());
    assertEquals("(km/s)/Mpc", statistic.units().get(0).of(java.util.List.of("Mpc", "km/s")));
    assertEquals("km/s", statistic.units().get(1).of(java.util.List.of("Mpc", "km/s")));
    assertTrue(statistic.exchange().isEmpty());
    assertEquals("Theil-Sen line", statistic.line());
  }
}
