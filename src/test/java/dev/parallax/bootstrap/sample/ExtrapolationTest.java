package dev.parallax.bootstrap.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExtrapolationTest {
  private static final double[] AT = {0, 0.5, 1, 1.5, 2};

  private static final Extrapolation THROUGH = new Extrapolation(0.5, 1, 1.5, 2);

  private static double of(DoubleUnaryOperator curve) {
    return THROUGH.of(DoubleStream.of(AT).map(curve).toArray());
  }

  @Test
  void whatFollowsTheCurveIsExact() {
    for (double left : new double[] {0.11, 0.3, 0.5, 0.9, 0.999, 1}) {
      double expected = 3 + 0.7 / left;
      double scale = 1e-12 / (left * left);
      assertEquals(expected, of(t -> 3 + 0.7 / (1 + (1 - left) * t)), scale, "left " + left);
    }
    assertEquals(-17, of(t -> 4 + 21 * t), 1e-13);
    assertEquals(0, of(t -> (1 + t) / (2 + t)), 1e-14);
  }

  @Test
  void whatDoesNotChangeStays() {
    assertEquals(2.5, of(t -> 2.5));
    assertEquals(0, of(t -> 0));
    assertEquals(1e300, of(t -> 1e300));
  }

  @Test
  void sizesDoNotMatter() {
    double one = of(t -> Math.sqrt(1 + t / 3));
    assertEquals(1e-200 * one, of(t -> 1e-200 * Math.sqrt(1 + t / 3)), 1e-213);
    assertEquals(Math.sqrt(2 / 3.0), one, 0.01);
  }

  /** {@code numpy.polyval(numpy.polyfit([0, .5, 1, 1.5, 2], values, 2), -1)}, where the pole is. */
  @Test
  void whereThePoleIsCloseAParabolaIsFollowed() {
    double[] values = {9, 1.2, 0.6, 0.5, 0.4};
    double expected = 3 * 9 - 0.4 * 1.2 - 1.8 * 0.6 - 1.2 * 0.5 + 1.4 * 0.4;
    assertEquals(expected, THROUGH.of(values), 1e-13);
    assertEquals(4, of(t -> (1 - t) * (1 - t)), 1e-13);
  }

  @Test
  void whatIsUndefinedStaysSo() {
    assertEquals(Double.NaN, THROUGH.of(new double[] {1, 2, Double.NaN, 3, 4}));
    assertEquals(Double.NaN, THROUGH.of(new double[] {Double.NaN, 2, 2, 3, 4}));
  }
}
