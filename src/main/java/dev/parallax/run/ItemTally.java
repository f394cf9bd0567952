package dev.parallax.run;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import java.util.Optional;

/**
 * How the items of a run went: how many of each status, and which took the longest.
 *
 * @param ok how many have every response
 * @param failed how many failed
 * @param nan how many were computed and have a response that is not a number
 * @param slowest the item that took the longest, the first of them; none where items were not timed
 */
public record ItemTally(long ok, long failed, long nan, Optional<Slowest> slowest) {

  /** How many items have this status; 0 where the job's items have none. */
  public long count(ItemStatus status) {
    return switch (status) {
      case OK -> ok;
      case FAILED -> failed;
      case NAN -> nan;
    };
  }

  /**
   * The item that took the longest.
   *
   * @param item its index
   * @param seconds how long it took
   * @param mean how long an item took on average, in seconds
   */
  public record Slowest(long item, double seconds, double mean) {}

  /** Takes blocks one by one, in item order. */
  static final class Accumulator {
    private long ok;
    private long failed;
    private long nan;
    private long timed;
    private double seconds;
    private long slowest;
    private double longest = -1;

    void add(Outcome outcome) {
      BlockResult result = outcome.result();
      for (ItemStatus status : result.statuses(outcome.block())) {
        switch (status) {
          case OK -> ok++;
          case FAILED -> failed++;
          case NAN -> nan++;
        }
      }
      for (int i = 0; result.times().areKnown() && i < outcome.block().size(); i++) {
        add(outcome.block().item(i), result.times().seconds(i));
      }
    }

    private void add(long item, double took) {
      if (Double.isNaN(took)) {
        return;
      }
      timed++;
      seconds += took;
      if (took > longest) {
        longest = took;
        slowest = item;
      }
    }

    ItemTally tally() {
      return new ItemTally(
          ok,
          failed,
          nan,
          timed == 0
              ? Optional.empty()
              : Optional.of(new Slowest(slowest, longest, seconds / timed)));
    }
  }
}
