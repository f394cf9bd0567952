package dev.parallax.random;

/**
 * Poisson numbers of one mean, at most 1, from sixteen random bits each.
 *
 * <p>The high fourteen of the bits choose one of 16,384 equally likely cells. Each number below
 * {@link #UNDECIDED} has as many cells as its probability holds whole ones, in ascending order; the
 * cells that are left, about two in ten thousand, stand for what is missing of all probabilities
 * and for the larger numbers: a draw there is rejected, and {@link #resolve} draws it from the
 * spare generator. So the numbers have the probabilities of the law to the precision of a double.
 */
final class PoissonCells {

  /** How many numbers have cells; as a count, the mark of a rejected draw. */
  static final int UNDECIDED = 7;

  /** The cells of mean 1. */
  static final PoissonCells ONE = new PoissonCells(1);

  /** The bits of a draw that choose no cell. */
  static final int UNUSED_BITS = 2;

  /** How many draws a word has. */
  static final int PER_WORD = Long.SIZE / Short.SIZE;

  private static final int CELLS = 1 << (Short.SIZE - UNUSED_BITS);

  private final short[] last = new short[UNDECIDED];
  private final byte[] counts = new byte[CELLS];
  private final double[] missing = new double[UNDECIDED];
  private final double mean;
  private final double left;

  PoissonCells(double mean) {
    this.mean = mean;
    double probability = StrictMath.exp(-mean);
    int end = 0;
    for (int count = 0; count < UNDECIDED; count++) {
      int cells = (int) (probability * CELLS);
      for (int cell = end; cell < end + cells; cell++) {
        counts[cell] = (byte) count;
      }
      end += cells;
      last[count] = (short) (end - 1);
      missing[count] = probability - (double) cells / CELLS;
      probability *= mean / (count + 1);
    }
    left = 1 - (double) end / CELLS;
    for (int cell = end; cell < CELLS; cell++) {
      counts[cell] = UNDECIDED;
    }
  }

  /** The count of a draw's bits, the low sixteen of the number; those above are ignored. */
  int count(long bits) {
    return counts[(int) (bits >>> UNUSED_BITS) & (CELLS - 1)];
  }

  /** The last cell of each count or of the smaller ones, -1 if there is none. Not to be changed. */
  short[] last() {
    return last;
  }

  /** The count of a rejected draw. */
  int resolve(Xoshiro256 spare) {
    double point = spare.unit() * left;
    for (int count = 0; count < UNDECIDED; count++) {
      if (point < missing[count]) {
        return count;
      }
      point -= missing[count];
    }
    return beyond(point);
  }

  /** The count at this point of the probabilities of those that have no cells. */
  private int beyond(double point) {
    double probability = StrictMath.exp(-mean);
    for (int k = 1; k <= UNDECIDED; k++) {
      probability *= mean / k;
    }
    int count = UNDECIDED;
    // Rounding may leave a little at the very end, which is the smallest such count's.
    for (double rest = point; probability > 0; count++) {
      if (rest < probability) {
        return count;
      }
      rest -= probability;
      probability *= mean / (count + 1);
    }
    return UNDECIDED;
  }
}
