package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounded integers are unbiased, also where a careless method would favour some values. */
class BoundedTest {

  private static final double FAR = 4;

  private static int[] draw(int bound, int n) {
    int[] out = new int[n];
    RandomStream.of(1, Purpose.RESAMPLE, bound).bounded(bound, out, 0, n);
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10, 24, 300, 1000, 1024})
  void smallBoundsAreEven(int bound) {
    long[] counts = new long[bound];
    for (int value : draw(bound, 500_000)) {
      counts[value]++;
    }
    even(counts);
    RandomStream stream = RandomStream.of(2, bound);
    long[] singles = new long[bound];
    for (int k = 0; k < 200_000; k++) {
      singles[k % 2 == 0 ? stream.nextInt(bound) : (int) stream.nextLong(bound)]++;
    }
    even(singles);
  }

  /** At 3/4 of 2^31 without rejection, a third of the values would be twice as likely. */
  @ParameterizedTest
  @ValueSource(ints = {0x60000000, 0x55555555, 0x7fffffff, 0x40000001, 0x6aaaaaab})
  void largeBoundsAreEven(int bound) {
    int n = 600_000;
    long[] thirds = new long[3];
    long[] residues = new long[3];
    long[] tenths = new long[10];
    for (int value : draw(bound, n)) {
      thirds[(int) (3L * value / bound)]++;
      residues[value % 3]++;
      tenths[(int) (10L * value / bound)]++;
    }
    even(thirds);
    even(residues);
    even(tenths);
  }

  @Test
  void hugeSpansAreEven() {
    RandomStream stream = RandomStream.of(3, 0);
    long low = Long.MIN_VALUE / 2;
    long high = Long.MAX_VALUE / 2 + 2;
    long[] quarters = new long[4];
    long[] residues = new long[3];
    for (int item = 0; item < 300_000; item++) {
      long value = stream.firstBounded(item, low, high);
      assertTrue(value >= low && value < high);
      quarters[(int) ((value - low) >>> 61)]++;
      residues[(int) Long.remainderUnsigned(value - low, 3)]++;
    }
    even(quarters);
    even(residues);
  }

  /** With a span of 3/4 of 2^64, a third of the first words are rejected. */
  @Test
  void retriesAreEvenToo() {
    RandomStream stream = RandomStream.of(4, 0);
    long high = Long.MIN_VALUE + 3 * (1L << 62);
    long[] thirds = new long[3];
    long[] residues = new long[3];
    for (int item = 0; item < 300_000; item++) {
      long value = stream.firstBounded(item, Long.MIN_VALUE, high) - Long.MIN_VALUE;
      thirds[(int) (value >>> 62)]++;
      residues[(int) Long.remainderUnsigned(value, 3)]++;
    }
    even(thirds);
    even(residues);
  }

  @Test
  void meanAndVarianceOfDoublesAndFloats() {
    int n = 300_000;
    RandomStream stream = RandomStream.of(5, 0);
    double sum = 0;
    double floats = 0;
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double x = stream.nextDouble();
      sum += x;
      squares += x * x;
      floats += stream.nextFloat(-1, 1);
    }
    assertEquals(0.5, sum / n, FAR * Math.sqrt(1 / 12.0 / n));
    assertEquals(1 / 3.0, squares / n, FAR * Math.sqrt(4 / 45.0 / n));
    assertEquals(0, floats / n, FAR * Math.sqrt(1 / 3.0 / n));
  }

  private static void even(long[] counts) {
    double[] expected = new double[counts.length];
    java.util.Arrays.fill(expected, 1);
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-4, () -> "p = " + p + " of " + java.util.Arrays.toString(counts));
  }
}
