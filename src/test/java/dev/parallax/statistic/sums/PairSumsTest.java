package dev.parallax.statistic.sums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.random.Changeover;
import dev.parallax.statistic.Drawn;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All ways to the five sums give the bits that the written order of summation gives. */
class PairSumsTest {
  private static final boolean VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private static final int[] SIZES =
      IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(300, 1000, 10_007)).toArray();

  /** The order of summation by draws, word for word. */
  private static double[] byDraws(double[] x, double[] y, int[] rows) {
    double[][] lanes = new double[5][8];
    for (int k = 0; k < rows.length; k++) {
      double a = x[rows[k]];
      double b = y[rows[k]];
      add(lanes, k % 8, a, b, a * a, b * b, a * b);
    }
    return totals(lanes);
  }

  /** The order of summation by counts, word for word. */
  private static double[] byCounts(double[] x, double[] y, int[] counts) {
    double[][] lanes = new double[5][8];
    for (int row = 0; row < counts.length; row++) {
      double a = counts[row] * x[row];
      double b = counts[row] * y[row];
      add(lanes, row % 8, a, b, a * x[row], b * y[row], a * y[row]);
    }
    return totals(lanes);
  }

  private static void add(double[][] lanes, int lane, double... terms) {
    for (int sum = 0; sum < 5; sum++) {
      lanes[sum][lane] += terms[sum];
    }
  }

  private static double[] totals(double[][] lanes) {
    return Arrays.stream(lanes)
        .mapToDouble(l -> ((l[0] + l[1]) + (l[2] + l[3])) + ((l[4] + l[5]) + (l[6] + l[7])))
        .toArray();
  }

  private interface Kernel {
    PairSums of(double[] x, double[] y);
  }

  /** Often enough for the kernel to be compiled on the way. */
  private static void check(Kernel kernel, boolean counted) {
    var random = new SplittableRandom(5);
    for (int n : SIZES) {
      double[] x = random.doubles(n).map(v -> v - 0.5).toArray();
      double[] y = random.doubles(n).map(v -> v * v - 0.3).toArray();
      PairSums pair = kernel.of(x, y);
      double[] sums = new double[PairSums.ROOM];
      for (int b = 0; b < 100; b++) {
        Drawn drawn = Drawn.random(n, random);
        pair.over(drawn, sums);
        double[] expected = counted ? byCounts(x, y, drawn.counts()) : byDraws(x, y, drawn.rows());
        assertArrayEquals(expected, Arrays.copyOf(sums, PairSums.SUMS));
      }
    }
  }

  @Test
  void scalarByDraws() {
    check(ScalarDrawSums::new, false);
  }

  @Test
  void scalarByCounts() {
    check(ScalarCountSums::new, true);
  }

  @Test
  void vectorOfARow() {
    assumeTrue(VECTORS);
    check(VectorRowSums::new, false);
  }

  @Test
  void vectorOfCounts() {
    assumeTrue(VECTORS);
    check(VectorCountSums::new, true);
  }

  @Test
  void theChangeOnTheWay() {
    check((x, y) -> new PatientSums(x, y, false, new Changeover.Patience(20 * x.length)), false);
    check((x, y) -> new PatientSums(x, y, true, new Changeover.Patience(20 * x.length)), true);
  }

  @Test
  void theVectorKernelIsChosenWhereItSuits() {
    assumeTrue(VECTORS && new VectorPairSums().suits());
    assumeTrue(!"off".equals(System.getProperty("parallax.vector")));
    assertInstanceOf(VectorPairSums.class, PatientSums.fastest());
  }
}
