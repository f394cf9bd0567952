package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Engine;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Scatter;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends if all of its first items fail alike. */
class FirstItemsTest {
  private static final ItemLimits SIXTEEN = ItemLimits.NONE.withFirst(16);
  private static final AtomicLong DONE = new AtomicLong();

  @TempDir Path folder;

  /** Which items fail, and of what. */
  private interface Reason extends java.io.Serializable {
    /** Why an item fails; empty if it does not. */
    String of(long item);
  }

  private static Changed failing(long items, Reason reason) {
    return new Changed(
        new Squares(items),
        (slice, loop) -> {
          int size = slice.block().size();
          loop.forEach(
              i -> {
                DONE.incrementAndGet();
                String why = reason.of(slice.block().item(i));
                if (!why.isEmpty()) {
                  throw new IllegalStateException(why);
                }
              });
          return List.of(
              new Column.Doubles(new double[size]), new Column.Booleans(new boolean[size]));
        });
  }

  private static Runner serial() {
    return Runner.on(new SequentialEngine()).withLimits(SIXTEEN);
  }

  private static TooManyFailures stopped(Runner runner, Changed job, Store store) {
    TooManyFailures e = assertThrows(TooManyFailures.class, () -> runner.run(job, store));
    assertEquals("the first 16 items failed alike", e.getMessage());
    return e;
  }

  /** What fails without any item too needs fewer to be believed. */
  @Test
  void fourAreEnoughWhereTheCodeFailsAnyway() {
    Failure none = new Failure(0, IllegalStateException.class.getName(), "row 17 is empty");
    Failure another = new Failure(0, IllegalStateException.class.getName(), "no rows");
    Changed job = failing(100, item -> "row " + item + " is empty");
    ItemTask<Integer> task = ItemTask.of(job, job.function(), SIXTEEN);
    for (int size : new int[] {1, 3, 4, 15, 16, 100}) {
      Outcome outcome = task.outcome(new Slice<>(new Block(0, 0, size), 0), "here");
      for (Optional<Failure> known : List.of(Optional.of(none), Optional.of(another))) {
        FirstItems first = FirstItems.of(SIXTEEN, 100, known);
        if (size >= (known.get() == none ? 4 : 16)) {
          TooManyFailures e = assertThrows(TooManyFailures.class, () -> first.released(outcome));
          assertEquals("the first " + Math.min(16, size) + " items failed alike", e.getMessage());
        } else {
          assertEquals(List.of(), first.released(outcome));
        }
      }
    }
  }

  @Test
  void nothingMoreIsComputedWhateverTheSlices() {
    for (int slices : new int[] {1, 2, 3, 7, 100, 5000}) {
      DONE.set(0);
      Store store = new MemoryStore();
      Changed job = failing(5000, item -> "row " + item + " is empty");
      TooManyFailures e = stopped(serial().withSlices(slices), job, store);
      assertEquals(16, DONE.get(), slices + " slices");
      assertEquals("row 0 is empty", e.alike().orElseThrow().message());
      assertEquals(List.of(), store.blocks(), "it is begun anew when it is mended");
    }
  }

  @Test
  void theTrialEndsIt() {
    DONE.set(0);
    stopped(serial(), failing(1_000_000, item -> "no"), new MemoryStore());
    assertTrue(DONE.get() <= 2 * (1 + 4 + 16), "tried " + DONE);
  }

  @Test
  void onSparkToo() {
    try (Engine engine = SparkEngine.open(SparkSettings.ofSpark().withMaster("local[2]"))) {
      for (int slices : new int[] {1, 7, 40}) {
        Runner runner = Runner.on(engine).withLimits(SIXTEEN).withSlices(slices);
        stopped(runner, failing(400, item -> "no"), new MemoryStore());
      }
    }
  }

  @Test
  void oneThatDoesNotFailOrOfAnotherReasonLetsItGoOn() {
    for (int odd : new int[] {0, 7, 15}) {
      for (int slices : new int[] {1, 3, 50}) {
        Runner runner = serial().withSlices(slices);
        Run run = runner.run(failing(50, item -> item == odd ? "" : "no"));
        assertEquals(49, run.failed(), odd + ", " + slices);
        run = runner.run(failing(50, item -> item == odd ? "yes" : "no"));
        assertEquals(50, run.failed(), odd + ", " + slices);
        String whole = Runner.on(new SequentialEngine()).run(run.workload()).digest();
        assertEquals(whole, run.digest());
      }
    }
    assertEquals(
        49, serial().run(failing(50, item -> item == 16 ? "no" : item < 1 ? "" : "no")).failed());
  }

  /** Their results are all there is: nothing would be saved. */
  @Test
  void noMoreThanSixteenItemsAreAllTried() {
    assertEquals(16, serial().withSlices(3).run(failing(16, item -> "no")).failed());
    assertEquals(1, serial().run(failing(1, item -> "no")).failed());
    stopped(serial().withSlices(3), failing(17, item -> "no"), new MemoryStore());
  }

  @Test
  void withoutTheLimitNothingIsStopped() {
    Runner runner = Runner.on(new SequentialEngine());
    assertEquals(100, runner.run(failing(100, item -> "no")).failed());
    assertEquals(
        100, runner.withLimits(SIXTEEN.withFirst(0)).run(failing(100, i -> "no")).failed());
  }

  @Test
  void whatIsMendedGoesOnFromTheBeginning() {
    Store store = new DiskStore(folder.resolve("blocks"));
    stopped(serial().withSlices(20), failing(100, item -> "no"), store);
    Run run = serial().run(failing(100, item -> ""), store);
    assertEquals(0, run.failed());
  }

  /** Of a run that goes on, the first items are done, well or not. */
  @Test
  void aRunThatGoesOnIsNotWatched() {
    Store store = new MemoryStore();
    Changed job = failing(100, item -> "no");
    Runner.on(new SequentialEngine()).withSlices(100).run(failing(8, item -> "no"), store);
    assertEquals(100, serial().run(job, store).failed());
  }

  @Test
  void itemsOutOfOrderAreWatchedByTheirIndex() {
    stopped(
        serial().withScatter(Scatter.CYCLIC).withSlices(30),
        failing(90, item -> item < 16 ? "no" : ""),
        new MemoryStore());
  }

  @Test
  void failuresAreGroupedByTheirKind() {
    LongPredicate third = item -> item % 3 == 0;
    Run run =
        Runner.on(new SequentialEngine())
            .withSlices(4)
            .run(failing(100, item -> third.test(item) ? "row " + item : item == 50 ? "lost" : ""));
    assertEquals(35, run.failed());
    FailureGroup rows = run.failures().get(0);
    assertEquals(34, rows.count());
    assertEquals("row 0", rows.first().message());
    assertEquals(false, rows.same());
    assertEquals(List.of(0L, 3L, 6L, 9L, 12L, 15L, 18L, 21L, 24L, 27L), rows.items());
    FailureGroup lost = run.failures().get(1);
    assertEquals(List.of(50L), lost.items());
    assertEquals(true, lost.same());
    assertEquals(2, run.failures().size());
  }

  @Test
  void ofMoreKindsThanCanBeToldTheFirstAreTold() {
    Run run =
        Runner.on(new SequentialEngine()).run(failing(300, item -> "a".repeat((int) item + 1)));
    assertEquals(300, run.failed());
    assertEquals(100, run.failures().size());
    assertEquals(new Block(0, 0, 300), run.store().blocks().get(0));
  }
}
