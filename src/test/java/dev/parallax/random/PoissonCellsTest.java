package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells and what is left of them make a Poisson law. */
class PoissonCellsTest {
  private static final int CELLS = 1 << 14;

  /** All cells at once: a count's share is its probability, but for less than a cell. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9117, 0.999, 1})
  void aCountHasTheWholeCellsOfItsProbability(double mean) {
    PoissonCells cells = new PoissonCells(mean);
    int[] seen = new int[PoissonCells.UNDECIDED + 1];
    for (int cell = 0; cell < CELLS; cell++) {
      int count = cells.count(((long) cell << PoissonCells.UNUSED_BITS) | 0xabcd_0000L);
      seen[count]++;
      int before = 0;
      for (short last : cells.last()) {
        before += cell > last ? 1 : 0;
      }
      assertEquals(count, before);
    }
    for (int count = 0; count < PoissonCells.UNDECIDED; count++) {
      assertEquals(Math.floor(probability(mean, count) * CELLS), seen[count], count + " times");
    }
  }

  /** What is drawn where no cell decides has the probabilities that the cells leave over. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9117, 1})
  void theRestIsDrawnFromTheSpare(double mean) {
    PoissonCells cells = new PoissonCells(mean);
    Xoshiro256 spare = new Xoshiro256();
    spare.seed(Keys.of(5, Purpose.SYNTHETIC), 1, Keys.SPARE);
    int draws = 1_000_000;
    int[] seen = new int[PoissonCells.UNDECIDED + 3];
    for (int k = 0; k < draws; k++) {
      seen[Math.min(seen.length - 1, cells.resolve(spare))]++;
    }
    double[] left = new double[seen.length];
    double all = 0;
    for (int count = 0; count < 30; count++) {
      double p = probability(mean, count);
      double own = count < PoissonCells.UNDECIDED ? p - Math.floor(p * CELLS) / CELLS : p;
      left[Math.min(left.length - 1, count)] += own;
      all += own;
    }
    double square = 0;
    for (int count = 0; count < seen.length; count++) {
      double expected = draws * left[count] / all;
      assertTrue(expected > 5, () -> "too few expected: " + expected);
      square += Math.pow(seen[count] - expected, 2) / expected;
    }
    double most = new ChiSquaredDistribution(seen.length - 1).inverseCumulativeProbability(.9999);
    assertTrue(square < most, "chi-squared " + square);
  }

  /** All together, by the stream's own method. */
  @Test
  void theStreamsNumbersArePoisson() {
    int[] numbers = new int[100_000];
    double[] seen = new double[9];
    int rounds = 50;
    for (int item = 0; item < rounds; item++) {
      RandomStream.of(2, item).poisson(numbers, 0, numbers.length);
      for (int number : numbers) {
        seen[Math.min(number, seen.length - 1)]++;
      }
    }
    double square = 0;
    double left = (double) rounds * numbers.length;
    for (int k = 0; k < seen.length; k++) {
      double expected = k < seen.length - 1 ? 5e6 * probability(1, k) : left;
      square += Math.pow(seen[k] - expected, 2) / expected;
      left -= expected;
    }
    double most = new ChiSquaredDistribution(seen.length - 1).inverseCumulativeProbability(.9999);
    assertTrue(square < most, "chi-squared " + square);
  }

  private static double probability(double mean, int count) {
    return mean == 0 ? (count == 0 ? 1 : 0) : new PoissonDistribution(mean).probability(count);
  }
}
