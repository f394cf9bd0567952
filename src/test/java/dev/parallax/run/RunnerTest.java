package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    public void started(long items, long before) {}

    @Override
    public void done(long items) {}

    @Override
    public void failed(List<Failure> more) {
      failures.addAll(more);
    }

    @Override
    public void ended() {}
  }

  /** Remembers what is added. */
  private record Watched(Store store, List<Outcome> added) implements Store {
    @Override
    public Store stage(String name, Workload<?> stage, Supplier<Store> temporary) {
      return store.stage(name, stage, temporary);
    }

    @Override
    public void forgetStages() {
      store.forgetStages();
    }

    @Override
    public void add(Outcome outcome) {
      added.add(outcome);
      store.add(outcome);
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
    public Outcome read(Block block) {
      return store.read(block);
    }

    @Override
    public Optional<CyclicOrder> cyclic() {
      return store.cyclic();
    }

    @Override
    public void keepCyclic(CyclicOrder order) {
      store.keepCyclic(order);
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
          public void started(long items, long before) {
            heard[0] = items - before;
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
    Timing timing = timing(100).withSerial(3.6);
    assertEquals(1.8, timing.speedup().orElseThrow());
    assertEquals(0.9, timing.efficiency().orElseThrow());
    assertEquals(0.25, timing.overhead());
    assertEquals(50, timing.pace());
    assertEquals(OptionalDouble.empty(), timing(100).speedup());
    assertEquals(OptionalDouble.empty(), timing(100).efficiency());
  }

  /** 100 items in 2 seconds on two cores, 1.5 seconds on each. */
  private static Timing timing(long all) {
    return new Timing(all, new Timing.Work(100, 3, 2), 3, OptionalDouble.empty(), 2);
  }

  @Test
  void aPartOfTheItemsIsNotComparedWithAllOfThem() {
    Timing timing = timing(101).withSerial(3.6);
    assertEquals(OptionalDouble.of(3.6), timing.serial());
    assertEquals(OptionalDouble.empty(), timing.speedup());
    assertEquals(OptionalDouble.empty(), timing.efficiency());
    assertEquals(50, timing.pace());
    assertEquals(0.25, timing.overhead());
  }

  @Test
  void noTimeHasNoOverhead() {
    Timing none = new Timing(5, Timing.Work.NONE, 7, OptionalDouble.empty(), 2);
    assertEquals(0, none.overhead());
    Timing more = new Timing(5, new Timing.Work(5, 9, 2), 9, OptionalDouble.empty(), 2);
    assertEquals(0, more.overhead(), "clocks differ: never less than nothing");
  }

  /** Items that failed take 20 ms each when they are tried again. */
  @Test
  void theTimeOfARetryCounts() {
    Squares squares = new Squares(95);
    Store store = new MemoryStore();
    serial().withSlices(4).run(squares, store);
    List<Long> tried = Collections.synchronizedList(new ArrayList<>());
    Run again = serial().withSlices(2).retryFailed(Changed.mended(squares, tried), store);
    Timing.Work work = again.timing().work();
    assertEquals(9, work.items());
    assertTrue(work.seconds() >= 9 * 0.018, () -> "in items: " + work);
    assertTrue(again.timing().wall() >= work.seconds(), () -> "all: " + work);
    assertEquals(9 / again.timing().wall(), again.timing().pace());
  }

  @Test
  void aRunThatGoesOnHasThePaceOfWhatItComputed() {
    Squares squares = new Squares(100);
    Store store = new MemoryStore();
    Runner stops = serial().withSlices(4).withLimits(ItemLimits.NONE.withFailures(3));
    assertThrows(TooManyFailures.class, () -> stops.run(squares, store));
    long before = store.blocks().stream().mapToLong(Block::size).sum();
    assertTrue(before > 0 && before < 100);
    Run run = serial().withSlices(4).run(squares, store);
    List<SliceReport> now = run.slices().stream().filter(slice -> slice.began() >= 0).toList();
    Timing.Work work = run.timing().work();
    assertEquals(100 - before, work.items());
    assertEquals(now.stream().mapToDouble(SliceReport::seconds).sum(), work.seconds(), 1e-12);
    assertTrue(run.timing().items() > work.seconds());
    assertEquals(work.items() / work.wall(), run.timing().pace());
    assertFalse(run.timing().isWhole());
    Run nothing = serial().run(squares, store);
    assertEquals(Timing.Work.NONE, nothing.timing().work());
  }

  /** A quarter of the items is there and has failed items; the rest is computed after these. */
  @Test
  void aRetryAndTheRestAreOneRun() {
    Squares squares = new Squares(100);
    Store store = new MemoryStore();
    Runner stops = serial().withSlices(4).withLimits(ItemLimits.NONE.withFailures(1));
    assertThrows(TooManyFailures.class, () -> stops.run(squares, store));
    Block first = store.blocks().get(0);
    Run run = serial().withSlices(4).retryFailed(squares, store);
    assertEquals(100 - first.size() + 2, run.timing().work().items(), "10 and 20 failed");
    assertEquals(9, run.failed());
    SliceReport next = run.slices().get(1);
    assertTrue(next.began() >= 0);
  }

  @Test
  void aRunAfterAnotherHasTheWorkOfBoth() {
    Store store = new MemoryStore();
    Run first = serial().withSlices(2).run(new Squares(40), store);
    Run longer = serial().withSlices(2).run(new Squares(60), store);
    Timing.Work both = longer.after(first).timing().work();
    assertEquals(60, both.items());
    assertEquals(first.timing().wall() + longer.timing().wall(), both.wall());
    assertEquals(
        first.timing().work().seconds() + longer.timing().work().seconds(), both.seconds());
    assertTrue(longer.after(first).timing().isWhole());
    assertFalse(longer.timing().isWhole());
  }
}
