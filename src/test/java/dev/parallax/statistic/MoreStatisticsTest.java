package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.observed;
import static dev.parallax.statistic.Samples.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics of one column and of pairs against Commons Math on copied rows. */
class MoreStatisticsTest {
  private final CommonsMathTest against = new CommonsMathTest();

  private static double mean(double[] values) {
    return StatUtils.mean(values);
  }

  private static double deviation(double[] values) {
    return Math.sqrt(StatUtils.variance(values));
  }

  private static double median(double[] values) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 50);
  }

  @Test
  void variances() {
    against.compare(new Variance(), c -> StatUtils.variance(c[0]), 1e-13);
    against.compare(Variance.plugin(), c -> StatUtils.populationVariance(c[0]), 1e-13);
  }

  @Test
  void skewness() {
    against.compare(
        new Skewness(),
        c -> {
          double mean = mean(c[0]);
          double third = Arrays.stream(c[0]).map(v -> Math.pow(v - mean, 3)).sum() / c[0].length;
          return third / Math.pow(StatUtils.populationVariance(c[0]), 1.5);
        },
        1e-10);
  }

  @Test
  void coefficientOfVariation() {
    double[] x = {2, 4, 4, 4, 5, 5, 7, 9};
    assertEquals(Math.sqrt(32 / 7.0) / 5, observed(new CoefficientOfVariation(), x), 1e-15);
    assertEquals(Double.NaN, observed(new CoefficientOfVariation(), new double[] {-1, 1}));
    var random = new SplittableRandom(5);
    double[] column = random.doubles(50, 3, 4).toArray();
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(50, random);
      double[] copy = drawn.copy(column);
      assertEquals(
          deviation(copy) / mean(copy), on(new CoefficientOfVariation(), drawn, column), 1e-14);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.025, 0.1, 0.25, 0.5, 0.7, 0.975, 1})
  void quantiles(double p) {
    Percentile type7 = new Percentile().withEstimationType(EstimationType.R_7);
    against.compare(new Quantile(p), c -> type7.evaluate(c[0], 100 * p), 1e-12);
  }

  @Test
  void theQuantileOfZeroIsTheLeast() {
    against.compare(new Quantile(0), c -> StatUtils.min(c[0]), 0);
    against.compare(new Quantile(0.5), c -> median(c[0]), 1e-15);
  }

  /** The reference's type 7 for 1 .. 10, by R. */
  @ParameterizedTest
  @CsvSource({".025, 1.225", ".05, 1.45", ".1, 1.9", ".25, 3.25", ".5, 5.5", ".975, 9.775"})
  void typeSeven(double p, double expected) {
    double[] x = {10, 3, 5, 1, 2, 9, 8, 4, 7, 6};
    assertEquals(expected, observed(new Quantile(p), x), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.29, 0.3, 0.49})
  void trimmedMeans(double fraction) {
    against.compare(
        new TrimmedMean(fraction),
        c -> {
          double[] sorted = c[0].clone();
          Arrays.sort(sorted);
          int cut =
              BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(sorted.length)).intValue();
          return mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
        },
        1e-13);
  }

  @Test
  void medianDeviation() {
    against.compare(
        new MedianDeviation(),
        c -> {
          double median = median(c[0]);
          return median(Arrays.stream(c[0]).map(v -> Math.abs(v - median)).toArray());
        },
        1e-15);
  }

  @Test
  void kendall() {
    against.compare(new Kendall(), c -> new KendallsCorrelation().correlation(c[0], c[1]), 1e-15);
  }

  private static SimpleRegression line(double[][] columns, boolean intercept) {
    SimpleRegression line = new SimpleRegression(intercept);
    for (int row = 0; row < columns[0].length; row++) {
      line.addData(columns[0][row], columns[1][row]);
    }
    return line;
  }

  @Test
  void lines() {
    against.compare(new Intercept(), c -> line(c, true).getIntercept(), 1e-9);
    against.compare(
        new SlopeThroughOrigin(),
        c -> {
          double square = Arrays.stream(c[0]).map(v -> v * v).sum();
          return square == 0 ? Double.NaN : line(c, false).getSlope();
        },
        1e-12);
  }

  @Test
  void ratiosAndDifferences() {
    var random = new SplittableRandom(6);
    double[] x = random.doubles(80, 1, 9).toArray();
    double[] y = random.doubles(80, -3, 9).toArray();
    for (int b = 0; b < 200; b++) {
      Drawn drawn = Drawn.random(80, random);
      double meanX = mean(drawn.copy(x));
      double meanY = mean(drawn.copy(y));
      assertEquals(meanY / meanX, on(new Ratio(), drawn, x, y), 1e-14);
      assertEquals(meanX - meanY, on(new MeanDifference(), drawn, x, y), 1e-13);
    }
    assertEquals(Double.NaN, observed(new Ratio(), new double[] {-1, 1}, new double[] {1, 2}));
  }

  /** Far from zero, against 60 digits. */
  @Test
  void hardNumbers() {
    var random = new SplittableRandom(8);
    double[] x = random.doubles(300).map(v -> 1e12 + 0.01 * v).toArray();
    double[] y = random.doubles(300).map(v -> 1e12 - 0.02 * v).toArray();
    MathContext digits = new MathContext(60);
    BigDecimal mean = BigDecimal.ZERO;
    BigDecimal difference = BigDecimal.ZERO;
    for (int row = 0; row < 300; row++) {
      mean = mean.add(new BigDecimal(x[row]));
      difference = difference.add(new BigDecimal(x[row])).subtract(new BigDecimal(y[row]));
    }
    mean = mean.divide(BigDecimal.valueOf(300), digits);
    BigDecimal second = BigDecimal.ZERO;
    BigDecimal third = BigDecimal.ZERO;
    for (double v : x) {
      BigDecimal d = new BigDecimal(v).subtract(mean);
      second = second.add(d.pow(2));
      third = third.add(d.pow(3));
    }
    double variance = second.divide(BigDecimal.valueOf(299), digits).doubleValue();
    assertEquals(variance, observed(new Variance(), x), 2e-15 * variance);
    assertEquals(variance * 299 / 300, observed(Variance.plugin(), x), 2e-15 * variance);
    double m2 = second.doubleValue() / 300;
    double skewness = third.doubleValue() / 300 / (m2 * Math.sqrt(m2));
    assertEquals(skewness, observed(new Skewness(), x), 1e-13);
    double paired = difference.divide(BigDecimal.valueOf(300), digits).doubleValue();
    assertEquals(paired, observed(new MeanDifference(), x, y), 2e-15 * paired);
  }

  @Test
  void equalRowsGiveExactAnswers() {
    double[] x = {0.1, 0.7, 1e9 + 0.3};
    double[] y = {0.3, 1e-7, 5};
    for (int row = 0; row < 3; row++) {
      Drawn drawn = Drawn.of(3, row, row, row, row, row, row, row);
      for (Statistic zero : new Statistic[] {new Variance(), Variance.plugin()}) {
        assertEquals(0, on(zero, drawn, x));
      }
      assertEquals(0, on(new MedianDeviation(), drawn, x));
      assertEquals(0, on(new CoefficientOfVariation(), drawn, x));
      assertEquals(x[row], on(new Quantile(0.3), drawn, x));
      assertEquals(x[row], on(new TrimmedMean(0.2), drawn, x));
      assertEquals(Double.NaN, on(new Skewness(), drawn, x));
      assertEquals(Double.NaN, on(new Kendall(), drawn, x, y));
      assertEquals(Double.NaN, on(new Intercept(), drawn, x, y));
    }
  }

  /** Published: the reference's figures for Hubble's nebulae and the law schools. */
  @Test
  void published() {
    assertEquals(.616311049, observed(new Kendall(), Samples.HUBBLE), 5e-10);
    assertEquals(423.937323, observed(new SlopeThroughOrigin(), Samples.HUBBLE), 5e-7);
    assertEquals(-40.7836491, observed(new Intercept(), Samples.HUBBLE), 5e-8);
    assertEquals(.6380952381, observed(new Kendall(), Samples.LAW), 5e-11);
    assertEquals(.3793740868, observed(new Intercept(), Samples.LAW), 5e-11);
    double[] u = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
    double[] x = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};
    assertEquals(1.5203125, observed(new Ratio(), u, x));
  }

  @Test
  void kendallIsOneWhereTheOrdersAgree() {
    double[] x = {3, 1, 2, 2, 5, 7, 7};
    double[] y = Arrays.stream(x).map(Math::exp).toArray();
    var random = new SplittableRandom(9);
    for (int b = 0; b < 500; b++) {
      Drawn drawn = Drawn.random(7, random);
      double tau = on(new Kendall(), drawn, x, y);
      assertTrue(tau == 1 || Double.isNaN(tau), () -> "tau " + tau);
    }
  }

  @Test
  void namesAndArguments() {
    assertEquals(
        observed(new Quantile(0.9), Samples.TREATED),
        observed(Statistics.find(List.of("quantile:0.9")), Samples.TREATED));
    assertWrong("quantile:1.5", "within 0 .. 1, not 1.5");
    assertWrong("quantile:x", "quantile:p takes a number, not 'x'");
    assertWrong("quantile", "needs an argument: quantile:p");
    assertWrong("quantil:0.5", "did you mean 'quantile:p'?");
    assertWrong("trimmed-mean:0.5", "below 0.5, not 0.5");
    assertWrong("mean:3", "'mean' takes no argument");
    assertWrong("difference:pearson", "a statistic of one column");
    assertWrong("difference", "needs an argument: difference:mean or difference:median");
    assertWrong("kendal", "did you mean 'kendall'?");
    assertWrong("", "statistic");
    for (String name : Statistics.names()) {
      String written = name.replace(":p", ":0.5").replace(":f", ":0.1");
      assertTrue(Statistics.find(List.of(written)).columns() >= 1);
    }
  }

  private static void assertWrong(String name, String why) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Statistics.find(List.of(name)));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
