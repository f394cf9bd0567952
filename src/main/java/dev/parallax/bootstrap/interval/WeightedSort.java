package dev.parallax.bootstrap.interval;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Sorts numbers that carry weights, in place, as an exact distribution has tens of millions of
 * them: quicksort that sets values equal to the pivot apart. The order of equal values, and so
 * every sum over the result, depends on the input alone, not on the threads.
 */
final class WeightedSort extends RecursiveAction {
  private static final long serialVersionUID = 1L;

  /** Below this a new task costs more than it saves. */
  private static final int ALONE = 1 << 13;

  private static final int SHORT = 24;

  private final transient double[] values;
  private final transient double[] weights;
  private final int from;
  private final int to;

  private WeightedSort(double[] values, double[] weights, int from, int to) {
    this.values = values;
    this.weights = weights;
    this.from = from;
    this.to = to;
  }

  /** Sorts the values, which are not NaN, ascending, and takes their weights along. */
  static void sort(double[] values, double[] weights) {
    ForkJoinPool.commonPool().invoke(new WeightedSort(values, weights, 0, values.length));
  }

  @Override
  protected void compute() {
    if (to - from < SHORT) {
      insert();
      return;
    }
    double pivot = pivot();
    int less = from;
    int greater = to;
    for (int k = from; k < greater; ) {
      if (values[k] < pivot) {
        swap(less++, k++);
      } else if (values[k] > pivot) {
        swap(k, --greater);
      } else {
        k++;
      }
    }
    both(
        new WeightedSort(values, weights, from, less),
        new WeightedSort(values, weights, greater, to));
  }

  private void both(WeightedSort left, WeightedSort right) {
    if (to - from > ALONE) {
      invokeAll(left, right);
    } else {
      left.compute();
      right.compute();
    }
  }

  private void insert() {
    for (int k = from + 1; k < to; k++) {
      double value = values[k];
      double weight = weights[k];
      int at = k;
      for (; at > from && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
        weights[at] = weights[at - 1];
      }
      values[at] = value;
      weights[at] = weight;
    }
  }

  /** The median of three at places that no order of the input makes bad by itself. */
  private double pivot() {
    int span = to - from;
    double a = values[from + (int) (0x9E3779B9L * (from + 1L) % span)];
    double b = values[from + (int) (0x85EBCA6BL * (to + 1L) % span)];
    double c = values[from + span / 2];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
    double weight = weights[i];
    weights[i] = weights[j];
    weights[j] = weight;
  }
}
