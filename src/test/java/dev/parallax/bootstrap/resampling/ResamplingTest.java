package dev.parallax.bootstrap.resampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.StandardDeviation;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
  private static RandomStream stream(long item) {
    return RandomStream.of(1, Purpose.RESAMPLE, item);
  }

  private static Resample drawn(int rows, long item) {
    return new CaseResampling().sampler(rows).draw(stream(item));
  }

  /** Rows and counts tell the same resample, whichever is asked for first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 300, 512, 513, 40_000})
  void rowsAndCountsAgree(int n) {
    for (int item = 0; item < 20; item++) {
      Resample resample = drawn(n, item);
      int[] counts = new int[n];
      for (int row : resample.rows()) {
        counts[row]++;
      }
      assertArrayEquals(counts, resample.counts());
      assertEquals(n, resample.rows().length);
      assertEquals(n, resample.size());
      assertArrayEquals(counts, drawn(n, item).counts());
    }
  }

  /** A replicate does not depend on those before it. */
  @ParameterizedTest
  @ValueSource(ints = {5, 300, 20_000})
  void buffersAreNotPartOfTheResult(int n) {
    Resampling.Sampler sampler = new CaseResampling().sampler(n);
    RandomStream random = stream(0);
    for (int item : new int[] {3, 1, 4, 1, 5}) {
      Resample resample = sampler.draw(random.moveTo(item));
      if (item == 4) {
        continue; // Neither rows nor counts asked for.
      }
      assertArrayEquals(drawn(n, item).counts(), resample.counts());
      assertArrayEquals(drawn(n, item).rows(), resample.rows());
    }
  }

  @Test
  void aTableWithoutRowsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CaseResampling().sampler(0));
  }

  /** Small tables: the stream's bounded integers and nothing else. */
  @Test
  void smallTablesAreDrawnInOrder() {
    int[] expected = new int[24];
    stream(9).bounded(24, expected, 0, 24);
    assertArrayEquals(expected, drawn(24, 9).rows());
  }

  /** The frozen format: these numbers never change. */
  @ParameterizedTest
  @CsvSource({"512, 181413541", "513, -181905429", "100000, -135957533"})
  void format(int n, int hash) {
    assertEquals(hash, Arrays.hashCode(drawn(n, 7).rows()));
  }

  /** The order of summation is part of the format too: these are equal to the last bit. */
  @Test
  void formatOfStatistics() {
    assertEquals(-0.18654973332336824, value(300, new Pearson()));
    assertEquals(0.007809720079485504, value(3000, new Pearson()));
    assertEquals(0.008158727587914026, value(20_000, new Pearson()));
    assertEquals(0.4816018361786654, value(300, new Mean()));
    assertEquals(0.49345063720327076, value(20_000, new Mean()));
    assertEquals(0.2881519166265875, value(300, new StandardDeviation()));
    assertEquals(0.28905979363828266, value(20_000, new StandardDeviation()));
  }

  private static double value(int n, Statistic statistic) {
    double[] x = new SplittableRandom(1).doubles(n).toArray();
    double[] y = new SplittableRandom(2).doubles(n).map(v -> v * v).toArray();
    double[][] columns = statistic.columns() == 2 ? new double[][] {x, y} : new double[][] {x};
    return statistic.prepare(columns).evaluator().evaluate(drawn(n, 3));
  }
}
