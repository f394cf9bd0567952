package dev.parallax.model;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A resample with one draw less, of one row after another: what a jackknife evaluates a statistic
 * on. It is made of the resample as it stands, and not to be used once that is overwritten.
 */
public final class LeaveOneOut implements Resample {
  private final int[] all;
  private final int[] counts;
  private final int[] rows;
  private final boolean whole;

  /** Up to here the rows are those of the resample, from here on those one place further. */
  private int gap;

  private int left = -1;

  LeaveOneOut(Resample resample) {
    all = resample.rows().clone();
    counts = resample.counts().clone();
    whole = Arrays.stream(counts).allMatch(count -> count == 1);
    if (all.length < 2) {
      throw new IllegalArgumentException("a resample of " + all.length + " rows cannot spare one");
    }
    rows = new int[all.length - 1];
    System.arraycopy(all, 0, rows, 0, rows.length);
    gap = rows.length;
    counts[all[gap]]--;
    left = all[gap];
  }

  /**
   * Leaves out the draw at a place of the resample's rows, and none else: for {@code everyRow}, the
   * row of that number. Cheap from one place to the next.
   *
   * @param place from 0 to the number of draws - 1
   * @return this
   */
  public LeaveOneOut at(int place) {
    counts[left]++;
    left = all[place];
    counts[left]--;
    for (; gap > place; gap--) {
      rows[gap - 1] = all[gap];
    }
    for (; gap < place; gap++) {
      rows[gap] = all[gap];
    }
    return this;
  }

  /**
   * The row that is left out, where each of the others is drawn once: what a statistic of all pairs
   * of rows needs to know, that is counted for all rows at once. None for another resample.
   */
  public OptionalInt onlyWithout() {
    return whole ? OptionalInt.of(left) : OptionalInt.empty();
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public int[] counts() {
    return counts;
  }

  @Override
  public int size() {
    return rows.length;
  }
}
