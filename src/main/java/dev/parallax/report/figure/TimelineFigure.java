package dev.parallax.report.figure;

import java.util.List;

/**
 * When which worker was at work.
 *
 * @param name the name of its files, without an ending
 * @param bars the stretches of work, in any order
 * @param end when all was done, in seconds
 * @param note what is to be known besides; may be empty
 */
public record TimelineFigure(String name, List<Bar> bars, double end, String note)
    implements Figure {

  /** Copies the list. */
  public TimelineFigure {
    bars = List.copyOf(bars);
  }

  /**
   * A stretch of work.
   *
   * @param label its name, drawn where there is room
   * @param where the worker
   * @param from when it began, in seconds
   * @param to when it ended
   */
  public record Bar(String label, String where, double from, double to) {}

  @Override
  public String what() {
    return "When each slice was computed, and where";
  }
}
