package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who looks sees which item is still the same, by a clock that the test moves. */
class LongestItemTest {
  /** Reached by the tasks of Spark's threads, which are made from bytes. */
  private static final Map<Integer, Runnable> LOOKS = new ConcurrentHashMap<>();

  private final LongestItem longest = new LongestItem();
  private final List<Optional<LongestItem.UnderWay>> seen = new ArrayList<>();

  private static Optional<LongestItem.UnderWay> item(long index, long nanos) {
    return Optional.of(new LongestItem.UnderWay(index, nanos));
  }

  private void look(long now) {
    seen.add(longest.look(now));
  }

  private static ItemLoop loop(Block block) {
    return new ItemLoop(block, new ItemWatch(ItemLimits.NONE, Map.of()), false);
  }

  @Test
  void anItemThatIsSeenAgainIsAsOldAsItsFirstLook() {
    look(5);
    loop(new Block(3, 100, 2))
        .forEach(
            i -> {
              look(10 + 100 * i);
              look(17 + 100 * i);
              look(40 + 100 * i);
            });
    look(200);
    assertEquals(
        List.of(
            Optional.empty(),
            item(100, 0),
            item(100, 7),
            item(100, 30),
            item(101, 0),
            item(101, 7),
            item(101, 30),
            Optional.empty()),
        seen);
  }

  /** Such as the first item, which a pilot computes before the run does. */
  @Test
  void theSameItemInAnotherLoopBeginsAnew() {
    for (int k = 0; k < 2; k++) {
      long now = 10 * k;
      loop(new Block(0, 0, 1)).forEach(i -> look(now));
    }
    assertEquals(List.of(item(0, 0), item(0, 0)), seen);
  }

  @Test
  void itemsWithinAnItemAreNotTheRuns() {
    loop(new Block(0, 7, 1))
        .forEach(
            i -> {
              look(0);
              loop(new Block(0, 90, 2)).forEach(k -> look(10 * (k + 1)));
            });
    assertEquals(List.of(item(7, 0), item(7, 10), item(7, 20)), seen);
  }

  @Test
  void anItemThatWasGivenUpIsNotUnderWay() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    BlockFunction<Integer> heedsNoInterrupt =
        (slice, items) -> {
          items.forEach(i -> forever(end));
          return List.of();
        };
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofMillis(10));
    Slice<Integer> slice = new Slice<>(new Block(0, 0, 1), 0);
    assertEquals(
        1, new ItemTask<>(heedsNoInterrupt, limits, false).result(slice).failures().size());
    assertEquals(Optional.empty(), longest.look(0));
    end.countDown();
  }

  private static void forever(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        // heeds none
      }
    }
  }

  @Test
  void itemsOfSparksThreadsAreSeen() {
    LOOKS.put(0, () -> look(seen.size() * 10L));
    BlockFunction<Integer> looking =
        (slice, items) -> {
          items.forEach(
              i -> {
                LOOKS.get(0).run();
                LOOKS.get(0).run();
              });
          return List.of();
        };
    try (SparkEngine spark = SparkEngine.open(SparkSettings.ofSpark().withMaster("local[1]"))) {
      spark.map(ItemTask.of(looking), List.of(new Slice<>(new Block(0, 4, 1), 0)), outcome -> {});
    }
    assertEquals(List.of(item(4, 0), item(4, 10)), seen);
    assertTrue(longest.look(99).isEmpty());
  }
}
