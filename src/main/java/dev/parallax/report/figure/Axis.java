package dev.parallax.report.figure;

import java.util.Arrays;
import java.util.List;

/**
 * What an axis shows.
 *
 * @param label what it is, with its unit
 * @param log whether it is logarithmic
 * @param levels if not empty, the texts that its values stand for: value k stands for text k
 * @param marks the numbers that are written along it, if there is room for all; none for round ones
 */
public record Axis(String label, boolean log, List<String> levels, List<Double> marks) {
  private static final double WIDE = 10;
  private static final int MOST_MARKS = 7;

  /** Copies the lists. */
  public Axis {
    levels = List.copyOf(levels);
    marks = List.copyOf(marks);
  }

  /** An axis with round numbers. */
  public Axis(String label, boolean log, List<String> levels) {
    this(label, log, levels, List.of());
  }

  /** A linear axis of numbers. */
  public static Axis linear(String label) {
    return new Axis(label, false, List.of());
  }

  /**
   * The axis that suits some values: logarithmic if they are positive, span a factor of ten or
   * more, and their median is nearer to the middle there than on a linear one.
   *
   * @param levels the texts that they stand for; none for numbers
   */
  public static Axis of(String label, double[] values, List<String> levels) {
    return of(label, values, levels, suitsLog(values));
  }

  /**
   * The axis of a parameter, on which few values are written themselves.
   *
   * @param log whether it is logarithmic if that can be: texts, and numbers of 0 and below, are not
   */
  public static Axis of(String label, double[] values, List<String> levels, boolean log) {
    double[] distinct = Distinct.of(values);
    boolean positive = distinct.length > 0 && distinct[0] > 0;
    boolean few = levels.isEmpty() && distinct.length > 1 && distinct.length <= MOST_MARKS;
    return new Axis(
        label,
        levels.isEmpty() && positive && log,
        levels,
        few ? Arrays.stream(distinct).boxed().toList() : List.of());
  }

  /**
   * Whether some values are evener on a logarithmic axis: if they are positive, span a factor of
   * ten or more, and their median is nearer to the middle there.
   */
  public static boolean suitsLog(double[] values) {
    double[] sorted = Distinct.of(values);
    if (sorted.length < 3 || sorted[0] <= 0) {
      return false;
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    double linear = Math.abs((median - low) / (high - low) - 0.5);
    double logarithmic = Math.abs(Math.log(median / low) / Math.log(high / low) - 0.5);
    return high / low >= WIDE * (1 - 1e-9) && logarithmic < linear;
  }

  public boolean isText() {
    return !levels.isEmpty();
  }

  /** Where a value lies, in steps that are alike along the axis. */
  public double place(double value) {
    return log ? Math.log10(value) : value;
  }

  /** The value that lies there. */
  public double value(double place) {
    return log ? Math.pow(10, place) : place;
  }
}
