package dev.parallax.statistic.path;

import dev.parallax.model.Expansion;
import dev.parallax.model.SampleMoments;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnMoments;
import dev.parallax.statistic.sums.Columns;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** A column's statistic that is a function of its mean and variance. */
public final class OfMoments {
  private OfMoments() {}

  /**
   * Prepares it for the one column.
   *
   * @param expanded the same function, of the moments as weights change and the number of rows
   */
  public static Statistic.Prepared prepared(
      double[][] columns,
      ToDoubleFunction<ColumnMoments> function,
      BiFunction<Paths.Moments, Integer, Expansion> expanded) {
    double[] raw = Columns.checked(columns, 1)[0];
    CentredColumn column = CentredColumn.of(raw);
    Once<Path> path =
        new Once<>(() -> Paths.ofColumn(raw, moments -> expanded.apply(moments, raw.length)));
    return () -> {
      ColumnMoments moments = new ColumnMoments(raw, column);
      return new SmoothValue(
          resample -> {
            moments.over(resample);
            return function.applyAsDouble(moments);
          },
          weights -> {
            moments.over(weights);
            return function.applyAsDouble(moments);
          },
          path);
    };
  }

  /** One value that follows from moments. */
  public static Optional<Statistic.FromMoments> one(ToDoubleFunction<SampleMoments> function) {
    return Optional.of((moments, values) -> values[0] = function.applyAsDouble(moments));
  }

  /** What turns a variance with divisor n into one with divisor n - 1, or with a row less. */
  public static Expansion factor(int n) {
    return Expansion.changing(n / (n - 1.0), 1 / ((n - 1.0) * (n - 2.0)));
  }

  /**
   * The variance with a divisor, in the column's units squared; NaN where it is too large or too
   * small for a double to have it with all its digits.
   */
  public static double variance(ColumnMoments moments, double divisor) {
    double squares = moments.squares() / (moments.size() * divisor);
    double variance = Math.scalb(squares, 2 * moments.exponent());
    boolean inRange = variance >= Double.MIN_NORMAL && variance < Double.POSITIVE_INFINITY;
    return inRange || squares == 0 ? variance : Double.NaN;
  }

  /** The standard deviation with divisor n - 1. */
  public static double deviation(ColumnMoments moments) {
    double n = moments.size();
    return Math.scalb(Math.sqrt(moments.squares() / (n * (n - 1))), moments.exponent());
  }
}
