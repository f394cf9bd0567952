package dev.parallax.bootstrap.resampling;

import dev.parallax.model.Resample;
import java.util.Arrays;

/** One thread's buffer for any number of rows, added one after another. */
public final class DrawnRows implements Resample {
  private final int[] counts;
  private int[] buffer;
  private int size;
  private int[] rows = {};
  private boolean counted;

  /** For a data set of n rows. */
  public DrawnRows(int n) {
    counts = new int[n];
    buffer = new int[n];
  }

  /** Begins the next resample. */
  public void clear() {
    size = 0;
    counted = false;
  }

  public void add(int row) {
    if (size == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * size + 1);
    }
    buffer[size++] = row;
  }

  public void add(int[] from, int start, int end) {
    for (int k = start; k < end; k++) {
      add(from[k]);
    }
  }

  /** Leaves out what was added beyond so many rows. */
  void cut(int most) {
    size = Math.min(size, most);
  }

  /** Ends the resample. */
  public DrawnRows done() {
    // A buffer of the right length serves as it is: the rows of most schemes.
    rows = size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
    return this;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public int[] counts() {
    if (!counted) {
      Arrays.fill(counts, 0);
      for (int k = 0; k < size; k++) {
        counts[buffer[k]]++;
      }
      counted = true;
    }
    return counts;
  }

  @Override
  public int size() {
    return size;
  }
}
