package dev.parallax.kernel;

/**
 * The five sums over a resample that second moments of two columns are made of: of x, y, x², y² and
 * xy, in this order.
 *
 * <p>The order of summation is part of the result. There are eight lanes; draw k is added to lane k
 * mod 8, lanes start at zero, products are rounded before they are added, and at the end the lanes
 * are added as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). Every implementation gives the same bits.
 */
interface PairSums {

  /** How many sums there are. */
  int SUMS = 5;

  /** How many lanes each sum has. */
  int LANES = 8;

  /** How many numbers the array of results must have room for, the first five being the sums. */
  int ROOM = SUMS * LANES;

  /** How many numbers a row of a packed table takes: the five summands and room to align them. */
  int WIDTH = 8;

  /** The fastest implementation that this machine and this Java process have. */
  PairSums FASTEST = Accelerator.pairSums();

  /** The sums over rows of a packed table. */
  void packed(double[] table, int[] rows, double[] sums);

  /** The sums over rows of two columns. */
  void spread(double[] x, double[] y, int[] rows, double[] sums);

  /** Whether it is worth using on this machine. */
  default boolean suits() {
    return true;
  }

  /** The table whose row i is x, y, x², y², xy and zeros. */
  static double[] pack(double[] x, double[] y) {
    double[] table = new double[Math.multiplyExact(x.length, WIDTH)];
    for (int row = 0; row < x.length; row++) {
      int at = row * WIDTH;
      table[at] = x[row];
      table[at + 1] = y[row];
      table[at + 2] = x[row] * x[row];
      table[at + 3] = y[row] * y[row];
      table[at + 4] = x[row] * y[row];
    }
    return table;
  }
}
