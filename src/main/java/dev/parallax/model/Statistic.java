package dev.parallax.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A statistic of a table's rows, for the bootstrap: one value, or several with a name each.
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
 * <p>One of several values names them in {@link #responses}, and makes its evaluators with {@link
 * Evaluator#several}. One that can be computed with real weights says so by evaluators that are
 * {@link Weighted}. What else it says of itself is up to it: {@code MidRange} would be shown with
 * its unit if it said
 *
 * <pre>{@code
 * public List<Unit> units() {
 *   return List.of(Unit.OF_COLUMNS);
 * }
 * }</pre>
 *
 * <p>An implementation has a public constructor without arguments and can be serialised.
 */
public interface Statistic extends Serializable {

  /** How many columns it is a statistic of, 1 or more. */
  int columns();

  /**
   * The names of its values, in the order in which an evaluator gives them; they become the columns
   * of the replicates.
   */
  default List<String> responses() {
    return List.of("replicate");
  }

  /**
   * Whether it compares two samples. It is then one of two columns, the values of both samples and
   * the number of each row's sample, 0 or 1, and rows are drawn within each sample.
   */
  default boolean twoSamples() {
    return false;
  }

  /**
   * For each value its unit, as a rule by the units of the columns; of two samples, by those of
   * their values. A slope's is {@code List.of(Unit.ofColumn(1).per(Unit.ofColumn(0)))}.
   */
  default List<Unit> units() {
    return Collections.nCopies(responses().size(), Unit.NONE);
  }

  /**
   * What a permutation test of no association, or no difference, exchanges. Its values are then 0,
   * or what {@link #nullValue} says, but for chance if there is none. Empty for a statistic that
   * has no such values, as an intercept or a ratio. A test is for two columns or two samples,
   * whatever is said here of others.
   */
  default Optional<Exchange> exchange() {
    return Optional.of(Exchange.BETWEEN_ROWS);
  }

  /**
   * What a value is but for chance if there is no association, or no difference: what a two-sided
   * permutation test measures distances from.
   *
   * @param value which of the values, in the order of {@link #responses}
   */
  default double nullValue(int value) {
    return 0;
  }

  /**
   * Where a value always lies, whatever the data are; an end of an interval beyond it is said to be
   * so.
   *
   * @param value which of the values, in the order of {@link #responses}
   */
  default Range range(int value) {
    return Range.ALL;
  }

  /**
   * The same statistic of values some of which are limits, if there is one. Its columns are those
   * of this one, and then the limits of each: 1 where the value is an upper limit, -1 where it is a
   * lower limit, 0 where it was measured.
   */
  default Optional<Statistic> censored() {
    return Optional.empty();
  }

  /**
   * Whether it is about the line through the origin, which is then drawn with the data of two
   * columns, in place of the least-squares line.
   */
  default boolean throughOrigin() {
    return false;
  }

  /**
   * Whether a straight line through the data of two columns shows what it is about; if not, as of
   * ranks, or where a column has weights, none is drawn.
   */
  default boolean isAboutLine() {
    return true;
  }

  /**
   * What the line is called whose slope and intercept its two values are, in this order; it is
   * drawn with the data of two columns, in place of the least-squares line. Empty if they are no
   * line's.
   */
  default String line() {
    return "";
  }

  /**
   * Of how many columns of values it takes the measurement errors as well; 0 if it takes none. Its
   * columns are then those values, 1 or 2, the standard deviations of their errors, and of two the
   * covariance of both errors, which is 0 where none is given.
   */
  default int measured() {
    return 0;
  }

  /** The same statistic of values with their measurement errors, if there is one. */
  default Optional<Statistic> ofErrors() {
    return measured() > 0 ? Optional.of(this) : Optional.empty();
  }

  /**
   * How its values follow from means, variances and the covariance of its one or two columns, if
   * they do. A table too large for one machine can then be bootstrapped in one pass.
   */
  default Optional<FromMoments> fromMoments() {
    return Optional.empty();
  }

  /**
   * The numbers, one for each row, of which the statistic's one value is the mean over the rows
   * drawn, or of two samples the difference of the means; if it is that. Its bootstrap distribution
   * can then be had without resamples.
   *
   * @param columns as for {@link #prepare}
   */
  default Optional<double[]> meanOf(double[][] columns) {
    return Optional.empty();
  }

  /**
   * For each value the sum by which permutations of the columns are put in order, for a test of no
   * association or no difference.
   */
  default List<Contrast> contrasts() {
    return Collections.nCopies(responses().size(), Contrast.NONE);
  }

  /**
   * Whether a number added to all of a column changes each value by what does not depend on the
   * rows drawn, or not at all; as with a mean and a standard deviation. The column can then be
   * moved to where its numbers are small, before values are compared that differ in their last
   * places.
   *
   * @param column which column, from 0
   */
  default boolean translates(int column) {
    return false;
  }

  /**
   * Whether it may be defined where a column is constant, as a mean weighted by errors is where all
   * are alike. Else such a column is refused before anything is computed.
   */
  default boolean takesConstants() {
    return false;
  }

  /**
   * Whether another process computes its values, to which it takes time to tell a table. What it
   * prepares is then {@link Ahead}.
   */
  default boolean elsewhere() {
    return false;
  }

  /**
   * How many seconds it takes to begin with a block's resamples; 0 where that is no matter. What is
   * slow to begin gets fewer slices.
   *
   * @param columns as for {@link #prepare}
   * @throws RuntimeException if it fails without resamples
   */
  default double openingSeconds(double[][] columns) {
    return 0;
  }

  /** Computes a statistic's values from moments. */
  @FunctionalInterface
  interface FromMoments {

    /**
     * All values.
     *
     * @param values where they go, in the order of {@link Statistic#responses}; NaN where one is
     *     undefined
     */
    void evaluate(SampleMoments moments, double[] values);
  }

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

  /**
   * A statistic on a data set that is told of a block's resamples before they are asked for, as one
   * is that hands them to another process.
   */
  interface Ahead extends Prepared {

    /** Begins with the resamples of a block. */
    Resamples.Series open(Resamples resamples);

    /**
     * An evaluator for resamples that come one by one, each of which is then a block of its own.
     *
     * @param values how many values the statistic has
     */
    static Evaluator oneByOne(Ahead statistic, int values) {
      if (values > 1) {
        return Evaluator.several((resample, all) -> evaluate(statistic, resample, all));
      }
      return resample -> {
        double[] value = new double[1];
        evaluate(statistic, resample, value);
        return value[0];
      };
    }

    private static void evaluate(Ahead statistic, Resample resample, double[] values) {
      Resamples one = Resamples.of(resample);
      if (!holds(statistic, one, values)) {
        holds(statistic, one.evaluatedAgain(), values);
      }
    }

    private static boolean holds(Ahead statistic, Resamples one, double[] values) {
      try (Resamples.Series series = statistic.open(one)) {
        series.evaluate(0, values);
        return series.holds();
      }
    }
  }

  /** Evaluates resamples of one data set, one after another, on one thread. */
  @FunctionalInterface
  interface Evaluator {

    /**
     * The statistic's value on the resample.
     *
     * @return NaN if it is undefined there, as a correlation of equal rows is
     * @throws UnsupportedOperationException if the statistic has several values
     */
    double evaluate(Resample resample);

    /**
     * All values on the resample.
     *
     * @param values where they go, in the order of {@link Statistic#responses}
     */
    default void evaluate(Resample resample, double[] values) {
      values[0] = evaluate(resample);
    }

    /** An evaluator of several values. */
    static Evaluator several(Values values) {
      return new Evaluator() {
        @Override
        public double evaluate(Resample resample) {
          throw new UnsupportedOperationException("the statistic has several values");
        }

        @Override
        public void evaluate(Resample resample, double[] all) {
          values.evaluate(resample, all);
        }
      };
    }
  }

  /** Computes several values at once. */
  @FunctionalInterface
  interface Values {

    /**
     * All values on the resample.
     *
     * @param values where they go, in the order of {@link Statistic#responses}
     */
    void evaluate(Resample resample, double[] values);
  }

  /**
   * An evaluator that takes real weights as well: for the infinitesimal jackknife, the ABC interval
   * and wherever a row is drawn in part.
   */
  interface Weighted extends Evaluator {

    /**
     * The values for the distribution that gives row i the share w_i / Σw. Equal weights give the
     * statistic of every row once; and so where a value depends on the number of rows besides, as a
     * variance with divisor n - 1 does, it is that of the data set.
     *
     * @param weights one per row of the data set, none negative; need not add up to anything
     * @param values where the values go, in the order of {@link Statistic#responses}
     */
    void weigh(double[] weights, double[] values);
  }

  /**
   * A weighted evaluator that knows how its values change with the weights: their influence values
   * and second derivatives as formulas, where differences of nearly equal values would lose all
   * their digits for many rows, or for values far from zero.
   */
  interface Smooth extends Weighted {

    /**
     * A value as the equal weights go towards all weight on one row: (1 - ε) / n for every row, and
     * ε more for this one. The first derivative is the row's influence value.
     *
     * @param value which of the values, in the order of {@link Statistic#responses}
     * @param row the row
     * @return NaN in its derivatives if there are none
     */
    Expansion towards(int value, int row);

    /**
     * A value for the weights 1 / n + ε d, over their sum.
     *
     * @param value which of the values
     * @param direction d, one entry per row; need not add up to anything
     */
    Expansion along(int value, double[] direction);

    /**
     * A value as a row is left out, for the jackknife.
     *
     * @param value which of the values
     * @param row the row
     * @return of which the change matters: the value without the row, less that with it. NaN there
     *     if it is not told
     */
    default Expansion without(int value, int row) {
      return Expansion.changing(Double.NaN, Double.NaN);
    }
  }
}
