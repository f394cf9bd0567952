package dev.parallax.kernel;

import dev.parallax.model.SampleMoments;
import dev.parallax.model.Statistic;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A column's statistic that is a function of its mean and variance. */
final class OfMoments {
  private OfMoments() {}

  /** Prepares it for the one column. */
  static Statistic.Prepared prepared(double[][] columns, ToDoubleFunction<ColumnMoments> function) {
    double[] raw = Columns.checked(columns, 1)[0];
    CentredColumn column = CentredColumn.of(raw);
    return () -> {
      ColumnMoments moments = new ColumnMoments(raw, column);
      return new WithWeights(
          resample -> {
            moments.over(resample);
            return function.applyAsDouble(moments);
          },
          weights -> {
            moments.over(weights);
            return function.applyAsDouble(moments);
          });
    };
  }

  /** One value that follows from moments. */
  static Optional<Statistic.FromMoments> one(ToDoubleFunction<SampleMoments> function) {
    return Optional.of((moments, values) -> values[0] = function.applyAsDouble(moments));
  }

  /** The variance with a divisor, in the column's units squared. */
  static double variance(ColumnMoments moments, double divisor) {
    return Math.scalb(moments.squares() / (moments.size() * divisor), 2 * moments.exponent());
  }

  /** The standard deviation with divisor n - 1. */
  static double deviation(ColumnMoments moments) {
    double n = moments.size();
    return Math.scalb(Math.sqrt(moments.squares() / (n * (n - 1))), moments.exponent());
  }
}
