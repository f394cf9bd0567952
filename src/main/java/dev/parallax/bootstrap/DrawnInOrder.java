package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import java.util.Arrays;

/** One thread's buffers for rows in the order of the draws, counted when a statistic first asks. */
final class DrawnInOrder implements Resample {
  private final int[] rows;
  private int[] counts = {};
  private boolean counted;

  DrawnInOrder(int n) {
    rows = new int[n];
  }

  /** The row numbers, to be overwritten by the next resample's. */
  int[] overwrite() {
    counted = false;
    return rows;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public int[] counts() {
    if (!counted) {
      count();
      counted = true;
    }
    return counts;
  }

  private void count() {
    if (counts.length == 0) {
      counts = new int[rows.length];
    }
    Arrays.fill(counts, 0);
    for (int row : rows) {
      counts[row]++;
    }
  }
}
