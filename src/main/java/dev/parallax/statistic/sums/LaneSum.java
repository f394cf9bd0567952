package dev.parallax.statistic.sums;

/** The one order in which eight lanes are added. */
final class LaneSum {
  private LaneSum() {}

  /** The sum of the eight lanes that begin at an index. */
  static double total(double[] lanes, int at) {
    return ((lanes[at] + lanes[at + 1]) + (lanes[at + 2] + lanes[at + 3]))
        + ((lanes[at + 4] + lanes[at + 5]) + (lanes[at + 6] + lanes[at + 7]));
  }
}
