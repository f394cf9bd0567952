package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.SubsetTask;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Some items of a job, done again: each under the limits of the run, and timed like all others. */
class SubsetTest {
  private static final ItemLimits LIMITS = ItemLimits.NONE.withTimeout(Duration.ofMillis(500));

  /** Each takes 150 ms, all together three times as long as one may; item 50 never ends. */
  private static Changed slow(Squares squares) {
    BlockFunction<Integer> function =
        (slice, items) -> {
          double[] values = new double[slice.block().size()];
          items.forEach(
              i -> {
                long item = slice.block().item(i);
                TimeUnit.MILLISECONDS.sleep(item == 50 ? 100_000 : 150);
                values[i] = (double) item * item;
              });
          return List.of(
              new Column.Doubles(values), new Column.Booleans(new boolean[values.length]));
        };
    return new Changed(squares, function);
  }

  @Test
  void eachItemThatIsTriedAgainHasALimitAndATimeOfItsOwn() {
    Squares squares = new Squares(95);
    Store store = new MemoryStore();
    Runner runner = Runner.on(new SequentialEngine()).withSlices(1).withLimits(LIMITS);
    assertEquals(9, runner.run(squares, store).failed());
    Run again = runner.retryFailed(slow(squares), store);
    assertEquals(1, again.failed());
    Failure failure = again.firstFailures().get(0);
    assertEquals(50, failure.item());
    assertEquals("TimeoutException: took longer than 500 ms", failure.text());
    for (int item = 10; item < 95; item += 10) {
      assertTrue(again.seconds()[item] > 0.1, "item " + item);
      assertEquals(item == 50 ? Double.NaN : item * item, again.doubles("square")[item]);
    }
  }

  @Test
  void itsSlicesHaveTheChosenItemsInOrder() {
    long[] chosen = {3, 4, 900, 5000, 70_000};
    for (int parts : new int[] {1, 2, 5, 9}) {
      var slices = SubsetTask.slices(new Squares(100_000), chosen, parts);
      long[] items =
          slices.stream()
              .flatMap(slice -> slice.data().stream())
              .mapToLong(single -> single.block().first())
              .toArray();
      assertArrayEquals(chosen, items);
      assertTrue(
          IntStream.range(0, Math.min(parts, 5)).allMatch(k -> slices.get(k).block().index() == k));
    }
  }
}
