package dev.parallax.engine;

import dev.parallax.engine.block.ItemTimes;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Takes the time of items, each from the end of the one before. To read the clock takes 20 to 40
 * ns; items that take hardly longer are timed by the dozen, and each is given the mean.
 */
final class ItemClock {
  /** Items below this are timed together, so that reading the clock adds no tenth to them. */
  private static final long QUICK_NANOS = 400;

  private static final int MOST_TOGETHER = 16;

  private final LongSupplier nanos;
  private final float[] seconds;
  private int from;
  private int last;
  private int together = 1;
  private long since;

  private ItemClock(LongSupplier nanos, float[] seconds, int last) {
    this.nanos = nanos;
    this.seconds = seconds;
    this.last = last;
  }

  /** A clock for so many items. */
  static ItemClock of(int items) {
    return of(items, System::nanoTime);
  }

  /** A clock for so many items that reads another one, in nanoseconds. */
  static ItemClock of(int items, LongSupplier nanos) {
    return new ItemClock(nanos, new float[items], 0);
  }

  /** A clock that is never read. */
  static ItemClock none() {
    return new ItemClock(System::nanoTime, new float[0], Integer.MAX_VALUE);
  }

  /** The first item begins. */
  void start() {
    if (seconds.length > 0) {
      since = nanos.getAsLong();
    }
  }

  /** An item has ended. */
  void ended(int place) {
    if (place >= last) {
      read(place + 1);
    }
  }

  /** An item was given up after so long, by another thread. */
  void givenUp(int place, double after) {
    if (seconds.length > 0) {
      read(place);
      seconds[place] = (float) after;
      from = place + 1;
      last = from;
    }
  }

  /** The times of all items, those from {@code end} on being 0. */
  ItemTimes stop(int end) {
    if (seconds.length > 0) {
      read(end);
    }
    return ItemTimes.of(seconds);
  }

  private void read(int end) {
    if (end == from) {
      return;
    }
    long now = nanos.getAsLong();
    long each = (now - since) / (end - from);
    Arrays.fill(seconds, from, end, (now - since) * 1e-9f / (end - from));
    together = each < QUICK_NANOS ? Math.min(2 * together, MOST_TOGETHER) : 1;
    since = now;
    from = end;
    last = end + together - 1;
  }
}
