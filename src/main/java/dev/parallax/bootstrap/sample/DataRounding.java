package dev.parallax.bootstrap.sample;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * How far the rounding of data to doubles moves the values of a statistic: numbers nearer to each
 * other than that are equal, as far as anybody knows. What a statistic does to small changes of the
 * data is tried out: all numbers of a column are moved by h, up or down, and the values' answer is
 * scaled down to the rounding of the column's largest number.
 */
public final class DataRounding {
  /** Two values are compared, each of numbers that are off by half a unit, and summed. */
  private static final double UNITS = 4;

  /** Moves are so many units in the last place, so that rounding on the way does not count. */
  private static final double MOVE = 0x1p20;

  /** But no larger a share of the column's range. */
  private static final double SHARE = 0x1p-12;

  private static final int RANDOM = 3;

  /** Of a column's range: rounding below it is lost in what replicates are compared by. */
  private static final double FINE = 0x1p-44;

  private DataRounding() {}

  /** A statistic's values on columns; may throw. */
  @FunctionalInterface
  public interface Values {
    public double[] of(double[][] columns);
  }

  /**
   * For each value how far apart two of them may be that rounding alone made different.
   *
   * @param numbers how many of the columns, from the first, are numbers
   */
  public static double[] of(Values statistic, double[][] columns, int numbers) {
    int[] all = IntStream.range(0, numbers).toArray();
    return of(statistic, columns, all);
  }

  /**
   * The same of a statistic that is dear to try out: by the columns alone whose rounding is so
   * large beside their range that it may show.
   *
   * @param values how many values it has
   */
  static double[] ofCoarse(Values statistic, double[][] columns, int numbers, int values) {
    int[] coarse =
        IntStream.range(0, numbers)
            .filter(c -> range(columns[c]) > 0 && unit(columns[c]) > FINE * range(columns[c]))
            .toArray();
    return coarse.length == 0 ? new double[values] : of(statistic, columns, coarse);
  }

  private static double[] of(Values statistic, double[][] columns, int[] tried) {
    double[] plain = statistic.of(columns);
    double[] rounding = new double[plain.length];
    for (int c : tried) {
      double unit = unit(columns[c]);
      double move = Math.max(unit, Math.min(MOVE * unit, SHARE * range(columns[c])));
      double[] most = new double[plain.length];
      for (int pattern = 0; pattern < 2 + RANDOM; pattern++) {
        double[] moved = moved(columns, c, pattern, move, statistic, plain);
        for (int k = 0; k < most.length; k++) {
          most[k] = Math.max(most[k], moved[k]);
        }
      }
      for (int k = 0; k < most.length; k++) {
        rounding[k] += UNITS * most[k] * (unit / move);
      }
    }
    return rounding;
  }

  /** The unit in the last place of a column's largest number. */
  public static double unit(double[] column) {
    return Math.ulp(Arrays.stream(column).map(Math::abs).max().orElse(0));
  }

  /** The difference of its greatest and its least number; infinite where that is no double. */
  public static double range(double[] column) {
    return Arrays.stream(column).max().orElse(0) - Arrays.stream(column).min().orElse(0);
  }

  private static double[] moved(
      double[][] columns, int c, int pattern, double move, Values statistic, double[] plain) {
    double[][] other = columns.clone();
    other[c] = columns[c].clone();
    double[] beside = columns[columns.length == 1 ? 0 : 1 - Math.min(c, 1)];
    double middle = Arrays.stream(beside).map(v -> v / beside.length).sum();
    for (int row = 0; row < beside.length; row++) {
      boolean up =
          switch (pattern) {
            case 0 -> true;
            case 1 -> beside[row] > middle;
            // Equal numbers stay equal.
            default -> mixed(columns[c][row], pattern) < 0;
          };
      other[c][row] += up ? move : -move;
    }
    return changes(other, statistic, plain);
  }

  private static double[] changes(double[][] other, Values statistic, double[] plain) {
    double[] changes = new double[plain.length];
    try {
      double[] values = statistic.of(other);
      for (int k = 0; k < changes.length; k++) {
        double change = Math.abs(values[k] - plain[k]);
        changes[k] = Double.isFinite(change) ? change : 0;
      }
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) { // a user's own, which the data as they are do not make throw
      return new double[plain.length];
    }
    return changes;
  }

  private static long mixed(double number, int pattern) {
    long bits = Double.doubleToLongBits(number) * 0x9e3779b97f4a7c15L + pattern;
    return (bits ^ (bits >>> 29)) * 0xbf58476d1ce4e5b9L;
  }
}
