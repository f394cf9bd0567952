package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.LAW;
import static dev.parallax.statistic.Samples.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Statistic;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Where a statistic is undefined, or 1, must not depend on how sums were rounded. */
class UndefinedTest {
  private final SplittableRandom random = new SplittableRandom(3);

  private static Drawn same(int n, int draws, int row) {
    int[] rows = new int[draws];
    Arrays.fill(rows, row);
    return Drawn.of(n, rows);
  }

  private double[] noise(int n, double base) {
    return random.doubles(n).map(v -> base + v).toArray();
  }

  @Test
  void oneRowOverAndOver() {
    for (double base : new double[] {0, 1e9, -3e200, 1e-200}) {
      for (int n : new int[] {1, 2, 3, 7, 15, 100, 1001}) {
        double[] x = noise(n, base);
        double[] y = noise(n, 0.1);
        Drawn drawn = same(n, n, random.nextInt(n));
        assertEquals(Double.NaN, on(new Pearson(), drawn, x, y));
        assertEquals(Double.NaN, on(new Spearman(), drawn, x, y));
        assertEquals(Double.NaN, on(new Slope(), drawn, x, y));
        assertEquals(n == 1 ? Double.NaN : 0, on(new StandardDeviation(), drawn, x));
      }
    }
  }

  /** Different rows, equal in one column. */
  @Test
  void equalInOneColumn() {
    int n = 60;
    double[] x = noise(n, 0.3);
    double[] y = noise(n, 5);
    Arrays.fill(y, 0, n / 2, y[7]);
    for (int b = 0; b < 1000; b++) {
      Drawn drawn = Drawn.of(n, random.ints(n, 0, n / 2).toArray());
      assertEquals(Double.NaN, on(new Pearson(), drawn, x, y));
      assertEquals(Double.NaN, on(new Pearson(), drawn, y, x));
      assertEquals(Double.NaN, on(new Spearman(), drawn, x, y));
      assertEquals(0, on(new Slope(), drawn, x, y));
      assertEquals(Double.NaN, on(new Slope(), drawn, y, x));
      assertEquals(0, on(new StandardDeviation(), drawn, y));
    }
  }

  /** Equal but for one unit in the last place, far from the rest: defined after all. */
  @Test
  void barelyDefined() {
    double[] x = {1e9, Math.nextUp(1e9), -1e9, 3, 4, 5, 6};
    double[] y = {2, 1, 100, 200, -50, 7, 8};
    Drawn drawn = Drawn.of(7, 0, 1, 1, 0, 1, 1, 1);
    assertEquals(-1, on(new Pearson(), drawn, x, y));
    assertEquals(-1, on(new Spearman(), drawn, x, y));
    assertEquals(-1 / Math.ulp(1e9), on(new Slope(), drawn, x, y));
    // Two of one value and five of the other: variance ulp² 2 (5/7) / 6 (...) = ulp² 10 / 42.
    assertEquals(
        Math.ulp(1e9) * Math.sqrt(10 / 42.0), on(new StandardDeviation(), drawn, x), 1e-21);
  }

  /** Two distinct rows, whatever their counts, lie on a line. */
  @Test
  void twoRows() {
    for (int b = 0; b < 20_000; b++) {
      int n = 2 + b % 30;
      double[] x = noise(n, b % 3);
      double[] y = noise(n, 1e3);
      int one = random.nextInt(n);
      int other = (one + 1 + random.nextInt(n - 1)) % n;
      int[] rows = random.ints(n, 0, 2).map(bit -> bit == 0 ? one : other).toArray();
      rows[0] = one;
      rows[1] = other;
      double sign = Math.signum((x[one] - x[other]) * (y[one] - y[other]));
      assertEquals(sign, on(new Pearson(), Drawn.of(n, rows), x, y));
      assertEquals(sign, on(new Spearman(), Drawn.of(n, rows), x, y));
    }
  }

  @Test
  void neverBeyondOne() {
    for (int b = 0; b < 20_000; b++) {
      int n = 3 + b % 40;
      double[] x = noise(n, 1);
      double[] y = Arrays.stream(x).map(v -> 1.7 - 3.3 * v).toArray();
      double r = on(new Pearson(), Drawn.random(n, random), x, y);
      assertTrue(Double.isNaN(r) || (r >= -1 && r < -1 + 1e-11), () -> "r = " + r);
    }
  }

  /**
   * By enumeration of the law school's pairs: draws of two rows, 15 ways to draw the same row
   * twice.
   */
  @Test
  void everyPairOfTheLawSchool() {
    int undefined = 0;
    Statistic.Evaluator pearson = new Pearson().prepare(LAW).evaluator();
    for (int i = 0; i < 15; i++) {
      for (int j = 0; j < 15; j++) {
        double r = pearson.evaluate(Drawn.of(15, i, j));
        undefined += Double.isNaN(r) ? 1 : 0;
        assertEquals(Double.isNaN(r) ? r : Math.signum(r), r);
      }
    }
    assertEquals(15, undefined);
  }
}
