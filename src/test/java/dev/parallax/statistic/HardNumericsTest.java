package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.observed;
import static dev.parallax.statistic.Samples.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against 60-digit arithmetic where one-pass sums of the raw numbers give noise, NaN or infinity.
 */
class HardNumericsTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** Sums of squares and products about the means. */
  private record Exact(BigDecimal mean, BigDecimal xx, BigDecimal yy, BigDecimal xy) {

    static Exact of(double[] x, double[] y) {
      BigDecimal meanX = mean(x);
      BigDecimal meanY = mean(y);
      return new Exact(
          meanX,
          moment(x, meanX, x, meanX),
          moment(y, meanY, y, meanY),
          moment(x, meanX, y, meanY));
    }

    private static BigDecimal mean(double[] x) {
      BigDecimal sum = BigDecimal.ZERO;
      for (double v : x) {
        sum = sum.add(new BigDecimal(v));
      }
      return sum.divide(BigDecimal.valueOf(x.length), DIGITS);
    }

    private static BigDecimal moment(double[] x, BigDecimal a, double[] y, BigDecimal b) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int row = 0; row < x.length; row++) {
        BigDecimal dx = new BigDecimal(x[row]).subtract(a, DIGITS);
        sum = sum.add(dx.multiply(new BigDecimal(y[row]).subtract(b, DIGITS), DIGITS), DIGITS);
      }
      return sum;
    }

    double r() {
      return xy.divide(xx.multiply(yy, DIGITS).sqrt(DIGITS), DIGITS).doubleValue();
    }

    double slope() {
      return xy.divide(xx, DIGITS).doubleValue();
    }

    double deviation(int n) {
      return xx.divide(BigDecimal.valueOf(n - 1), DIGITS).sqrt(DIGITS).doubleValue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e12, 0.01, 300", "0, 1, 300", "-1e12, 0.01, 24", "1e-5, 1e5, 100", "1e150, 1e140, 50",
    "0, 1e150, 50", "0, 1e300, 50", "1e300, 1e290, 50", "0, 1e-300, 50", "1e-300, 1e-305, 50",
    "0, 1e-310, 50", "0, 3e307, 50", "1e12, 0.01, 17000"
  })
  void agreesWithExactArithmetic(double mean, double sd, int n) {
    var random = new SplittableRandom(7);
    double[][] columns = new double[2][n];
    for (int row = 0; row < n; row++) {
      double x = random.nextGaussian();
      columns[0][row] = mean + sd * x;
      columns[1][row] = mean + sd * (x + random.nextGaussian());
    }
    for (int b = 0; b < Math.min(20, 20_000 / n); b++) {
      check(b == 0 ? Drawn.identity(n) : Drawn.random(n, random), columns);
    }
  }

  private static void check(Drawn drawn, double[][] columns) {
    double[] x = drawn.copy(columns[0]);
    Exact exact = Exact.of(x, drawn.copy(columns[1]));
    double deviation = exact.deviation(x.length);
    near(exact.r(), on(new Pearson(), drawn, columns), 1e-15);
    near(exact.slope(), on(new Slope(), drawn, columns), 1e-15);
    near(deviation, on(new StandardDeviation(), drawn, columns[0]), 1e-15);
    double largest = Arrays.stream(x).map(Math::abs).max().orElseThrow();
    double mean = on(new Mean(), drawn, columns[0]);
    assertTrue(exact.mean().subtract(new BigDecimal(mean)).abs().doubleValue() <= largest * 1e-15);
  }

  private static void near(double expected, double value, double relative) {
    // One unit in the last place is more than that for subnormal numbers.
    assertEquals(
        expected, value, Math.max(Math.abs(expected) * relative, Math.ulp(expected)), "of itself");
  }

  /** A column whose outlier leaves the rest, and their squares, far below its unit. */
  @Test
  void resamplesWithoutTheOutlier() {
    double[] x = {1, 1e-300, 2e-300, 3e-300, 5e-300};
    double[] y = {1e300, 2, 3, 5, 7};
    Drawn rest = Drawn.of(5, 1, 2, 3, 4, 2);
    Exact exact = Exact.of(rest.copy(x), rest.copy(y));
    near(exact.r(), on(new Pearson(), rest, x, y), 1e-15);
    near(exact.slope(), on(new Slope(), rest, x, y), 1e-15);
    near(exact.deviation(5), on(new StandardDeviation(), rest, x), 1e-15);
    near(exact.mean().doubleValue(), on(new Mean(), rest, x), 1e-15);
  }

  @Test
  void theWholeRangeOfADouble() {
    double[] x = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};
    assertEquals(0, observed(new Mean(), x));
    near(Double.MAX_VALUE, observed(new StandardDeviation(), x), 1e-15);
    assertEquals(1, observed(new Pearson(), x, x));
    assertEquals(1, observed(new Slope(), x, x));
    double[] y = {Double.MIN_VALUE, 2 * Double.MIN_VALUE, 3 * Double.MIN_VALUE};
    assertEquals(1, observed(new Pearson(), x, y));
    assertEquals(1, observed(new Pearson(), y, x));
    assertEquals(Double.POSITIVE_INFINITY, observed(new Slope(), y, x));
    assertEquals(0, observed(new Slope(), x, y));
    double[] z = {Double.MAX_VALUE, Double.MAX_VALUE};
    assertEquals(Double.MAX_VALUE, observed(new Mean(), z));
    assertEquals(Double.MAX_VALUE, observed(new Median(), z));
    assertEquals(-Double.MAX_VALUE, observed(new Median(), new double[] {z[0], -z[0], -z[0]}));
  }

  @Test
  void infiniteNumbersHaveNoMoments() {
    double[] x = {1, 2, Double.POSITIVE_INFINITY, 4};
    double[] y = {2, 1, 3, 4};
    for (Statistic pair : new Statistic[] {new Pearson(), new Slope()}) {
      assertEquals(Double.NaN, observed(pair, x, y));
      assertEquals(Double.NaN, observed(pair, y, x));
    }
    assertEquals(Double.NaN, observed(new StandardDeviation(), x));
    assertEquals(Double.POSITIVE_INFINITY, observed(new Mean(), x));
    assertEquals(3, observed(new Median(), x));
    assertEquals(.6, observed(new Spearman(), x, y), 1e-15);
    assertEquals(-1, on(new Pearson(), Drawn.of(4, 0, 1, 1, 0), x, y), "without the infinite row");
  }
}
