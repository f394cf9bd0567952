package dev.parallax.workload.sweep.best;

import dev.parallax.engine.block.Outcome;
import dev.parallax.run.Run;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over the items of a run, block by block: the best of them, and for each value of an axis
 * the least cost that there is with it, and where. No more is in memory than that.
 */
final class Scan {
  private final Best best;
  private final List<GridAxis> axes;
  private final double[][] profiles;
  private final long[][] items;
  private double least = Double.POSITIVE_INFINITY;
  private long item = -1;
  private long ties;
  private long left;

  private Scan(Best best, List<GridAxis> axes) {
    this.best = best;
    this.axes = axes;
    this.profiles = new double[axes.size()][0];
    this.items = new long[axes.size()][0];
    for (int a = 0; a < profiles.length; a++) {
      if (axes.get(a).isProfiled()) {
        profiles[a] = new double[(int) axes.get(a).count()];
        items[a] = new long[profiles[a].length];
        Arrays.fill(profiles[a], Double.POSITIVE_INFINITY);
      }
    }
  }

  /**
   * Passes over a run.
   *
   * @param axes of the grid that its items are; none if they are no grid
   */
  static Scan of(Run run, Best best, List<GridAxis> axes) {
    Scan scan = new Scan(best, axes);
    int place = best.place(run.workload().responses());
    for (Outcome outcome : run.store()) {
      scan.take(outcome.block().first(), outcome.result().doubles(place, outcome.block()));
    }
    return scan;
  }

  private void take(long first, double[] values) {
    long[] indices = axes.stream().mapToLong(axis -> axis.index(first)).toArray();
    for (int i = 0; i < values.length; i++) {
      double cost = best.cost(values[i]);
      if (Double.isFinite(cost)) {
        take(first + i, cost, indices);
      } else {
        left++;
      }
      step(indices);
    }
  }

  private void take(long at, double cost, long[] indices) {
    if (cost < least) {
      least = cost;
      item = at;
      ties = 0;
    }
    ties += cost == least ? 1 : 0;
    for (int a = 0; a < profiles.length; a++) {
      double[] profile = profiles[a];
      if (profile.length > 0 && cost < profile[(int) indices[a]]) {
        profile[(int) indices[a]] = cost;
        items[a][(int) indices[a]] = at;
      }
    }
  }

  /** To the next item: the last axis changes fastest. */
  private void step(long[] indices) {
    for (int a = indices.length - 1; a >= 0; a--) {
      if (++indices[a] < axes.get(a).count()) {
        return;
      }
      indices[a] = 0;
    }
  }

  /** Whether there is a best item: one that has a finite value. */
  boolean isAny() {
    return item >= 0;
  }

  /** The best item, the first of several. */
  long item() {
    return item;
  }

  /** Its cost. */
  double least() {
    return least;
  }

  /** How many items are as good. */
  long ties() {
    return ties;
  }

  /** How many items failed or have no finite value. */
  long left() {
    return left;
  }

  /** By index the least cost with each value of an axis, infinite for none; empty if not made. */
  double[] profile(int axis) {
    return profiles[axis];
  }

  /** The item that has the least cost with a value of an axis of which there is a profile. */
  long lowest(int axis, long index) {
    return items[axis][(int) index];
  }
}
