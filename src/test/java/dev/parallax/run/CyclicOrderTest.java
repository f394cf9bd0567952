package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Engine;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Scatter;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that go to slices cyclically give what contiguous slices give. */
class CyclicOrderTest {
  @TempDir private Path folder;

  private static Runner serial() {
    return Runner.on(new SequentialEngine());
  }

  private static Runner cyclic(int slices) {
    return serial().withSlices(slices).withScatter(Scatter.CYCLIC);
  }

  @Test
  void itemsOfAPartAreSideBySide() {
    for (int items = 1; items <= 60; items++) {
      for (int parts = 1; parts <= items; parts++) {
        CyclicOrder order = new CyclicOrder(parts, items);
        List<Long> expected = new ArrayList<>();
        for (Block part : Scatter.CYCLIC.blocks(items, parts)) {
          assertTrue(order.has(part));
          for (int i = 0; i < part.size(); i++) {
            expected.add(part.item(i));
            assertEquals(part.index(), order.part(part.item(i)));
          }
        }
        List.of(0, 1, 2).forEach(k -> expected.add(expected.size() + 0L));
        List<Long> sorted =
            LongStream.range(0, items + 3)
                .boxed()
                .sorted(CyclicOrder.comparator(Optional.of(order)))
                .toList();
        assertEquals(expected, sorted);
      }
    }
  }

  @Test
  void aBlockOfTwoPartsIsNone() {
    CyclicOrder order = new CyclicOrder(3, 10);
    assertFalse(order.has(new Block(0, 0, 2)));
    assertFalse(order.has(new Block(0, 1, 4, 3)), "beyond the parts");
    assertFalse(order.has(new Block(0, 10, 2, 3)));
    assertTrue(order.has(new Block(0, 10, 2)));
    assertTrue(order.has(new Block(0, 9, 1, 3)));
    assertEquals(order, CyclicOrder.of(10, 3));
    assertEquals(new CyclicOrder(10, 10), CyclicOrder.of(10, 50));
    assertThrows(IllegalArgumentException.class, () -> CyclicOrder.of(1L << 40, 3));
    assertThrows(IllegalArgumentException.class, () -> new CyclicOrder(1, 2L * Block.MAX_SIZE));
    assertThrows(IllegalArgumentException.class, () -> new CyclicOrder(0, 2));
    assertThrows(IllegalArgumentException.class, () -> new CyclicOrder(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new CyclicOrder(3, 2));
    assertThrows(
        IllegalArgumentException.class, () -> new CyclicOrder(CyclicOrder.MOST_PARTS + 1, 1 << 20));
  }

  @Test
  void whatIsLeftOfPartsIsTheirOwn() {
    Optional<CyclicOrder> order = Optional.of(new CyclicOrder(3, 10));
    assertEquals(Scatter.CYCLIC.blocks(10, 3), Slicing.remaining(10, List.of(), 7, order));
    List<Block> done = List.of(new Block(0, 3, 1, 3), new Block(1, 1, 3, 3), new Block(2, 12, 2));
    assertEquals(
        List.of(
            new Block(0, 0, 1, 3),
            new Block(1, 6, 2, 3),
            new Block(2, 2, 3, 3),
            new Block(3, 10, 2),
            new Block(4, 14, 5),
            new Block(5, 19, 1)),
        Slicing.remaining(20, done, 4, order));
  }

  @Test
  void resultsAreInItemOrderForAnyNumberOfSlices() {
    for (int items : new int[] {0, 1, 2, 9, 100}) {
      Run block = serial().withSlices(3).run(new Squares(items));
      for (int slices : new int[] {1, 2, 3, 7, 100}) {
        Run cyclic = cyclic(slices).run(new Squares(items));
        assertEquals(block.digest(), cyclic.digest());
        assertArrayEquals(block.doubles("square"), cyclic.doubles("square"));
        assertArrayEquals(block.statuses(), cyclic.statuses());
        assertEquals(block.failed(), cyclic.failed());
        assertEquals(block.firstFailures(), cyclic.firstFailures());
        assertEquals(Scatter.CYCLIC.blocks(items, slices), blocks(cyclic));
      }
    }
  }

  private static List<Block> blocks(Run run) {
    return run.slices().stream().map(SliceReport::block).toList();
  }

  /** More than one window of them, on disk. */
  @Test
  void manyItemsAreGatheredSomeAtATime() {
    Squares squares = new Squares(1_300_000);
    String digest = serial().withSlices(1).run(squares).digest();
    Run cyclic = cyclic(5).run(squares, new DiskStore(folder.resolve("blocks")));
    assertEquals(digest, cyclic.digest());
    List<Long> starts = new ArrayList<>();
    for (Outcome outcome : cyclic.store()) {
      starts.add(outcome.block().first());
      assertEquals(1, outcome.block().step());
    }
    assertTrue(starts.size() > 1 && starts.get(0) == 0);
  }

  @Test
  void aRunThatIsStoppedGoesOnInItsOrderWhateverIsAskedForThen() throws IOException {
    Squares squares = new Squares(95);
    String whole = serial().run(squares).digest();
    for (Scatter then : Scatter.values()) {
      Path blocks = folder.resolve(then.toString());
      Runner stops = cyclic(4).withLimits(ItemLimits.NONE.withFailures(3));
      DiskStore begun = new DiskStore(blocks);
      assertThrows(TooManyFailures.class, () -> stops.run(squares, begun));
      assertEquals(95, DiskStore.end(blocks));
      DiskStore store = new DiskStore(blocks);
      assertEquals(List.of(), store.dropped());
      int before = store.blocks().stream().mapToInt(Block::size).sum();
      assertTrue(before > 0 && before < 95, "some are done: " + before);
      Run run = serial().withSlices(3).withScatter(then).run(squares, store);
      assertEquals(whole, run.digest());
      long computed =
          run.slices().stream().filter(s -> s.began() >= 0).mapToLong(s -> s.items()).sum();
      assertEquals(95 - before, computed);
      assertTrue(blocks(run).stream().allMatch(b -> b.step() == 4));
    }
  }

  @Test
  void itemsThatFailedAreTriedAgainWhereTheyAre() {
    Squares squares = new Squares(95);
    List<Long> tried = new ArrayList<>();
    for (Store store : List.of(new MemoryStore(), new DiskStore(folder.resolve("blocks")))) {
      Run run = cyclic(7).run(squares, store);
      double[] before = run.seconds();
      assertEquals(9, run.failed());
      tried.clear();
      Run mended = serial().withSlices(2).retryFailed(Changed.mended(squares, tried), store);
      assertEquals(List.of(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L), tried);
      assertEquals(0, mended.failed());
      assertEquals(95, mended.tally().count(ItemStatus.OK));
      for (int i = 0; i < 95; i++) {
        assertEquals((double) i * i, mended.doubles("square")[i]);
        double now = mended.seconds()[i];
        assertTrue(i > 0 && i % 10 == 0 ? Changed.isSlow(now) : before[i] == now, "item " + i);
      }
    }
  }

  @Test
  void aRunThatIsMadeLongerKeepsItsOrder() throws IOException {
    Path blocks = folder.resolve("blocks");
    cyclic(4).run(new Squares(50), new DiskStore(blocks));
    Run longer = cyclic(3).run(new Squares(120), new DiskStore(blocks));
    assertEquals(serial().run(new Squares(120)).digest(), longer.digest());
    assertEquals(4, longer.slices().stream().filter(slice -> slice.began() < 0).count());
    assertEquals(120, DiskStore.end(blocks));
  }

  @Test
  void whatWasBegunInBlocksGoesOnInBlocks() {
    Store store = new DiskStore(folder.resolve("blocks"));
    Squares squares = new Squares(95);
    Runner stops = serial().withSlices(4).withLimits(ItemLimits.NONE.withFailures(3));
    assertThrows(TooManyFailures.class, () -> stops.run(squares, store));
    Run run = cyclic(3).run(squares, store);
    assertEquals(serial().run(squares).digest(), run.digest());
    assertTrue(blocks(run).stream().allMatch(block -> block.step() == 1));
  }

  @Test
  void itIsTheSameOnSpark() {
    Squares squares = new Squares(1000);
    String digest = serial().run(squares).digest();
    try (Engine engine = SparkEngine.open(SparkSettings.ofSpark().withMaster("local[2]"))) {
      for (int slices : new int[] {2, 5, 64}) {
        Runner runner = Runner.on(engine).withSlices(slices).withScatter(Scatter.CYCLIC);
        assertEquals(digest, runner.run(squares).digest());
      }
      assertEquals(digest, Runner.on(engine).withScatter(Scatter.CYCLIC).run(squares).digest());
    }
  }
}
