package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which of the two threads has an item, step by step. */
class ItemWatchTest {
  private static final Duration LIMIT = Duration.ofMillis(1500);
  private final Thread idle = new Thread(() -> {});

  private static ItemWatch watch() {
    return new ItemWatch(ItemLimits.NONE.withTimeout(LIMIT), Map.of(4, "; it ran on"));
  }

  @Test
  void anItemThatHasEndedIsNotInterrupted() {
    ItemWatch watch = watch();
    assertEquals(-1, watch.place());
    watch.begins(3);
    assertEquals(3, watch.place());
    assertFalse(watch.ended(3));
    assertFalse(watch.interrupt(3, Thread.currentThread()));
    assertFalse(Thread.interrupted());
    assertFalse(watch.isInterrupted());
    assertFalse(watch.leaveBehind());
  }

  @Test
  void anItemThatIsInterruptedIsLateAndTheInterruptIsBehindIt() {
    ItemWatch watch = watch();
    watch.begins(3);
    assertTrue(watch.interrupt(3, Thread.currentThread()));
    assertTrue(watch.isInterrupted());
    assertTrue(watch.ended(3));
    assertFalse(Thread.interrupted());
    assertFalse(watch.isInterrupted());
    assertFalse(watch.leaveBehind());
  }

  @Test
  void anItemThatIsLeftBehindEndsItsPass() {
    ItemWatch watch = watch();
    watch.begins(3);
    assertTrue(watch.interrupt(3, idle));
    assertTrue(watch.leaveBehind());
    assertThrows(CancellationException.class, () -> watch.ended(3));
  }

  @Test
  void withoutALimitNothingIsWatched() {
    ItemWatch watch = new ItemWatch(ItemLimits.NONE, Map.of());
    watch.begins(3);
    assertEquals(-1, watch.place());
    assertFalse(watch.ended(3));
  }

  @Test
  void aLimitIsSaidInSecondsIfItIsWholeOnes() {
    assertEquals("took longer than 1500 ms, x", watch().late(7, ", x").message());
    assertEquals(7, watch().late(7, "").item());
    ItemWatch two = new ItemWatch(ItemLimits.NONE.withTimeout(Duration.ofSeconds(2)), Map.of());
    assertEquals("took longer than 2 s", two.late(7, "").message());
    assertEquals(1.5, watch().seconds(), 1e-12);
  }

  @Test
  void whatIsGivenUpIsKnownByItsPlace() {
    assertEquals(Optional.of("; it ran on"), watch().givenUp(4));
    assertEquals(Optional.empty(), watch().givenUp(3));
  }

  @Test
  void asManyFailuresAsAllowed() {
    ItemWatch watch = new ItemWatch(ItemLimits.NONE.withFailures(2), Map.of());
    Block block = new Block(0, 100, 50);
    assertTrue(watch.allows(block, 9, failures(100, 2, "why")));
    assertFalse(watch.allows(block, 9, failures(100, 3, "why")));
  }

  @Test
  void theFirstItemsOfAllMayNotFailAlike() {
    ItemWatch watch = new ItemWatch(ItemLimits.NONE.withFirst(3), Map.of());
    Block first = new Block(0, 0, 50);
    assertTrue(watch.allows(first, 2, failures(0, 2, "row 7 is singular")));
    assertFalse(watch.allows(first, 3, failures(0, 3, "row 7 is singular")));
    assertTrue(watch.allows(first, 3, failures(1, 2, "row 7 is singular"))); // item 0 did not fail
    assertTrue(watch.allows(first, 4, failures(1, 3, "row 7 is singular")));
    assertTrue(watch.allows(new Block(1, 100, 50), 3, failures(100, 3, "row 7 is singular")));
    assertTrue(watch.allows(new Block(0, 0, 50, 2), 3, failures(0, 3, "row 7 is singular")));
    List<Failure> other = new ArrayList<>(failures(0, 2, "row 7 is singular"));
    other.add(new Failure(2, "lab.Odd", "row 7 is empty"));
    assertTrue(watch.allows(first, 3, other));
    other.set(2, new Failure(2, "lab.Odd", "row -1.5e-3 is singular")); // but for its numbers
    assertFalse(watch.allows(first, 3, other));
  }

  private static List<Failure> failures(long first, int count, String why) {
    return LongStream.range(first, first + count)
        .mapToObj(item -> new Failure(item, "lab.Odd", why))
        .toList();
  }
}
