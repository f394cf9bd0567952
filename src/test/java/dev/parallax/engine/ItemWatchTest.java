package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
    assertTrue(watch.allows(2));
    assertFalse(watch.allows(3));
  }
}
