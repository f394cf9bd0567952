package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine promises, held against the serial one, and threads and Spark on 1, 2 and 5. */
class EngineContractTest {
  private static final String[] MASTERS = {
    "serial", "threads[1]", "threads[2]", "threads[5]", "local[1]", "local[2]", "local[5]"
  };

  /** Static, so that waiting tasks in this process can be let go. */
  private static volatile CountDownLatch started = new CountDownLatch(1);

  private static Engine open(String master) {
    return master.equals("serial")
        ? new SequentialEngine()
        : ThreadEngine.named(master)
            .<Engine>map(threads -> threads)
            .orElseGet(() -> SparkEngine.open(SparkSettings.ofSpark().withMaster(master)));
  }

  static String[] masters() {
    return MASTERS;
  }

  private static final BlockTask<long[]> SQUARES = ItemTask.of(EngineContractTest::squares);

  private static List<Column> squares(Slice<long[]> slice, ItemLoop items) {
    double[] squares = new double[slice.block().size()];
    items.forEach(i -> squares[i] = (double) slice.data()[i] * slice.data()[i]);
    return List.of(new Column.Doubles(squares));
  }

  private static List<Slice<long[]>> slices(int items, int parts) {
    List<Slice<long[]>> slices = new ArrayList<>();
    for (Block block : Block.split(items, parts)) {
      long[] data = new long[block.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = block.first() + i;
      }
      slices.add(new Slice<>(block, data));
    }
    return slices;
  }

  @ParameterizedTest
  @MethodSource("masters")
  void everyBlockArrivesOnceWithItsColumnsOnTheCallingThread(String master) {
    try (Engine engine = open(master)) {
      Thread caller = Thread.currentThread();
      for (int parts : new int[] {1, 2, 7, 100}) {
        TreeMap<Integer, Outcome> arrived = new TreeMap<>();
        engine.map(
            SQUARES,
            slices(100, parts),
            outcome -> {
              assertEquals(caller, Thread.currentThread());
              assertEquals(null, arrived.put(outcome.block().index(), outcome));
            });
        assertEquals(parts, arrived.size());
        long item = 0;
        for (Outcome outcome : arrived.values()) {
          assertTrue(outcome.effort().seconds() >= 0);
          assertFalse(outcome.effort().where().isBlank());
          Column column = outcome.result().columns().get(0);
          for (int i = 0; i < column.size(); i++, item++) {
            assertEquals((double) item * item, column.number(i));
          }
        }
        assertEquals(100, item);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("masters")
  void noSlicesAreNoWork(String master) {
    try (Engine engine = open(master)) {
      engine.map(
          SQUARES,
          List.of(),
          outcome -> {
            throw new AssertionError("nothing was asked for");
          });
    }
  }

  @ParameterizedTest
  @MethodSource("masters")
  void aBlockFunctionThatThrowsEndsTheMapAndLeavesTheEngineUsable(String master) {
    try (Engine engine = open(master)) {
      BlockFunction<long[]> broken =
          (slice, items) -> {
            throw new IllegalStateException("broken on purpose");
          };
      RuntimeException e =
          assertThrows(
              RuntimeException.class,
              () -> engine.map(ItemTask.of(broken), slices(4, 2), outcome -> {}));
      assertTrue(e.getMessage().contains("broken on purpose"), e.getMessage());
      AtomicInteger blocks = new AtomicInteger();
      engine.map(SQUARES, slices(4, 2), outcome -> blocks.incrementAndGet());
      assertEquals(2, blocks.get());
    }
  }

  @ParameterizedTest
  @MethodSource("masters")
  void aReceiverThatThrowsEndsTheMap(String master) {
    try (Engine engine = open(master)) {
      assertThrows(
          ArithmeticException.class,
          () ->
              engine.map(
                  SQUARES,
                  slices(4, 4),
                  outcome -> {
                    throw new ArithmeticException("full");
                  }));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "serial, 100",
    "serial, 1",
    "threads[2], 100",
    "threads[2], 1",
    "local[2], 100",
    "local[2], 1"
  })
  void cancellingEndsTheMapSoonAlsoInsideASlice(String master, int parts)
      throws InterruptedException {
    started = new CountDownLatch(1);
    try (Engine engine = open(master)) {
      BlockFunction<long[]> slow =
          (slice, items) -> {
            started.countDown();
            items.forEach(i -> TimeUnit.MILLISECONDS.sleep(20));
            return List.of();
          };
      Thread canceller =
          new Thread(
              () -> {
                try {
                  started.await();
                } catch (InterruptedException e) {
                  return;
                }
                engine.cancel();
              });
      canceller.start();
      assertThrows(
          CancellationException.class,
          () -> engine.map(ItemTask.of(slow), slices(400, parts), outcome -> {}));
      canceller.join();
      assertFalse(Thread.currentThread().isInterrupted(), "the interrupt is not for the caller");
      assertThrows(
          CancellationException.class, () -> engine.map(SQUARES, slices(4, 2), outcome -> {}));
    }
  }

  /** Neither by a pass of its own nor by storing a value when its time is over. */
  @ParameterizedTest
  @MethodSource("masters")
  void aFunctionCannotIgnoreAnItemTimeout(String master) {
    BlockFunction<long[]> hanging =
        (slice, items) -> {
          double[] values = new double[slice.block().size()];
          items.forEach(
              i -> {
                long item = slice.block().item(i);
                try {
                  TimeUnit.MILLISECONDS.sleep(item % 4 == 2 ? 100_000 : 0);
                } catch (InterruptedException e) {
                  values[i] = -1;
                  return;
                }
                values[i] = item;
              });
          return List.of(new Column.Doubles(values));
        };
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofMillis(300));
    try (Engine engine = open(master)) {
      TreeMap<Integer, Outcome> arrived = new TreeMap<>();
      engine.map(
          new ItemTask<>(hanging, limits, false),
          slices(8, 2),
          outcome -> arrived.put(outcome.block().index(), outcome));
      for (int slice = 0; slice < 2; slice++) {
        BlockResult result = arrived.get(slice).result();
        assertEquals(4.0 * slice + 1, result.columns().get(0).number(1));
        assertEquals(0, result.columns().get(0).number(2));
        assertEquals(4.0 * slice + 3, result.columns().get(0).number(3));
        Failure failure = result.failures().get(0);
        assertEquals(4L * slice + 2, failure.item());
        assertEquals("TimeoutException: took longer than 300 ms", failure.text());
        assertEquals(1, result.failures().size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("masters")
  void aFunctionThatPassesItsLoopByHasNoResults(String master) {
    BlockFunction<long[]> without =
        (slice, items) -> List.of(new Column.Doubles(new double[slice.block().size()]));
    try (Engine engine = open(master)) {
      RuntimeException e =
          assertThrows(
              RuntimeException.class,
              () ->
                  engine.map(
                      ItemTask.of(without),
                      slices(4, 1),
                      outcome -> {
                        throw new AssertionError("no result was to be expected");
                      }));
      assertTrue(
          e.getMessage().contains("the function of slice 0 did not go through its items"),
          e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("masters")
  void aBlockEndsBehindTheFailureThatIsOneTooMany(String master) {
    BlockFunction<long[]> odd =
        (slice, items) -> {
          items.forEach(
              i -> {
                if (i % 2 == 1) {
                  throw new ArithmeticException("odd");
                }
              });
          return List.of(new Column.Longs(slice.data()));
        };
    try (Engine engine = open(master)) {
      List<Block> blocks = new ArrayList<>();
      engine.map(
          new ItemTask<>(odd, ItemLimits.NONE.withFailures(1), false),
          slices(10, 1),
          outcome -> blocks.add(outcome.block()));
      assertEquals(List.of(new Block(0, 0, 4)), blocks);
    }
  }

  /** Between two pieces of a block, and between two items that a time limit watches. */
  @ParameterizedTest
  @CsvSource({
    "serial, true",
    "serial, false",
    "threads[2], true",
    "threads[2], false",
    "local[2], true",
    "local[2], false"
  })
  void cancellingEndsABlockThatIsDoneInPiecesOrUnderATimeLimit(String master, boolean inPieces)
      throws InterruptedException {
    started = new CountDownLatch(1);
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofHours(1));
    BlockFunction<long[]> slow = inPieces ? EngineContractTest::pieces : EngineContractTest::items;
    try (Engine engine = open(master)) {
      Thread canceller =
          new Thread(
              () -> {
                try {
                  started.await();
                } catch (InterruptedException e) {
                  return;
                }
                engine.cancel();
              });
      canceller.start();
      long start = System.nanoTime();
      assertThrows(
          CancellationException.class,
          () -> engine.map(new ItemTask<>(slow, limits, true), slices(4000, 1), outcome -> {}));
      assertTrue((System.nanoTime() - start) * 1e-9 < 40, "80 seconds are ahead");
      canceller.join();
    }
  }

  /** Heeds no interrupt. */
  private static List<Column> pieces(Slice<long[]> slice, ItemLoop items) {
    items.forEachPiece(
        1,
        (from, to) -> {
          started.countDown();
          long start = System.nanoTime();
          while (System.nanoTime() - start < 20_000_000) {
            Thread.onSpinWait();
          }
        });
    return List.of();
  }

  private static List<Column> items(Slice<long[]> slice, ItemLoop items) {
    items.forEach(
        i -> {
          started.countDown();
          TimeUnit.MILLISECONDS.sleep(20);
        });
    return List.of();
  }

  @Test
  void anUnknownMasterIsNamed() {
    for (String wrong : new String[] {"lcal", "local[0]", "local[x]", "spark:/host", "", "mesos"}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> SparkSettings.ofSpark().withMaster(wrong));
      assertTrue(e.getMessage().contains("'" + wrong + "'"), e.getMessage());
    }
    assertEquals(5, SparkSettings.cores("local[5]"));
    assertEquals(5, SparkSettings.cores("local[5,3]"));
    assertEquals(1, SparkSettings.cores("local"));
  }
}
