package dev.parallax.report;

import dev.parallax.engine.LongestItem;
import java.util.Optional;

/**
 * How far a run is, and how fast it goes.
 *
 * @param items how many items it has
 * @param before how many of them were done before it started
 * @param done how many it has done itself
 * @param failed how many of those failed
 * @param seconds for how long it has gone
 * @param arrived after how many seconds the last were done
 * @param longest the item that has been under way for longest
 */
record Pace(
    long items,
    long before,
    long done,
    long failed,
    double seconds,
    double arrived,
    Optional<LongestItem.UnderWay> longest) {

  /** How many are done in all. */
  long all() {
    return Math.min(items, before + done);
  }

  /** Items per second; 0 where none is done. */
  double rate() {
    double over = isOverdue() ? seconds : arrived;
    return done == 0 || over <= 0 ? 0 : done / over;
  }

  /** The seconds that the rest takes at this rate; infinite where none is done. */
  double left() {
    double since = isOverdue() ? 0 : seconds - arrived;
    return (items - all()) / rate() - since;
  }

  /**
   * Items are done some at a time, and between two times the rate is that of the last. Where the
   * rest should be done by then, and is not, it is slower than that.
   */
  private boolean isOverdue() {
    return (double) (items - all()) * arrived < (seconds - arrived) * done;
  }
}
