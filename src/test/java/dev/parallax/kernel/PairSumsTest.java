package dev.parallax.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All ways to the five sums give the bits that the written order of summation gives. */
class PairSumsTest {
  private static final int[] SIZES =
      IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(300, 1000, 10_007)).toArray();

  /** The order of summation, word for word. */
  private static double[] asWritten(double[] x, double[] y, int[] rows) {
    double[][] lanes = new double[5][8];
    for (int k = 0; k < rows.length; k++) {
      double a = x[rows[k]];
      double b = y[rows[k]];
      double[] terms = {a, b, a * a, b * b, a * b};
      for (int sum = 0; sum < 5; sum++) {
        lanes[sum][k % 8] += terms[sum];
      }
    }
    return Arrays.stream(lanes)
        .mapToDouble(l -> ((l[0] + l[1]) + (l[2] + l[3])) + ((l[4] + l[5]) + (l[6] + l[7])))
        .toArray();
  }

  private static void check(PairSums kernel, int repeats) {
    var random = new SplittableRandom(5);
    for (int n : SIZES) {
      double[] x = random.doubles(n).map(v -> v - 0.5).toArray();
      double[] y = random.doubles(n).map(v -> v * v - 0.3).toArray();
      double[] table = PairSums.pack(x, y);
      double[] sums = new double[PairSums.ROOM];
      for (int b = 0; b < repeats; b++) {
        int[] rows = random.ints(n, 0, n).toArray();
        double[] expected = asWritten(x, y, rows);
        kernel.packed(table, rows, sums);
        assertArrayEquals(expected, Arrays.copyOf(sums, PairSums.SUMS));
        kernel.spread(x, y, rows, sums);
        assertArrayEquals(expected, Arrays.copyOf(sums, PairSums.SUMS));
      }
    }
  }

  @Test
  void scalar() {
    check(new ScalarPairSums(), 20);
  }

  /** Also where it would not be chosen; often enough to be compiled. */
  @Test
  void vector() {
    check(new VectorPairSums(), 200);
  }

  @Test
  void theVectorKernelIsChosenWhereItSuits() {
    assumeTrue(new VectorPairSums().suits());
    assumeTrue(!"off".equals(System.getProperty("parallax.vector")));
    assertInstanceOf(VectorPairSums.class, PairSums.FASTEST);
  }
}
