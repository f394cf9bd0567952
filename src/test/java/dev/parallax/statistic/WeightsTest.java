package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Statistic.Weighted;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real weights generalise counts. */
class WeightsTest {
  private final SplittableRandom random = new SplittableRandom(30);

  private double[][] columns(Statistic statistic) {
    double[] x = random.doubles(40, 1, 6).map(v -> Math.rint(4 * v) / 4).toArray();
    double[] y = random.doubles(40, 1, 5).map(v -> v * v).toArray();
    double[] sample = new double[40];
    Arrays.fill(sample, 17, 40, 1);
    return statistic.twoSamples()
        ? new double[][] {x, sample}
        : statistic.columns() == 1 ? new double[][] {x} : new double[][] {x, y};
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean",
        "variance-n",
        "variance",
        "sd",
        "cv",
        "skewness",
        "pearson",
        "spearman",
        "kendall",
        "slope",
        "intercept",
        "slope-through-origin",
        "ratio",
        "mean-difference",
        "difference:mean",
        "ratio:mean",
        "difference:sd",
        "log-ratio",
        "auc"
      })
  void countsAreWeights(String name) {
    Statistic statistic = Statistics.find(List.of(name));
    double[][] columns = columns(statistic);
    var evaluator = (Weighted) statistic.prepare(columns).evaluator();
    double[] weights = new double[40];
    double[] values = new double[1];
    for (double share : new double[] {1, 0.025, 7}) {
      Arrays.fill(weights, share);
      evaluator.weigh(weights, values);
      double all = evaluator.evaluate(Resample.everyRow(40));
      assertEquals(all, values[0], 1e-13 * Math.max(1, Math.abs(all)), "equal weights");
    }
    for (int b = 0; b < 50; b++) {
      Drawn drawn = stratified(columns, statistic.twoSamples());
      Arrays.setAll(weights, row -> drawn.counts()[row] / 40.0);
      evaluator.weigh(weights, values);
      double plain = evaluator.evaluate(drawn);
      assertEquals(plain, values[0], 1e-12 * Math.max(1, Math.abs(plain)));
    }
  }

  private Drawn stratified(double[][] columns, boolean twoSamples) {
    int[] rows = random.ints(40, 0, 40).toArray();
    if (twoSamples) {
      for (int k = 0; k < 40; k++) {
        rows[k] = columns[1][k] == 0 ? random.nextInt(17) : random.nextInt(17, 40);
      }
    }
    return Drawn.of(40, rows);
  }

  @Test
  void orderStatisticsHaveNone() {
    for (String name : List.of("median", "quantile:0.3", "mad", "difference:median", "theil-sen")) {
      Statistic statistic = Statistics.find(List.of(name));
      assertFalse(statistic.prepare(columns(statistic)).evaluator() instanceof Weighted, name);
    }
  }
}
