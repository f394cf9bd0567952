package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemTask;
import dev.parallax.model.ElementFunction;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PilotTest {

  private static ArrayMap map(long items, AtomicInteger calls, long firstMilliseconds) {
    ElementFunction.ToLong function =
        (element, random) -> {
          if (calls.getAndIncrement() == 0) {
            Thread.sleep(firstMilliseconds);
          }
          return element;
        };
    return ArrayMap.of(function, IntegerArray.range(0, items));
  }

  private static double perItem(ArrayMap map) {
    return Pilot.secondsPerItem(map, ItemTask.of(map.function()), 0, 0.02);
  }

  /** The first call loads classes; a million items once got thousands of slices for it. */
  @Test
  void aColdFirstItemDoesNotCount() {
    double seconds = perItem(map(1_000_000, new AtomicInteger(), 100));
    assertTrue(seconds < 0.001, () -> "seconds per item: " + seconds);
  }

  @Test
  void aLongItemIsTriedOnce() {
    AtomicInteger calls = new AtomicInteger();
    assertTrue(perItem(map(10, calls, 1100)) > 1);
    assertEquals(1, calls.get());
  }

  @Test
  void noItemsTakeNoTime() {
    assertEquals(0, perItem(map(0, new AtomicInteger(), 0)));
  }
}
