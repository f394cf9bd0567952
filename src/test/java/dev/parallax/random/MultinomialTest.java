package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts are multinomial, however many trials are added or taken back at the end. */
class MultinomialTest {
  private final RandomStream random = RandomStream.of(11, Purpose.RESAMPLE, 0);

  private interface Draw {
    int[] counts(int item);
  }

  private Draw of(Multinomial multinomial, int n) {
    int[] counts = new int[n];
    return item -> {
      multinomial.draw(random.moveTo(item), counts);
      return counts;
    };
  }

  /** Passes 9999 right samplers of 10000, and with its fixed seed always or never. */
  private static void assertChiSquared(double square, int freedom) {
    double most = new ChiSquaredDistribution(freedom).inverseCumulativeProbability(.9999);
    assertTrue(square < most, () -> "chi-squared " + square + " with " + freedom);
  }

  /** Every outcome, against its probability n! / (c_1! ... c_n!) / n^n. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0", "2, 1", "3, 0.5", "4, 0.1", "4, 1", "5, 0.9", "5, 1"})
  void everyOutcomeHasItsProbability(int n, double mean) {
    checkOutcomes(of(new Multinomial(n, mean), n), n);
  }

  @Test
  void soItHasWithTheMeanOfTheFormat() {
    checkOutcomes(of(new Multinomial(5), 5), 5);
  }

  private static void checkOutcomes(Draw draw, int rows) {
    int resamples = 100_000;
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Double> probability = new HashMap<>();
    for (int b = 0; b < resamples; b++) {
      int[] counts = draw.counts(b);
      assertEquals(rows, Arrays.stream(counts).sum());
      String outcome = Arrays.toString(counts);
      seen.merge(outcome, 1, Integer::sum);
      probability.computeIfAbsent(outcome, o -> multinomial(counts));
    }
    double square = 0;
    for (var outcome : seen.entrySet()) {
      double expected = resamples * probability.get(outcome.getKey());
      square += Math.pow(outcome.getValue() - expected, 2) / expected;
    }
    // All outcomes were seen, as the least likely is expected 32 times.
    assertEquals(1, probability.values().stream().mapToDouble(p -> p).sum(), 1e-12);
    assertChiSquared(square, Math.max(1, seen.size() - 1));
  }

  private static double multinomial(int[] counts) {
    double p = 1;
    int drawn = 0;
    for (int count : counts) {
      for (int c = 1; c <= count; c++) {
        drawn++;
        p *= drawn / (double) c / counts.length;
      }
    }
    return p;
  }

  /** Where outcomes are too many: means, variances and covariances of the counts. */
  @ParameterizedTest
  @CsvSource({"37, 0.67", "37, 1", "64, 0.75", "65, 0.9", "100, 0.8", "100, 1"})
  void moments(int rows, double mean) {
    int resamples = 20_000;
    Draw draw = of(new Multinomial(rows, mean), rows);
    double[] sum = new double[rows];
    double[][] product = new double[rows][rows];
    for (int b = 0; b < resamples; b++) {
      int[] counts = draw.counts(b);
      for (int i = 0; i < rows; i++) {
        sum[i] += counts[i];
        for (int j = 0; j <= i; j++) {
          product[i][j] += (counts[i] - 1.0) * (counts[j] - 1.0);
        }
      }
    }
    // The counts have mean 1, variance 1 - 1/n and covariance -1/n; all draws are one multinomial.
    double square = 0;
    for (int i = 0; i < rows; i++) {
      square += Math.pow(sum[i] - resamples, 2) / resamples;
      for (int j = 0; j <= i; j++) {
        double expected = (i == j ? 1.0 : 0.0) - 1.0 / rows;
        // The fourth central moment of a Poisson count is 4, so the variance of its square is 3,
        // and of the product of two 1; of a multinomial's, both are less.
        double error = Math.sqrt((i == j ? 3.0 : 1.0) / resamples);
        assertEquals(expected, product[i][j] / resamples, 5.5 * error);
      }
    }
    assertChiSquared(square, rows - 1);
  }

  /** How many rows are drawn k times in a large table, with the mean of the format. */
  @ParameterizedTest
  @CsvSource({"513", "1000", "8193", "100000", "131073"})
  void largeTables(int rows) {
    Draw draw = of(new Multinomial(rows), rows);
    int resamples = 2_000_000 / rows;
    double[] times = new double[6];
    double[] byPlace = new double[16];
    for (int b = 0; b < resamples; b++) {
      int[] counts = draw.counts(b);
      assertEquals(rows, Arrays.stream(counts).sum());
      for (int row = 0; row < rows; row++) {
        times[Math.min(counts[row], 5)]++;
        byPlace[(int) (row * 16L / rows)] += counts[row];
      }
    }
    double total = (double) resamples * rows;
    double p = Math.pow(1 - 1.0 / rows, rows);
    for (int k = 0; k < 5; k++) {
      // Binomial; the spread is no more than that of independent rows.
      assertEquals(p, times[k] / total, 5 * Math.sqrt(p / total), "drawn " + k + " times");
      p *= (rows - k) / (k + 1.0) / (rows - 1);
    }
    double square = 0;
    for (int place = 0; place < 16; place++) {
      long first = (place * (long) rows + 15) / 16;
      long end = ((place + 1) * (long) rows + 15) / 16;
      double expected = (end - first) * (double) resamples;
      square += Math.pow(byPlace[place] - expected, 2) / expected;
    }
    assertChiSquared(square, 15);
  }

  @Test
  void badCallsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Multinomial(0));
    Multinomial three = new Multinomial(3);
    assertThrows(IllegalArgumentException.class, () -> three.draw(random, new int[4]));
  }
}
