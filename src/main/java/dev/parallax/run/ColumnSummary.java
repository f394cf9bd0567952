package dev.parallax.run;

import dev.parallax.engine.Column;
import dev.parallax.sum.ExactMoments;
import java.math.BigInteger;

/**
 * Count, sum, mean, standard deviation, minimum and maximum of a column's entries. NaN entries are
 * counted apart and enter nothing else. Sum, mean and deviation are rounded once, from {@linkplain
 * ExactMoments exact ones}, and so are right at any offset, and the same in any order.
 */
public final class ColumnSummary {
  private final ExactMoments moments = new ExactMoments();
  private long undefined;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private boolean integers = true;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  /** The summary of nothing yet. */
  public ColumnSummary() {}

  /** Takes entry {@code i} of a column. */
  public void add(Column column, int i) {
    if (column instanceof Column.Doubles doubles) {
      add(doubles.values()[i]);
    } else {
      long value = column.bits(i);
      moments.add(value);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }

  /** Takes a number. */
  public void add(double value) {
    integers = false;
    if (Double.isNaN(value)) {
      undefined++;
      return;
    }
    moments.add(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** How many entries are numbers. */
  public long count() {
    return moments.count();
  }

  /** How many entries are NaN. */
  public long undefined() {
    return undefined;
  }

  /** The sum: a {@link BigInteger} for integers, else a {@link Double}; 0 for no entries. */
  public Number sum() {
    return integers ? (Number) moments.wholeSum() : (Number) moments.sum();
  }

  /** The mean, NaN for no entries. */
  public double mean() {
    return moments.mean();
  }

  /** The standard deviation with divisor count - 1, NaN for fewer than two entries. */
  public double sd() {
    return moments.sd();
  }

  /** The least entry, a {@link Long} for integers; NaN for no entries. */
  public Number min() {
    return moments.count() == 0 ? Double.NaN : integers ? (Number) least : (Number) min;
  }

  /** The greatest entry, a {@link Long} for integers; NaN for no entries. */
  public Number max() {
    return moments.count() == 0 ? Double.NaN : integers ? (Number) greatest : (Number) max;
  }
}
