package dev.parallax.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which item of this process has been under way for longest. That costs the items nothing: who
 * looks again and again sees which are still the same. Those on other machines are not seen, nor
 * those that are computed many at a time.
 */
public final class LongestItem {
  private Map<Thread, Seen> seen = Map.of();

  /** Nothing is seen yet. */
  public LongestItem() {}

  /**
   * An item that is under way.
   *
   * @param item its index
   * @param nanos for how long it has been seen, in nanoseconds
   */
  public record UnderWay(long item, long nanos) {}

  private record Seen(ItemThreads.Loop loop, long item, long since) {
    boolean isSame(Seen other) {
      return other != null && loop == other.loop && item == other.item;
    }
  }

  /**
   * Looks which items are under way.
   *
   * @param now the time, in nanoseconds from any moment, as at the looks before
   * @return the one that has been for longest, if there is any
   */
  public Optional<UnderWay> look(long now) {
    Map<Thread, Seen> next = new HashMap<>();
    ItemThreads.loops()
        .forEach(
            (thread, loops) ->
                loops
                    .outer()
                    .item()
                    .ifPresent(
                        item ->
                            next.put(thread, seen(thread, new Seen(loops.outer(), item, now)))));
    seen = next;
    return next.values().stream()
        .map(each -> new UnderWay(each.item, now - each.since))
        .max(
            Comparator.comparingLong(UnderWay::nanos)
                .thenComparing(Comparator.comparingLong(UnderWay::item).reversed()));
  }

  private Seen seen(Thread thread, Seen now) {
    Seen before = seen.get(thread);
    return now.isSame(before) ? before : now;
  }
}
