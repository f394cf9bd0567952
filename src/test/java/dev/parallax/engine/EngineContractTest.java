package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
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

/** What every engine promises, held against the serial one and Spark on 1, 2 and 5 cores. */
class EngineContractTest {
  private static final String[] MASTERS = {"serial", "local[1]", "local[2]", "local[5]"};

  /** Static, so that waiting tasks in this process can be let go. */
  private static volatile CountDownLatch started = new CountDownLatch(1);

  private static Engine open(String master) {
    return master.equals("serial")
        ? new SequentialEngine()
        : SparkEngine.open(SparkSettings.ofSpark().withMaster(master));
  }

  static String[] masters() {
    return MASTERS;
  }

  private static BlockResult squares(Slice<long[]> slice) {
    double[] squares = new double[slice.block().size()];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (double) slice.data()[i] * slice.data()[i];
    }
    return new BlockResult(List.of(new Column.Doubles(squares)), List.of());
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
            EngineContractTest::squares,
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
          EngineContractTest::squares,
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
          slice -> {
            throw new IllegalStateException("broken on purpose");
          };
      RuntimeException e =
          assertThrows(
              RuntimeException.class, () -> engine.map(broken, slices(4, 2), outcome -> {}));
      assertTrue(e.getMessage().contains("broken on purpose"), e.getMessage());
      AtomicInteger blocks = new AtomicInteger();
      engine.map(EngineContractTest::squares, slices(4, 2), outcome -> blocks.incrementAndGet());
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
                  EngineContractTest::squares,
                  slices(4, 4),
                  outcome -> {
                    throw new ArithmeticException("full");
                  }));
    }
  }

  @ParameterizedTest
  @CsvSource({"serial, 100", "serial, 1", "local[2], 100", "local[2], 1"})
  void cancellingEndsTheMapSoonAlsoInsideASlice(String master, int parts)
      throws InterruptedException {
    started = new CountDownLatch(1);
    try (Engine engine = open(master)) {
      BlockFunction<long[]> slow =
          slice -> {
            started.countDown();
            ItemLoop loop = new ItemLoop(slice.block());
            loop.forEach(i -> TimeUnit.MILLISECONDS.sleep(20));
            return squares(slice);
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
          CancellationException.class, () -> engine.map(slow, slices(400, parts), outcome -> {}));
      canceller.join();
      assertFalse(Thread.currentThread().isInterrupted(), "the interrupt is not for the caller");
      assertThrows(
          CancellationException.class,
          () -> engine.map(EngineContractTest::squares, slices(4, 2), outcome -> {}));
    }
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
