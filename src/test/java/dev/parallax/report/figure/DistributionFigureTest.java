package dev.parallax.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a distribution's axis holds. */
class DistributionFigureTest {

  @Test
  void noIntervalIsDrawnBeyondTheStatisticsValues() {
    Histogram bars = new Histogram(0.5, 0.1, new double[] {0.5, 0.25, 0.25});
    IntervalMark inside = new IntervalMark("BCa", "95 % BCa", 0.4, 0.9);
    IntervalMark beyond = new IntervalMark("basic", "95 % basic", 0.45, 1.0166);
    DistributionFigure figure =
        new DistributionFigure("d", "r", bars, 0.7, List.of(inside, beyond), -1, 1);
    assertEquals(1, figure.to(beyond));
    assertEquals(0.45, figure.from(beyond));
    assertEquals(0.9, figure.to(inside));
    assertArrayEquals(new double[] {0.4, 1}, figure.extent());
    assertEquals("95 % basic cut where the statistic's values end", figure.note());
    assertTrue(figure.caption().endsWith(figure.note()), figure.caption());
  }

  @Test
  void fewStragglersDoNotSetTheRange() {
    double[] values = new SplittableRandom(5).doubles(20_000).toArray();
    values[7] = 40;
    values[8] = -30;
    Histogram histogram = Histogram.of(values);
    assertTrue(histogram.low() > -0.5 && histogram.high() < 1.5, histogram + "");
    assertTrue(histogram.shares().length >= 12, "the rest is divided again");
    assertEquals(0.9999, Arrays.stream(histogram.shares()).sum(), 1e-9);
    assertEquals("0.010 % of the resamples are outside", histogram.outside("resamples"));
  }

  /** A twentieth of the values, however thinly spread, is no straggler. */
  @Test
  void aLongTailIsKept() {
    double[] values = new double[20_000];
    for (int i = 0; i < 1000; i++) {
      values[i] = i / 1000.0;
    }
    Histogram histogram = Histogram.of(values);
    assertEquals(0, histogram.low());
    assertEquals(0.999, histogram.high(), 1e-12);
    assertEquals("", histogram.outside("items"));
  }
}
