package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.model.Expansion;
import dev.parallax.model.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AucTest {
  private static final double[] BOTH = {
    94, 197, 16, 38, 99, 141, 23, 52, 104, 146, 10, 50, 31, 40, 27, 46
  };
  private static final double[] SAMPLES = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  /** By all pairs. */
  private static double byPairs(Drawn drawn, double[] values, double[] samples) {
    double score = 0;
    double pairs = 0;
    for (int a : drawn.rows()) {
      for (int b : drawn.rows()) {
        if (samples[a] == 0 && samples[b] == 1) {
          pairs++;
          score += values[a] > values[b] ? 1 : values[a] == values[b] ? 0.5 : 0;
        }
      }
    }
    return score / pairs;
  }

  /** {@code scipy.stats.mannwhitneyu(treated, control).statistic}, of scipy 1.17.1, is 36.0. */
  @Test
  void isMannAndWhitneysU() {
    assertEquals(36.0 / 63, on(new Auc(), Drawn.identity(16), BOTH, SAMPLES));
    double[] gravity = {
      82, 79, 81, 79, 77, 79, 79, 78, 79, 82, 76, 73, 64, 84, 86, 85, 82, 77, 76, 77, 80, 83, 81,
      78, 78, 78
    };
    double[] series = new double[26];
    Arrays.fill(series, 13, 26, 1);
    // Ties: the same command for the two series says 61.5.
    assertEquals(61.5 / 169, on(new Auc(), Drawn.identity(26), gravity, series));
  }

  @Test
  void resamples() {
    var random = new SplittableRandom(4);
    double[] values = random.doubles(40, 0, 6).map(Math::rint).toArray();
    double[] samples = random.ints(40, 0, 2).asDoubleStream().toArray();
    for (int b = 0; b < 300; b++) {
      Drawn drawn = Drawn.random(40, random);
      assertEquals(byPairs(drawn, values, samples), on(new Auc(), drawn, values, samples), 1e-15);
    }
    assertEquals(Double.NaN, on(new Auc(), Drawn.of(16, 1, 2, 3), BOTH, SAMPLES), "one sample");
    assertEquals(0.5, on(new Auc(), Drawn.identity(4), new double[4], new double[] {0, 1, 1, 0}));
    assertEquals(
        1, on(new Auc(), Drawn.identity(3), new double[] {2, 1, 1}, new double[] {0, 1, 1}));
  }

  /** What a row's loss changes, as an expansion and as a difference. */
  @Test
  void withoutARow() {
    var smooth = (Statistic.Smooth) new Auc().prepare(new double[][] {BOTH, SAMPLES}).evaluator();
    double all = smooth.evaluate(Drawn.identity(16));
    for (int row = 0; row < 16; row++) {
      int without = row;
      int[] others = java.util.stream.IntStream.range(0, 16).filter(k -> k != without).toArray();
      Expansion told = smooth.without(0, row);
      assertEquals(smooth.evaluate(Drawn.of(16, others)) - all, told.change(), 1e-15);
    }
  }

  @Test
  void whatItSays() {
    Statistic auc = Statistics.find(List.of("auc"));
    assertEquals(0.5, auc.nullValue(0));
    assertEquals(0, auc.range(0).low());
    assertEquals(1, auc.range(0).high());
    Statistic both = Statistics.find(List.of("difference:mean", "auc"));
    assertEquals(0, both.nullValue(0));
    assertEquals(0.5, both.nullValue(1));
    assertEquals(1, both.range(1).high());
    assertEquals(
        Double.POSITIVE_INFINITY, Statistics.find(List.of("ratio:sd", "auc")).range(0).high());
    assertThrows(
        IllegalArgumentException.class, () -> new Auc().prepare(new double[][] {{1, 2}, {0, 2}}));
  }

  /** {@code math.log(statistics.mean(treated) / statistics.mean(control))}. */
  @Test
  void logarithmsOfRatios() {
    Statistic log = Statistics.find(List.of("log-ratio"));
    assertEquals(0.4349526409596076, on(log, Drawn.identity(16), BOTH, SAMPLES), 1e-15);
    Statistic median = Statistics.find(List.of("log-ratio:median"));
    assertEquals(StrictMath.log(94 / 46.0), on(median, Drawn.identity(16), BOTH, SAMPLES), 1e-15);
    double[] negative = BOTH.clone();
    Arrays.setAll(negative, row -> SAMPLES[row] == 0 ? -negative[row] : negative[row]);
    assertEquals(Double.NaN, on(log, Drawn.identity(16), negative, SAMPLES));
    double[] both = Arrays.stream(BOTH).map(v -> -v).toArray();
    assertEquals(Double.NaN, on(log, Drawn.identity(16), both, SAMPLES), "both below 0");
    double[] apart = {1e300, 1e300, 1e-300, 1e-300};
    double expected = 600 * StrictMath.log(10);
    assertEquals(expected, on(log, Drawn.identity(4), apart, new double[] {0, 0, 1, 1}), 1e-9);
  }
}
