package dev.parallax.workload.sweep.design;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.primes.Primes;

/**
 * The Halton sequence, from the origin on: coordinate j of point i has the digits of i in the base
 * of the j-th prime, mirrored at the point. In high dimensions, those of neighbouring primes run
 * alike for their first points.
 *
 * @param bases a prime for each dimension
 * @param shift what is added to each coordinate, modulo 1
 * @see <a href="https://doi.org/10.1007/BF01386213">Halton (1960)</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record HaltonSequence(int[] bases, double[] shift) implements Sampling {
  /** Beyond these, points are too alike to be of use. */
  static final int MOST = 40;

  private static final double BELOW_ONE = Math.nextDown(1.0);

  /**
   * The sequence.
   *
   * @param shift what is added to each coordinate, one for each dimension
   * @throws IllegalArgumentException if there are too many dimensions
   */
  static HaltonSequence of(double... shift) {
    if (shift.length > MOST) {
      throw new IllegalArgumentException(
          "a halton sequence has " + MOST + " dimensions at most, not " + shift.length);
    }
    int[] primes = IntStream.iterate(2, p -> Primes.nextPrime(p + 1)).limit(shift.length).toArray();
    return new HaltonSequence(primes, shift);
  }

  @Override
  public Design.Pass open() {
    return (item, point) ->
        Arrays.setAll(point, p -> Shift.shifted(mirrored(item, bases[p]), shift[p]));
  }

  /** An index below 2^52 has few enough digits for whole numbers. */
  private static double mirrored(long index, int base) {
    long digits = 0;
    long cells = 1;
    for (long rest = index; rest > 0; rest /= base) {
      digits = digits * base + rest % base;
      cells *= base;
    }
    return Math.min(BELOW_ONE, (double) digits / cells);
  }

  @Override
  public boolean hasOrigin() {
    return Arrays.stream(shift).allMatch(s -> s == 0);
  }
}
