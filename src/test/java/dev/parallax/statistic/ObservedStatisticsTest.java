package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.CONTROL;
import static dev.parallax.statistic.Samples.HUBBLE;
import static dev.parallax.statistic.Samples.LAW;
import static dev.parallax.statistic.Samples.TREATED;
import static dev.parallax.statistic.Samples.observed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Published values of the statistics of published data; tolerances are their last digits. */
class ObservedStatisticsTest {

  @Test
  void lawSchool() {
    assertEquals(.776374491289, observed(new Pearson(), LAW), 5e-13);
    assertEquals(.7964285714, observed(new Spearman(), LAW), 5e-11);
    assertEquals(.004523477199, observed(new Slope(), LAW), 5e-13);
  }

  @Test
  void hubble() {
    assertEquals(.789639488, observed(new Pearson(), HUBBLE), 5e-10);
    assertEquals(.799564205, observed(new Spearman(), HUBBLE), 5e-10);
    assertEquals(454.1584409, observed(new Slope(), HUBBLE), 5e-8);
  }

  @Test
  void mice() {
    assertEquals(86.85714286, observed(new Mean(), TREATED), 5e-9);
    assertEquals(56.22222222, observed(new Mean(), CONTROL), 5e-9);
    assertEquals(94, observed(new Median(), TREATED));
    assertEquals(46, observed(new Median(), CONTROL));
    // The published standard errors are s / sqrt(n).
    double se = observed(new StandardDeviation(), TREATED) / Math.sqrt(7);
    assertEquals(25.23548953, se, 5e-9);
    assertEquals(14.13897075, observed(new StandardDeviation(), CONTROL) / 3, 5e-9);
  }

  @Test
  void anscombe() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] x4 = {8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8};
    double[] y1 = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    double[] y2 = {9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74};
    double[] y3 = {7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73};
    double[] y4 = {6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89};
    assertEquals(.8164205, observed(new Pearson(), x, y1), 5e-8);
    assertEquals(.8162365, observed(new Pearson(), x, y2), 5e-8);
    assertEquals(.8162867, observed(new Pearson(), x, y3), 5e-8);
    assertEquals(.8165214, observed(new Pearson(), x4, y4), 5e-8);
  }

  /** NIST's data set NumAcc1, certified: mean 10000002, standard deviation 1. */
  @Test
  void nistNumAcc1() {
    double[] x = {10000001, 10000003, 10000002};
    assertEquals(10000002, observed(new Mean(), x));
    assertEquals(1, observed(new StandardDeviation(), x));
    assertEquals(10000002, observed(new Median(), x));
  }

  /** NIST's NumAcc3 and NumAcc4: mean 1000000.2 and 10000000.2, standard deviation 0.1. */
  @Test
  void nistNumAcc3And4() {
    for (double base : new double[] {1e6, 1e7}) {
      double[] x = new double[1001];
      x[0] = base + .2;
      for (int i = 1; i < 1001; i++) {
        x[i] = base + (i % 2 == 1 ? .1 : .3);
      }
      assertEquals(base + .2, observed(new Mean(), x));
      // The inputs themselves are rounded, by up to 1e-9 at 1e7.
      assertEquals(.1, observed(new StandardDeviation(), x), base * 1e-16);
    }
  }

  @Test
  void columnsThatDoNotFitAreNamed() {
    var pearson = new Pearson();
    assertThrows(
        IllegalArgumentException.class, () -> pearson.prepare(new double[][] {{1, 2}, {1}}));
    assertThrows(IllegalArgumentException.class, () -> pearson.prepare(new double[][] {{1, 2}}));
    assertThrows(IllegalArgumentException.class, () -> new Median().prepare(new double[][] {{}}));
  }
}
