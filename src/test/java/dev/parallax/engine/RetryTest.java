package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A slice that could not be evaluated is tried again, and that is counted. */
class RetryTest {
  /** Static: tasks are copied on their way, even inside one process. */
  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @Test
  void aSliceThatFailsTwiceIsDoneTheThirdTime() {
    List<Slice<Integer>> slices =
        Block.split(6, 3).stream().map(block -> new Slice<>(block, 7)).toList();
    ATTEMPTS.set(0);
    BlockFunction<Integer> shaky =
        (slice, items) -> {
          if (slice.block().index() == 1 && ATTEMPTS.incrementAndGet() <= 2) {
            throw new IllegalStateException("lost on purpose");
          }
          double[] values = new double[slice.block().size()];
          items.forEach(i -> values[i] = slice.data());
          return List.of(new Column.Doubles(values));
        };
    try (Engine engine = SparkEngine.open(SparkSettings.ofSpark().withMaster("local[2,4]"))) {
      AtomicInteger received = new AtomicInteger();
      engine.map(ItemTask.of(shaky), slices, outcome -> received.incrementAndGet());
      assertEquals(3, received.get());
      assertEquals(new Incidents(2, 0), engine.incidents());
      engine.map(ItemTask.of(shaky), slices, outcome -> {});
      assertEquals(new Incidents(2, 0), engine.incidents());
      assertEquals(4, ATTEMPTS.get());
    }
  }
}
