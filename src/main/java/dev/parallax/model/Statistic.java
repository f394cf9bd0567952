package dev.parallax.model;

import java.io.Serializable;

/**
 * A statistic of a table's rows, for the bootstrap.
 *
 * <p>A resample is a list of row numbers, never a copy of the rows: {@code prepare} sees the
 * columns once and does what can be done once (sorting, centring), then an evaluator is asked for
 * the value on one resample after another. A whole statistic can be as short as
 *
 * <pre>{@code
 * public final class MidRange implements Statistic {
 *   public int columns() {
 *     return 1;
 *   }
 *
 *   public Prepared prepare(double[][] columns) {
 *     double[] x = columns[0];
 *     return () -> resample -> {
 *       double low = Double.POSITIVE_INFINITY;
 *       double high = Double.NEGATIVE_INFINITY;
 *       for (int row : resample.rows()) {
 *         low = Math.min(low, x[row]);
 *         high = Math.max(high, x[row]);
 *       }
 *       return (low + high) / 2;
 *     };
 *   }
 * }
 * }</pre>
 *
 * <p>An implementation has a public constructor without arguments and can be serialised.
 */
public interface Statistic extends Serializable {

  /** How many columns it is a statistic of, 1 or more. */
  int columns();

  /**
   * Does what needs doing once per data set; called once in each worker process.
   *
   * @param columns {@link #columns()} arrays of equal length, without missing values (NaN); not to
   *     be changed
   */
  Prepared prepare(double[][] columns);

  /** A statistic on a data set; shared between threads. */
  @FunctionalInterface
  interface Prepared {

    /** An evaluator for one thread, which may have scratch space of its own. */
    Evaluator evaluator();
  }

  /** Evaluates resamples of one data set, one after another, on one thread. */
  @FunctionalInterface
  interface Evaluator {

    /**
     * The statistic's value on the resample.
     *
     * @return NaN if it is undefined there, as a correlation of equal rows is
     */
    double evaluate(Resample resample);
  }
}
