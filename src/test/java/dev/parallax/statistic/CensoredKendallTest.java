package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CensoredKendallTest {

  @Test
  void withoutLimitsItIsTauB() {
    var random = new SplittableRandom(4);
    double[] x = random.ints(30, 0, 9).asDoubleStream().toArray();
    double[] y = random.ints(30, 0, 9).asDoubleStream().toArray();
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(30, random);
      assertEquals(
          Samples.on(new Kendall(), drawn, x, y),
          Samples.on(new CensoredKendall(), drawn, x, y, new double[30], new double[30]),
          1e-15);
    }
  }

  /**
   * By hand: x = 1, 2, 3, 4, y = 10, 30, 20, 40, and the last y an upper limit, so that it is below
   * or above any other: three pairs are left, of which two agree; all six are decided in x.
   */
  @Test
  void anOpenPairIsATie() {
    double[] x = {1, 2, 3, 4};
    double[] y = {10, 30, 20, 40};
    double[] none = new double[4];
    assertEquals(
        (2 - 1) / Math.sqrt(6 * 3),
        Samples.observed(new CensoredKendall(), x, y, none, new double[] {0, 0, 0, 1}),
        1e-15);
    // As a lower limit it is above all others still.
    assertEquals(
        Samples.observed(new Kendall(), x, y),
        Samples.observed(new CensoredKendall(), x, y, none, new double[] {0, 0, 0, -1}));
    assertEquals(
        Double.NaN,
        Samples.observed(new CensoredKendall(), x, y, none, new double[] {-1, -1, -1, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Samples.observed(new CensoredKendall(), x, y, none, new double[] {0, 2, 0, 0}));
  }
}
