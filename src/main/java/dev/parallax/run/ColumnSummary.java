package dev.parallax.run;

import dev.parallax.engine.block.Column;
import dev.parallax.sum.ExactMoments;
import java.math.BigInteger;

/**
 * Count, sum, mean, standard deviation, minimum and maximum of a column's entries. NaN entries are
 * counted apart and enter nothing else. Sum, mean and deviation are rounded once, from {@linkplain
 * ExactMoments exact ones}, and so are right at any offset, and the same in any order.
 *
 * @param count how many entries are numbers
 * @param undefined how many entries are NaN
 * @param sum the sum: a {@link BigInteger} for integers, else a {@link Double}; 0 for no entries
 * @param mean the mean, NaN for no entries
 * @param sd the standard deviation with divisor count - 1, NaN for fewer than two entries
 * @param min the least entry, a {@link Long} for integers; NaN for no entries
 * @param max the greatest entry, a {@link Long} for integers; NaN for no entries
 */
public record ColumnSummary(
    long count, long undefined, Number sum, double mean, double sd, Number min, Number max) {

  /** Takes a column's entries one by one, and sums them up. */
  public static final class Accumulator {
    private final ExactMoments moments = new ExactMoments();
    private long undefined;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean integers = true;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /** Of nothing yet. */
    public Accumulator() {}

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

    /** The summary of what was taken so far. */
    public ColumnSummary summary() {
      return new ColumnSummary(
          moments.count(), undefined, sum(), moments.mean(), moments.sd(), min(), max());
    }

    private Number sum() {
      return integers ? (Number) moments.wholeSum() : (Number) moments.sum();
    }

    private Number min() {
      return moments.count() == 0 ? Double.NaN : integers ? (Number) least : (Number) min;
    }

    private Number max() {
      return moments.count() == 0 ? Double.NaN : integers ? (Number) greatest : (Number) max;
    }
  }
}
