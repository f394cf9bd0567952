package dev.parallax.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarchingSquaresTest {
  private static final double[] UNIT = {0, 1};

  private static List<double[][]> lines(double[][] values, double level) {
    double[] x = IntStream.range(0, values[0].length).asDoubleStream().toArray();
    double[] y = IntStream.range(0, values.length).asDoubleStream().toArray();
    return MarchingSquares.paths(x, y, values, level);
  }

  @Test
  void aPeakHasAClosedLineAroundIt() {
    List<double[][]> lines = lines(new double[][] {{0, 0, 0}, {0, 4, 0}, {0, 0, 0}}, 1);
    assertEquals(1, lines.size());
    assertArrayEquals(new double[] {1, 1.75, 1, 0.25, 1}, lines.get(0)[0]);
    assertEquals(List.of(0.25, 1.0, 1.75, 1.0, 0.25), boxed(lines.get(0)[1]));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void aLineEndsAtTheEdge() {
    List<double[][]> lines = lines(new double[][] {{0, 1, 2}, {0, 1, 2}}, 0.25);
    assertEquals(1, lines.size());
    assertArrayEquals(new double[] {0.25, 0.25}, lines.get(0)[0]);
    assertArrayEquals(UNIT, lines.get(0)[1]);
  }

  /** Opposite corners above the level are joined if the mean of all four is, else apart. */
  @Test
  void aSaddleIsDecidedByItsMean() {
    for (double high : new double[] {3, 10}) {
      List<double[][]> lines = lines(new double[][] {{high, 0}, {0, high}}, 2);
      boolean joined = high / 2 >= 2;
      assertEquals(2, lines.size());
      double[][] below =
          lines.stream()
              .filter(line -> Arrays.stream(line[1]).anyMatch(y -> y == 0))
              .findFirst()
              .orElseThrow();
      boolean right = Arrays.stream(below[0]).anyMatch(x -> x == 1);
      assertEquals(joined, right, "the line from below leads right, around the low corner");
      double near = 1 - 2 / high; // how far from the high corner the lower side is crossed
      assertEquals(near, below[0][below[1][0] == 0 ? 0 : 1], 1e-15);
    }
  }

  @Test
  void aCellThatLacksACornerHasNoLine() {
    double[][] values = {{0, 0, 0}, {0, 4, 0}, {0, 0, Double.NaN}};
    List<double[][]> lines = lines(values, 1);
    assertEquals(1, lines.size());
    assertEquals(4, lines.get(0)[0].length, "three cells are left");
    assertEquals(0, lines(values, 5).size());
    assertEquals(0, lines(new double[][] {{1, 2, 3}}, 2).size());
  }
}
