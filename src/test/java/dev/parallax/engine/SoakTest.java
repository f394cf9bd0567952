package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many small jobs in one context leave nothing behind. */
class SoakTest {
  private static final int JOBS = 1000;
  private static final int BEFORE = 300;
  private static final int ITEMS = 1000;

  /** What a job may leave: below the kilobytes that a forgotten job, broadcast or task takes. */
  private static final long BYTES_PER_JOB = 1000;

  private static void job(Engine engine, int number) {
    double[] shared = new double[ITEMS];
    shared[0] = number;
    BlockFunction<double[]> function =
        (slice, items) -> {
          double[] values = new double[slice.block().size()];
          items.forEach(i -> values[i] = shared[0]);
          return List.of(new Column.Doubles(values));
        };
    List<Slice<double[]>> slices =
        Block.split(ITEMS, 2).stream()
            .map(block -> new Slice<>(block, new double[block.size()]))
            .toList();
    AtomicLong sum = new AtomicLong();
    engine.map(
        ItemTask.of(function),
        slices,
        outcome -> sum.addAndGet((long) outcome.result().columns().get(0).number(0)));
    assertEquals(2L * number, sum.get());
  }

  private static long usedBytes() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(200); // Spark's cleaner works when the collector has
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void aThousandJobsInOneContextLeaveMemoryAndThreadsAsTheyWere() throws InterruptedException {
    try (Engine engine = SparkEngine.open(SparkSettings.ofSpark().withMaster("local[2]"))) {
      long bytes = 0;
      int threads = 0;
      for (int number = 1; number <= JOBS; number++) {
        job(engine, number);
        if (number == BEFORE) {
          bytes = usedBytes();
          threads = Thread.activeCount();
        }
      }
      long grown = usedBytes() - bytes;
      int more = Thread.activeCount() - threads;
      System.out.println("soak: " + grown + " bytes and " + more + " threads more");
      assertTrue(grown < BYTES_PER_JOB * (JOBS - BEFORE), grown + " bytes more");
      assertTrue(more <= 2, more + " threads more");
    }
  }
}
