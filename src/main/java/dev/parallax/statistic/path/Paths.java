package dev.parallax.statistic.path;

import dev.parallax.model.Expansion;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.sum.ExactMoments;
import java.util.function.Function;

/** The paths of statistics of means and of moments about them. */
public final class Paths {
  private static final int SQUARE = 1;
  private static final int CUBE = 2;

  private Paths() {}

  /** A column about its mean, in units of a power of two in which the largest entry is about 1. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read only
  private record Centred(double[] values, double mean, int exponent) {
    static Centred of(double[] raw) {
      // From the median first: a difference from a number of the column is exact, or small.
      CentredColumn column = CentredColumn.of(raw);
      double[] values = column.values().clone();
      double off = ExactMoments.of(values).mean();
      for (int row = 0; row < values.length; row++) {
        values[row] -= off;
      }
      return new Centred(values, column.restored(off), column.exponent());
    }

    /** The mean of the column itself, from that of the centred values. */
    Expansion mean(Expansion off) {
      Expansion moved = off.scaled(exponent);
      return Expansion.constant(mean).plus(moved);
    }
  }

  /** The mean and the central moments of a column, as weights change. */
  public record Moments(Expansion mean, Expansion variance, Expansion third, int exponent) {

    /** The variance with another divisor than n, in the column's units. */
    public Expansion variance(Expansion factor) {
      return variance.times(factor).scaled(2 * exponent);
    }

    /** The standard deviation. */
    public Expansion deviation(Expansion factor) {
      return variance.times(factor).root().scaled(exponent);
    }

    /** The third moment over the deviation cubed. */
    public Expansion skewness() {
      return third.over(variance.times(variance.root()));
    }
  }

  /** The path of a column's mean. */
  public static Path mean(double[] raw) {
    Centred column = Centred.of(raw);
    return new PathOfMeans(
        raw.length, 1, (row, t) -> t[0] = column.values()[row], all -> column.mean(all[0]));
  }

  /** The path of a function of a column's mean and central moments. */
  public static Path ofColumn(double[] raw, Function<Moments, Expansion> function) {
    Centred column = Centred.of(raw);
    return new PathOfMeans(
        raw.length,
        3,
        (row, t) -> {
          double z = column.values()[row];
          t[0] = z;
          t[SQUARE] = z * z;
          t[CUBE] = z * z * z;
        },
        all -> {
          Expansion m = all[0];
          Expansion square = m.times(m);
          Expansion variance = all[SQUARE].minus(square);
          Expansion third =
              all[CUBE].minus(m.times(all[SQUARE]).times(3)).plus(square.times(m).times(2));
          return function.apply(new Moments(column.mean(m), variance, third, column.exponent()));
        });
  }

  /**
   * Means, variances and covariance of two columns, as weights change, in units of theirs.
   *
   * @param exponent the power of two of the unit of y over that of x
   * @param product that of both units' product
   */
  public record PairMoments(
      Expansion meanX,
      Expansion meanY,
      Expansion xx,
      Expansion yy,
      Expansion xy,
      int exponent,
      int product) {

    /** The covariance with another divisor than n, in the columns' units. */
    public Expansion covariance(Expansion factor) {
      return xy.times(factor).scaled(product);
    }

    /** Pearson's correlation. */
    public Expansion correlation() {
      return xy.over(xx.times(yy).root());
    }

    /** The slope of the least-squares line of y on x. */
    public Expansion slope() {
      return xy.over(xx).scaled(exponent);
    }

    /** The intercept of that line. */
    public Expansion intercept() {
      return meanY.minus(slope().times(meanX));
    }
  }

  /** The path of a function of the moments of two columns. */
  public static Path ofPair(double[][] raw, Function<PairMoments, Expansion> function) {
    Centred x = Centred.of(raw[0]);
    Centred y = Centred.of(raw[1]);
    return new PathOfMeans(
        raw[0].length,
        5,
        (row, t) -> {
          double a = x.values()[row];
          double b = y.values()[row];
          t[0] = a;
          t[1] = b;
          t[2] = a * a;
          t[3] = b * b;
          t[4] = a * b;
        },
        all -> function.apply(moments(x, y, all)));
  }

  private static PairMoments moments(Centred x, Centred y, Expansion[] all) {
    return new PairMoments(
        x.mean(all[0]),
        y.mean(all[1]),
        all[2].minus(all[0].times(all[0])),
        all[3].minus(all[1].times(all[1])),
        all[4].minus(all[0].times(all[1])),
        y.exponent() - x.exponent(),
        y.exponent() + x.exponent());
  }

  /**
   * Σ f y / Σ f x with factors f, as the residuals tell it: its distance from the ratio t of the
   * data is that of Σ f (y - t x) / Σ f x from 0, and in this nothing cancels.
   */
  public static PathOfMeans ratio(double[] x, double[] y, double[] factors, int exponent) {
    double[] residuals = new double[x.length];
    double ratio = sum(factors, y) / sum(factors, x);
    double hidden = hidden(x, y, factors, ratio, residuals);
    return new PathOfMeans(
        x.length,
        2,
        (row, t) -> {
          t[0] = factors[row] * residuals[row];
          t[1] = factors[row] * x[row];
        },
        all ->
            all[0]
                .over(all[1])
                .plus(Expansion.constant(hidden))
                .plus(Expansion.constant(ratio))
                .scaled(exponent));
  }

  /** What the last place of a ratio does not show; the residuals are set on the way. */
  private static double hidden(
      double[] x, double[] y, double[] factors, double ratio, double[] residuals) {
    double rest = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int row = 0; row < x.length; row++) {
        residuals[row] = Math.fma(-rest, x[row], Math.fma(-ratio, x[row], y[row]));
      }
      rest += sum(factors, residuals) / sum(factors, x);
    }
    return rest;
  }

  private static double sum(double[] a, double[] b) {
    ExactMoments sum = new ExactMoments();
    for (int row = 0; row < a.length; row++) {
      sum.add(a[row] * b[row]);
    }
    return sum.sum();
  }
}
