package dev.parallax.bootstrap;

/**
 * The ways to draw n of n units with replacement, as counts c_1 + ... + c_n = n, in lexicographic
 * order: there are C(2n - 1, n).
 */
final class Compositions {
  private final int n;

  /** Entry (r, m): how many ways there are to share r draws among m units. */
  private final long[][] ways;

  Compositions(int n) {
    this.n = n;
    ways = new long[n + 1][n + 1];
    for (int m = 1; m <= n; m++) {
      ways[0][m] = 1;
      for (int r = 1; r <= n; r++) {
        ways[r][m] = ways[r - 1][m] + ways[r][m - 1];
      }
    }
  }

  long count() {
    return ways[n][n];
  }

  /** The counts of an index, written into an array of n. */
  void at(long index, int[] counts) {
    long left = index;
    int draws = n;
    for (int unit = 0; unit < n - 1; unit++) {
      int count = 0;
      while (left >= ways[draws - count][n - unit - 1]) {
        left -= ways[draws - count][n - unit - 1];
        count++;
      }
      counts[unit] = count;
      draws -= count;
    }
    counts[n - 1] = draws;
  }

  /** Goes from counts to the next ones; false, and back at the first, after the last. */
  static boolean next(int[] counts) {
    int last = counts.length - 1;
    int unit = last;
    while (unit > 0 && counts[unit] == 0) {
      unit--;
    }
    if (unit == 0) {
      int all = counts[0];
      counts[0] = 0;
      counts[last] = all;
      return false;
    }
    int rest = counts[unit] - 1;
    counts[unit] = 0;
    counts[unit - 1]++;
    counts[last] = rest;
    return true;
  }
}
