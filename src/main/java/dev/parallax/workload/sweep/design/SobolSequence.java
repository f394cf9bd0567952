package dev.parallax.workload.sweep.design;

import java.util.Arrays;

/**
 * The Sobol' sequence in base 2, in the order of the Gray code, from the origin on. A coordinate is
 * the exclusive or of the direction numbers at the set bits of the index's Gray code.
 *
 * @param directions for each dimension a direction number for each bit of an index, with 52 bits
 * @param shift what is added to each coordinate, modulo 1
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo (2008)</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record SobolSequence(long[][] directions, double[] shift) implements Sampling {
  private static final double UNIT = 0x1p-52;

  /**
   * The sequence.
   *
   * @param shift what is added to each coordinate, one for each dimension
   * @throws IllegalArgumentException if there are more dimensions than are known
   */
  static SobolSequence of(double... shift) {
    return new SobolSequence(DirectionNumbers.of(shift.length), shift);
  }

  @Override
  public Design.Pass open() {
    return (item, point) -> {
      long gray = item ^ (item >>> 1);
      for (int p = 0; p < point.length; p++) {
        point[p] = Shift.shifted(coordinate(directions[p], gray), shift[p]);
      }
    };
  }

  private static double coordinate(long[] numbers, long gray) {
    long sum = 0;
    for (long bits = gray; bits != 0; bits &= bits - 1) {
      sum ^= numbers[Long.numberOfTrailingZeros(bits)];
    }
    return sum * UNIT;
  }

  @Override
  public boolean hasOrigin() {
    return Arrays.stream(shift).allMatch(s -> s == 0);
  }
}
