package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parallax.engine.block.ItemTimes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items timed by a clock that goes on by itself as told. */
class ItemClockTest {
  private long now = 5_000_000;
  private final List<Integer> read = new ArrayList<>();
  private int ended;

  private long read() {
    read.add(ended);
    return now;
  }

  /** The next item, which takes so long. */
  private void item(ItemClock clock, long nanos) {
    now += nanos;
    clock.ended(ended++);
  }

  private ItemClock begun(int items) {
    ItemClock clock = ItemClock.of(items, this::read);
    clock.start();
    read.clear();
    return clock;
  }

  @Test
  void itemsThatAreNotQuickAreTimedOneByOne() {
    ItemClock clock = begun(4);
    for (long nanos : new long[] {1000, 400, 250_000, 400}) {
      item(clock, nanos);
    }
    ItemTimes times = clock.stop(4);
    assertEquals(List.of(1, 2, 3, 4), read);
    assertEquals(1e-6f, times.seconds(0), 1e-12f);
    assertEquals(4e-7f, times.seconds(1), 1e-12f);
    assertEquals(2.5e-4f, times.seconds(2), 1e-10f);
    assertEquals(4e-7f, times.seconds(3), 1e-12f);
  }

  /** 1, 2, 4, 8, 16, 16, ... together; the last ones at the end. */
  @Test
  void quickItemsShareATime() {
    ItemClock clock = begun(70);
    for (int i = 0; i < 70; i++) {
      item(clock, i == 1 ? 299 : i == 2 ? 499 : 399);
    }
    ItemTimes times = clock.stop(70);
    assertEquals(List.of(1, 3, 7, 15, 31, 47, 63, 70), read);
    for (int i = 0; i < 70; i++) {
      assertEquals(3.99e-7f, times.seconds(i), 1e-12f, "item " + i);
    }
  }

  @Test
  void afterASlowItemTheyAreTimedOneByOneAgain() {
    ItemClock clock = begun(6);
    for (long nanos : new long[] {100, 100, 900, 500, 700, 300}) {
      item(clock, nanos);
    }
    ItemTimes times = clock.stop(6);
    assertEquals(List.of(1, 3, 4, 5, 6), read);
    assertEquals(5e-7f, times.seconds(1), 1e-12f);
    assertEquals(5e-7f, times.seconds(2), 1e-12f);
    assertEquals(7e-7f, times.seconds(4), 1e-12f);
  }

  @Test
  void anItemThatIsGivenUpHasTheTimeItWasGiven() {
    ItemClock clock = begun(6);
    item(clock, 100);
    item(clock, 200);
    clock.givenUp(ended++, 0.25);
    item(clock, 700);
    clock.givenUp(ended++, 0.5);
    clock.givenUp(ended++, 0.75);
    ItemTimes times = clock.stop(6);
    float[] right = {1e-7f, 2e-7f, 0.25f, 7e-7f, 0.5f, 0.75f};
    for (int i = 0; i < 6; i++) {
      assertEquals(right[i], times.seconds(i), 1e-12f, "item " + i);
    }
  }

  @Test
  void itemsBehindTheEndHaveNoTime() {
    ItemClock clock = begun(4);
    item(clock, 100);
    item(clock, 300);
    ItemTimes times = clock.stop(2);
    assertEquals(3e-7f, times.seconds(1), 1e-12f);
    assertEquals(0, times.seconds(2));
  }

  @Test
  void noClockHasNoTimes() {
    ItemClock none = ItemClock.none();
    none.start();
    none.ended(3);
    none.givenUp(4, 0.5);
    assertFalse(none.stop(9).areKnown());
  }
}
