package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import java.util.Arrays;

/** One thread's buffers for counts of draws; rows are listed when a statistic first asks. */
final class DrawnAsCounts implements Resample {
  private final int[] counts;
  private int[] rows = {};
  private boolean listed;

  DrawnAsCounts(int n) {
    counts = new int[n];
  }

  /** The counts, to be overwritten by the next resample's. */
  int[] overwrite() {
    listed = false;
    return counts;
  }

  @Override
  public int[] rows() {
    if (!listed) {
      list();
      listed = true;
    }
    return rows;
  }

  @Override
  public int[] counts() {
    return counts;
  }

  @Override
  public int size() {
    return counts.length;
  }

  private void list() {
    if (rows.length == 0) {
      rows = new int[counts.length];
    }
    int row = 0;
    int at = 0;
    // Three copies of each, overwritten by the next row's where they are too many: a loop over so
    // few would be mispredicted at every other row.
    for (; at < rows.length - 2; row++) {
      int end = at + counts[row];
      rows[at] = row;
      rows[at + 1] = row;
      rows[at + 2] = row;
      if (end > at + 3) {
        Arrays.fill(rows, at + 3, end, row);
      }
      at = end;
    }
    for (; at < rows.length; row++) {
      int end = at + counts[row];
      Arrays.fill(rows, at, end, row);
      at = end;
    }
  }
}
