package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KendallTest {
  @SuppressWarnings("ArrayRecordComponent")
  private record Rows(int[] rows, int[] counts) implements Resample {}

  /** Counted once for all rows, the jackknife's values are those of the other rows, to the bit. */
  @ParameterizedTest
  @CsvSource({"2, 9", "3, 1", "40, 4", "200, 1000000", "300, 20"})
  void withoutARow(int rows, int levels) {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = random.ints(rows, 0, levels).asDoubleStream().toArray();
    double[] y = random.ints(rows, 0, levels).asDoubleStream().toArray();
    Statistic.Evaluator tau = new Kendall().prepare(new double[][] {x, y}).evaluator();
    LeaveOneOut without = Resample.everyRow(rows).leavingOut();
    for (int row = rows - 1; row >= 0; row--) {
      without.at(row);
      Rows same = new Rows(without.rows().clone(), without.counts().clone());
      assertEquals(tau.evaluate(same), tau.evaluate(without), "without row " + row);
    }
  }
}
