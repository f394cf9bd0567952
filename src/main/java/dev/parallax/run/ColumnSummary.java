package dev.parallax.run;

import dev.parallax.engine.Column;
import java.math.BigInteger;

/**
 * Count, sum, mean, standard deviation, minimum and maximum of a column's entries, taken in item
 * order. NaN entries are counted apart and enter nothing else.
 *
 * <p>The sum is compensated (Neumaier 1974, doi:10.1002/zamm.19740540106), and exact for integers;
 * mean and deviation are updated by Welford's recurrence (1962, doi:10.2307/1266577).
 */
public final class ColumnSummary {
  private long count;
  private long undefined;
  private double mean;
  private double squares;
  private double sum;
  private double compensation;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private boolean integers = true;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;
  private BigInteger exact = BigInteger.ZERO;
  private long pending;

  /** The summary of nothing yet. */
  public ColumnSummary() {}

  /** Takes entry {@code i} of a column. */
  public void add(Column column, int i) {
    if (column instanceof Column.Doubles doubles) {
      add(doubles.values()[i]);
    } else {
      addExact(column.bits(i));
      take((double) column.bits(i));
    }
  }

  private void addExact(long value) {
    long next = pending + value;
    if (((pending ^ next) & (value ^ next)) < 0) {
      exact = exact.add(BigInteger.valueOf(pending));
      next = value;
    }
    pending = next;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }

  /** Takes a number. */
  public void add(double value) {
    integers = false;
    take(value);
  }

  private void take(double value) {
    if (Double.isNaN(value)) {
      undefined++;
      return;
    }
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
    double next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }

  /** How many entries are numbers. */
  public long count() {
    return count;
  }

  /** How many entries are NaN. */
  public long undefined() {
    return undefined;
  }

  /** The sum: a {@link BigInteger} for integers, else a {@link Double}; 0 for no entries. */
  public Number sum() {
    if (integers) {
      return exact.add(BigInteger.valueOf(pending));
    }
    return Double.isFinite(sum) ? sum + compensation : sum;
  }

  /** The mean, NaN for no entries. */
  public double mean() {
    return count == 0 ? Double.NaN : sum().doubleValue() / count;
  }

  /** The standard deviation with divisor count - 1, NaN for fewer than two entries. */
  public double sd() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  /** The least entry, a {@link Long} for integers; NaN for no entries. */
  public Number min() {
    return count == 0 ? Double.NaN : integers ? (Number) least : (Number) min;
  }

  /** The greatest entry, a {@link Long} for integers; NaN for no entries. */
  public Number max() {
    return count == 0 ? Double.NaN : integers ? (Number) greatest : (Number) max;
  }
}
