package dev.parallax.statistic.order;

import java.util.Arrays;

/**
 * Sums of the entries before a place, in O(log n) for each sum and each addition.
 *
 * @see <a href="https://doi.org/10.1002/spe.4380240306">Fenwick, A new data structure for
 *     cumulative frequency tables (1994)</a>
 */
public final class PrefixSums {
  private final double[] tree;

  /** For places 0 .. size - 1, all 0. */
  public PrefixSums(int size) {
    tree = new double[size + 1];
  }

  /** Makes all entries 0 again. */
  public void clear() {
    Arrays.fill(tree, 0);
  }

  /** Adds to the entry at a place, from 0. */
  public void add(int place, double value) {
    for (int node = place + 1; node < tree.length; node += node & -node) {
      tree[node] += value;
    }
  }

  /** The sum of the entries at places less than this one. */
  public double below(int place) {
    double sum = 0;
    for (int node = place; node > 0; node -= node & -node) {
      sum += tree[node];
    }
    return sum;
  }
}
