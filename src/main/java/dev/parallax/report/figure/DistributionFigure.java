package dev.parallax.report.figure;

import java.util.List;

/**
 * A bootstrap distribution with the estimate and intervals.
 *
 * @param name the name of its files, without an ending
 * @param axis what the replicates are, with their unit
 * @param histogram the replicates
 * @param estimate the observed statistic
 * @param intervals the intervals, from top to bottom
 */
public record DistributionFigure(
    String name, String axis, Histogram histogram, double estimate, List<IntervalMark> intervals)
    implements Figure {

  /** Copies the list. */
  public DistributionFigure {
    intervals = List.copyOf(intervals);
  }

  @Override
  public String caption() {
    return "Bootstrap distribution of "
        + axis
        + " with the estimate"
        + (intervals.isEmpty() ? "" : " and the intervals");
  }
}
