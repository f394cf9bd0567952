package dev.parallax.random;

/**
 * Walker and Vose's table: a slot taken evenly and one comparison pick a region with a probability
 * proportional to its weight.
 *
 * @see <a href="https://doi.org/10.1109/32.92917">Vose, A linear algorithm for generating random
 *     numbers with a given distribution (1991)</a>
 */
final class AliasTable {

  private final short[] alias;
  private final long[] chance;
  private final double[] share;
  private final int[] queue;
  private final double unit;
  private int poor;
  private int rich;

  /** The chances are integers in [0, 2<sup>bits</sup>]; slots beyond the weights weigh nothing. */
  AliasTable(double[] weights, int slots, int bits) {
    alias = new short[slots];
    chance = new long[slots];
    share = new double[slots];
    queue = new int[slots];
    unit = 0x1p1 * (1L << (bits - 1));
    share(weights);
    sort();
    pair();
  }

  short[] alias() {
    return alias;
  }

  long[] chance() {
    return chance;
  }

  private void share(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    for (int j = 0; j < weights.length; j++) {
      share[j] = weights[j] / total * share.length;
    }
  }

  /** Slots with less than an even share go to the front of the queue, the others to the back. */
  private void sort() {
    rich = queue.length;
    for (int j = 0; j < queue.length; j++) {
      queue[share[j] < 1 ? poor++ : --rich] = j;
    }
  }

  private void pair() {
    while (poor > 0 && rich < queue.length) {
      int low = queue[--poor];
      int high = queue[rich];
      set(low, share[low], high);
      share[high] -= 1 - share[low];
      if (share[high] < 1) {
        rich++;
        queue[poor++] = high;
      }
    }
    while (poor > 0) {
      set(queue[--poor], 1, 0);
    }
    while (rich < queue.length) {
      set(queue[rich++], 1, 0);
    }
  }

  private void set(int slot, double keep, int other) {
    chance[slot] = (long) (keep * unit);
    alias[slot] = (short) other;
  }
}
