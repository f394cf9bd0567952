package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.ItemStatus;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  @TempDir Path folder;

  private static Runner serial() {
    return Runner.on(new SequentialEngine());
  }

  @Test
  void gatheringIsTheInverseOfScatteringForAnyNumberOfSlices() {
    for (int items : new int[] {0, 1, 2, 9}) {
      for (int slices : new int[] {1, 2, 3, 7, 100}) {
        Run run = serial().withSlices(slices).run(new Squares(items));
        double[] expected = new double[items];
        java.util.Arrays.setAll(expected, i -> (double) i * i);
        assertArrayEquals(expected, run.doubles("square"));
        assertEquals(Math.min(items, slices), run.slices().size());
      }
    }
  }

  @Test
  void theDigestIsOfTheBitsInItemOrderThenTheFailedItems() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    ByteBuffer bytes = ByteBuffer.allocate(12 * 16 + 8);
    for (long i = 0; i < 12; i++) {
      boolean fails = i == 10;
      bytes.putDouble(fails ? 0 : (double) i * i).putLong(fails || i % 2 == 1 ? 0 : 1);
    }
    bytes.putLong(10);
    String expected = HexFormat.of().formatHex(sha.digest(bytes.array()));
    for (int slices : new int[] {1, 5, 12}) {
      assertEquals(expected, serial().withSlices(slices).run(new Squares(12)).digest());
    }
    assertEquals(expected, serial().run(new Squares(12)).digest());
  }

  @Test
  void failuresAreCountedShownAndLeftOutOfTheSummaries() {
    Run run = serial().withSlices(3).run(new Squares(1000));
    assertEquals(99, run.failed());
    assertEquals(10, run.firstFailures().size());
    assertEquals("ArithmeticException: ten", run.firstFailures().get(0).text());
    assertEquals(901, run.responses().get("square").count());
    assertTrue(Double.isNaN(run.doubles("square")[10]));
    ColumnSummary even = run.selected().get("even");
    assertEquals(401, even.count());
    assertEquals(0L, even.min());
    assertEquals(998L, even.max());
  }

  @Test
  void blocksOnDiskAreTheSameAsInMemory() {
    Squares squares = new Squares(1234);
    String inMemory = serial().withSlices(7).run(squares).digest();
    try (Store store = new DiskStore(folder.resolve("blocks"))) {
      Run run = serial().withSlices(7).run(squares, store);
      assertEquals(inMemory, run.digest());
      assertEquals(123, run.failed());
      assertEquals(7, run.slices().size());
    }
    assertFalse(Files.exists(folder.resolve("blocks")));
  }

  @Test
  void aRunGoesOnFromTheBlocksThatAreThere() throws IOException {
    Squares squares = new Squares(1000);
    Path blocks = folder.resolve("blocks");
    String whole = serial().run(squares).digest();
    serial().withSlices(10).run(squares, new DiskStore(blocks));
    List<Path> kept;
    try (Stream<Path> files = Files.list(blocks)) {
      kept = files.sorted().toList();
    }
    Files.delete(kept.get(0));
    Files.delete(kept.get(4));
    Files.delete(kept.get(9));
    List<Outcome> computed = new ArrayList<>();
    DiskStore store = new DiskStore(blocks);
    double[] before = new double[1000];
    for (Outcome outcome : store) {
      for (int i = 0; i < outcome.block().size(); i++) {
        before[(int) outcome.block().item(i)] = outcome.result().times().seconds(i);
      }
    }
    Store watched = new Watched(store, computed);
    Run run = serial().withSlices(3).run(squares, watched);
    assertEquals(whole, run.digest());
    assertEquals(300, computed.stream().mapToInt(o -> o.block().size()).sum());
    for (int i = 0; i < before.length; i++) {
      boolean again = i < 100 || i >= 400 && i < 500 || i >= 900;
      assertTrue(again || before[i] == run.seconds()[i], "item " + i);
    }
    for (SliceReport slice : run.slices()) {
      boolean now = computed.stream().anyMatch(o -> o.block().first() == slice.block().first());
      assertEquals(now, slice.began() >= 0, "those of the earlier run began before this one");
    }
  }

  @Test
  void onlyItemsThatFailedAreTriedAgain() {
    List<Long> tried = Collections.synchronizedList(new ArrayList<>());
    Squares squares = new Squares(95);
    Store store = new DiskStore(folder.resolve("blocks"));
    assertEquals(9, serial().withSlices(4).run(squares, store).failed());
    double[] before = serial().run(squares, store).seconds();
    Run mended = serial().retryFailed(Changed.mended(squares, tried), store);
    for (int i = 0; i < before.length; i++) {
      double now = mended.seconds()[i];
      assertTrue(i > 0 && i % 10 == 0 ? Changed.isSlow(now) : before[i] == now, "item " + i);
    }
    assertEquals(0, mended.tally().slowest().orElseThrow().item() % 10);
    assertEquals(95, mended.tally().count(ItemStatus.OK));
    assertEquals(List.of(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L), tried);
    assertEquals(0, mended.failed());
    assertEquals(8100, mended.doubles("square")[90]);
    assertEquals(8281, mended.doubles("square")[91]);
    Store memory = new MemoryStore();
    serial().withSlices(3).run(squares, memory);
    tried.clear();
    assertEquals(
        mended.digest(),
        serial().withSlices(2).retryFailed(Changed.mended(squares, tried), memory).digest());
    assertEquals(9, tried.size());
  }

  @Test
  void tooManyFailuresStopTheRunAndItGoesOnBehindThem() {
    Squares squares = new Squares(100);
    String whole = serial().run(squares).digest();
    for (int most : new int[] {0, 3}) {
      Store store = new DiskStore(folder.resolve("blocks" + most));
      List<Failure> heard = new ArrayList<>();
      Runner runner =
          serial()
              .withSlices(2)
              .withLimits(ItemLimits.NONE.withFailures(most))
              .withProgress(new Heard(heard));
      TooManyFailures e = assertThrows(TooManyFailures.class, () -> runner.run(squares, store));
      assertEquals(most == 0 ? "1 item failed" : "4 items failed", e.getMessage());
      assertEquals(most + 1, heard.size());
      assertEquals(10 * most + 11, store.blocks().get(0).size(), "up to the one too many");
      assertEquals(whole, serial().run(squares, store).digest());
    }
  }

  /** Remembers failures. */
  private record Heard(List<Failure> failures) implements Progress {
    @Override
    public void started(long items) {}

    @Override
    public void done(long items) {}

    @Override
    public void failed(List<Failure> more) {
      failures.addAll(more);
    }

    @Override
    public void ended() {}
  }

  @Test
  void aSlowStartIsNotTakenForSlowItems() {
    Squares squares = new Squares(100_000);
    BlockFunction<Integer> warm = squares.function();
    AtomicBoolean cold = new AtomicBoolean(true);
    Workload<Integer> job =
        new Changed(
            squares,
            (slice, items) -> {
              if (cold.getAndSet(false)) {
                LockSupport.parkNanos(50_000_000); // as long as loading classes takes
              }
              return warm.apply(slice, items);
            });
    ItemTask<Integer> task = ItemTask.of(job.function());
    assertTrue(Pilot.secondsPerItem(job, task, 0, 0.02) < 0.01);
  }

  /** Remembers what is added. */
  private record Watched(Store store, List<Outcome> added) implements Store {
    @Override
    public Store stage(String name, Workload<?> stage, Supplier<Store> temporary) {
      return store.stage(name, stage, temporary);
    }

    @Override
    public void add(Outcome outcome) {
      added.add(outcome);
      store.add(outcome);
    }

    @Override
    public void amend(long[] items, BlockResult result) {
      store.amend(items, result);
    }

    @Override
    public List<Block> blocks() {
      return store.blocks();
    }

    @Override
    public List<Effort> efforts() {
      return store.efforts();
    }

    @Override
    public Outcome part(long first, long end) {
      return store.part(first, end);
    }

    @Override
    public java.util.Iterator<Outcome> iterator() {
      return store.iterator();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Test
  void nobodyCanChangeWhatARunSays() {
    Run run = serial().run(new Squares(12));
    assertThrows(UnsupportedOperationException.class, () -> run.responses().clear());
    assertThrows(UnsupportedOperationException.class, () -> run.selected().clear());
    assertThrows(UnsupportedOperationException.class, () -> run.slices().clear());
    assertThrows(UnsupportedOperationException.class, () -> run.firstFailures().clear());
    assertEquals(List.of("square", "even"), List.copyOf(run.responses().keySet()));
  }

  @Test
  void progressHearsOfEveryItem() {
    long[] heard = new long[2];
    Progress progress =
        new Progress() {
          @Override
          public void started(long items) {
            heard[0] = items;
          }

          @Override
          public void done(long items) {
            heard[1] += items;
          }

          @Override
          public void ended() {
            assertEquals(heard[0], heard[1]);
            heard[0] = -1;
          }
        };
    serial().withSlices(4).withProgress(progress).run(new Squares(50));
    assertEquals(-1, heard[0]);
    assertEquals(50, heard[1]);
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThrows(IllegalArgumentException.class, () -> serial().withSlices(0));
    Run run = serial().run(new Squares(3));
    assertThrows(IllegalArgumentException.class, () -> run.doubles("cube"));
    assertThrows(IllegalArgumentException.class, () -> run.longs("square"), "it is DOUBLE");
  }

  @Test
  void aResponseIsGatheredAsWhatItIs() {
    Run run = serial().withSlices(3).run(new Squares(5));
    assertArrayEquals(new boolean[] {true, false, true, false, true}, run.booleans("even"));
    assertArrayEquals(new double[] {1, 0, 1, 0, 1}, run.doubles("even"));
    Run failing = serial().run(new Squares(11));
    String message =
        assertThrows(IllegalStateException.class, () -> failing.booleans("even")).getMessage();
    assertTrue(message.contains("item 10"), message);
  }

  @Test
  void timingSaysWhatItSays() {
    Timing timing = new Timing(2, 3, java.util.OptionalDouble.empty(), 2).withSerial(3.6);
    assertEquals(1.8, timing.speedup().orElseThrow());
    assertEquals(0.9, timing.efficiency().orElseThrow());
    assertEquals(0.25, timing.overhead());
  }
}
