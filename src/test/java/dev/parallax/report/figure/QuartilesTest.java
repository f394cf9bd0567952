package dev.parallax.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of a map's quantiles. */
class QuartilesTest {
  private static final int SIDE = 21;

  private static final Axis ACROSS = Axis.linear("x");
  private static final Axis UP = Axis.linear("y");

  private static Optional<Contours> of(int side, DoubleBinaryOperator value) {
    double[] x = new double[side * side];
    double[] y = new double[side * side];
    double[] z = new double[side * side];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % side;
      y[i] = i / side;
      z[i] = value.applyAsDouble(x[i], y[i]);
    }
    return Contours.quartiles(HeatCells.means(ACROSS, UP, x, y, z), ACROSS, UP);
  }

  /** Each column has its own value: a quarter of them lies below the sixth, at 5. */
  @Test
  void aPlaneIsCutIntoQuarters() {
    Contours contours = of(SIDE, (x, y) -> x + y / 1e9).orElseThrow();
    assertEquals("contours of quantiles, 25 %: 5.00, 50 %: 10.0, 75 %: 15.0", contours.words());
    for (int k = 0; k < 3; k++) {
      List<double[][]> paths = contours.lines().get(k).paths();
      assertEquals(1, paths.size());
      for (double place : paths.get(0)[0]) {
        assertEquals(5 * (k + 1), place, 0.01);
      }
    }
  }

  @Test
  void aPlainHasNoLine() {
    Contours contours = of(SIDE, (x, y) -> Math.max(8, x + y / 1e9)).orElseThrow();
    assertEquals("contours of quantiles, 50 %: 10.0, 75 %: 15.0", contours.words());
    assertTrue(of(SIDE, (x, y) -> 1).isEmpty());
  }

  @Test
  void thereAreNoneThroughNoiseHolesOrAFewCells() {
    var random = new SplittableRandom(1);
    assertTrue(of(SIDE, (x, y) -> random.nextDouble()).isEmpty());
    assertTrue(of(SIDE, (x, y) -> x == 3 && y == 4 ? Double.NaN : x + y).isEmpty());
    assertTrue(of(9, (x, y) -> x + y / 1e9).isEmpty());
  }

  @Test
  void thereAreNoneOverTexts() {
    Axis texts = new Axis("x", false, Collections.nCopies(SIDE, "text"));
    double[] x = IntStream.range(0, SIDE * SIDE).mapToDouble(i -> i % SIDE).toArray();
    double[] y = IntStream.range(0, SIDE * SIDE).mapToDouble(i -> i / SIDE).toArray();
    HeatCells cells = HeatCells.means(texts, UP, x, y, x);
    assertTrue(Contours.quartiles(cells, texts, UP).isEmpty());
    assertTrue(Contours.quartiles(cells, ACROSS, UP).isPresent());
  }
}
