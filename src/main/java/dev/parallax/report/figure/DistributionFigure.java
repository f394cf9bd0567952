package dev.parallax.report.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A bootstrap distribution with the estimate and intervals.
 *
 * @param name the name of its files, without an ending
 * @param axis what the replicates are, with their unit
 * @param histogram the replicates
 * @param estimate the observed statistic
 * @param intervals the intervals, from top to bottom
 * @param least below which the statistic cannot be, and no interval is drawn; infinite for none
 * @param greatest above which it cannot be
 */
public record DistributionFigure(
    String name,
    String axis,
    Histogram histogram,
    double estimate,
    List<IntervalMark> intervals,
    double least,
    double greatest)
    implements Figure {

  /** Copies the list. */
  public DistributionFigure {
    intervals = List.copyOf(intervals);
  }

  /** One of a statistic that can be any number. */
  public DistributionFigure(
      String name,
      String axis,
      Histogram histogram,
      double estimate,
      List<IntervalMark> intervals) {
    this(
        name,
        axis,
        histogram,
        estimate,
        intervals,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /** Where an interval's line begins: at its end, or where the statistic's values do. */
  public double from(IntervalMark interval) {
    return Math.min(greatest, Math.max(least, interval.low()));
  }

  /** Where an interval's line ends. */
  public double to(IntervalMark interval) {
    return Math.max(least, Math.min(greatest, interval.high()));
  }

  /** The least and the greatest number that the axis holds: bars, estimate, ends of intervals. */
  public double[] extent() {
    double[] places =
        DoubleStream.concat(
                DoubleStream.of(histogram.low(), histogram.high(), estimate),
                intervals.stream().flatMapToDouble(i -> DoubleStream.of(from(i), to(i))))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return new double[] {places[0], places[places.length - 1]};
  }

  /** What is not drawn, in words; empty if all is. */
  @Override
  public String note() {
    String beyond =
        intervals.stream()
            .filter(i -> i.low() < least || i.high() > greatest)
            .map(IntervalMark::label)
            .collect(Collectors.joining(", "));
    String open = beyond.isEmpty() ? "" : beyond + " cut where the statistic's values end";
    return Stream.of(histogram.outside("resamples"), open)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  @Override
  public String what() {
    return "Bootstrap distribution of "
        + axis
        + " with the estimate"
        + (intervals.isEmpty() ? "" : " and the intervals");
  }
}
