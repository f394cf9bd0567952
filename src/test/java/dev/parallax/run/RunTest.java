package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.Workload.Pass;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Scatter;
import dev.parallax.model.ElementFunction;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says, and what its runner asks of the engine. */
class RunTest {
  @TempDir Path folder;

  private static Runner serial() {
    return Runner.on(new SequentialEngine());
  }

  private static Runner watched(int cores, List<String> asked) {
    return Runner.on(new Watching(new SequentialEngine(), cores, asked));
  }

  @Test
  void wholeNumbersAreGatheredAsSuch() {
    ElementFunction.ToLong function = (element, random) -> 3 * element + (1L << 60);
    ArrayMap map = ArrayMap.of(function, IntegerArray.range(0, 7));
    Run run = serial().withSlices(3).run(map);
    String name = map.responses().get(0).name();
    long[] right = new long[7];
    Arrays.setAll(right, i -> 3L * i + (1L << 60));
    assertArrayEquals(right, run.longs(name));
    String message =
        assertThrows(IllegalArgumentException.class, () -> run.booleans(name)).getMessage();
    assertEquals("response '" + name + "' is LONG", message);
  }

  @Test
  void eachItemHasItsStatus() {
    Run run = serial().withSlices(3).run(new Squares(22));
    ItemStatus[] statuses = run.statuses();
    for (int i = 0; i < 22; i++) {
      assertEquals(i == 10 || i == 20 ? ItemStatus.FAILED : ItemStatus.OK, statuses[i]);
    }
    assertEquals(22, statuses.length);
  }

  @Test
  void aRunThatIsClosedHoldsNothing() {
    Path blocks = folder.resolve("blocks");
    Run run = serial().run(new Squares(5), new DiskStore(blocks));
    assertTrue(Files.exists(blocks));
    run.close();
    assertFalse(Files.exists(blocks));
  }

  @Test
  void aCyclicStoreIsClosedWithWhatItIsMadeOf() {
    Path blocks = folder.resolve("blocks");
    DiskStore store = new DiskStore(blocks);
    Runner cyclic = serial().withSlices(2).withScatter(Scatter.CYCLIC);
    Run run = cyclic.run(new Squares(5), store);
    assertEquals(new CyclicOrder(2, 5), run.store().cyclic().orElseThrow());
    CyclicOrder other = new CyclicOrder(1, 1);
    assertThrows(IllegalStateException.class, () -> run.store().keepCyclic(other));
    run.close();
    assertFalse(Files.exists(blocks));
  }

  @Test
  void aRunWithTheSerialTimeIsTheSameRun() {
    Run run = serial().withSlices(2).run(new Squares(12));
    Run compared = run.withSerialSeconds(7);
    assertEquals(7, compared.timing().serial().orElseThrow());
    assertEquals(7 / run.timing().wall(), compared.timing().speedup().orElseThrow());
    assertEquals(run.digest(), compared.digest());
    assertEquals(run.slices(), compared.slices());
    assertEquals(run.failed(), compared.failed());
  }

  @Test
  void itemsOfAPassHaveItsTimeAndItsResults() {
    long begun = System.nanoTime();
    Run run = serial().withSlices(3).run(new Passed(new Squares(12)));
    double most = (System.nanoTime() - begun) * 1e-9;
    Timing timing = run.timing();
    assertEquals(12, timing.work().items());
    assertTrue(timing.wall() > 0 && timing.wall() <= most, () -> timing.wall() + "/" + most);
    double sum = run.slices().stream().mapToDouble(SliceReport::seconds).sum();
    assertEquals(sum, timing.items(), 1e-12);
    assertEquals(sum, timing.work().seconds(), 1e-12);
    assertTrue(sum > 0);
    assertEquals(121 + 1, run.doubles("square")[11]);
  }

  @Test
  void itemsThatFailedAreTriedAgainInSixteenSlicesPerCore() {
    List<String> asked = new ArrayList<>();
    Store store = new MemoryStore();
    watched(2, asked).withSlices(5).run(new Squares(1000), store);
    asked.clear();
    Run run = watched(2, asked).retryFailed(new Squares(1000), store);
    assertEquals(List.of("map 32"), asked);
    assertEquals(1, run.incidents().retriedSlices(), "what went wrong in the retry counts");
    asked.clear();
    Run again = watched(2, asked).retryFailed(new Squares(9), filled(9));
    assertEquals(List.of(), asked, "nothing has failed");
    assertEquals(0, again.incidents().retriedSlices());
    assertEquals(Timing.Work.NONE, again.timing().work());
  }

  private static Store filled(long items) {
    Store store = new MemoryStore();
    serial().withSlices(1).run(new Squares(items), store);
    return store;
  }

  @Test
  void asManyFailuresAsAreAllowedAreNotTooMany() {
    Runner runner = serial().withSlices(4).withLimits(ItemLimits.NONE.withFailures(3));
    assertEquals(3, runner.run(new Squares(31)).failed());
    assertThrows(TooManyFailures.class, () -> runner.run(new Squares(41)));
  }

  @Test
  void theEngineIsReadyBeforeTheFirstSlice() {
    List<String> asked = new ArrayList<>();
    watched(3, asked).withSlices(4).run(new Squares(20));
    assertEquals(List.of("ready", "map 4"), asked);
    asked.clear();
    watched(1, asked).run(new Squares(16));
    assertEquals(List.of("ready", "map 16"), asked, "few items are a slice each");
  }

  @Test
  void itemsThatGetFasterAreTriedAgainBesideNoStart() {
    List<String> asked = new ArrayList<>();
    watched(1, asked).run(new Foreseen(new Squares(40), true, asked));
    assertEquals(List.of("foreseen", "ready", "ready", "map 1"), asked);
    asked.clear();
    watched(1, asked).run(new Foreseen(new Squares(40), false, asked));
    assertEquals(List.of("foreseen", "ready", "map 1"), asked);
  }

  /** What is warm was at work for two seconds, and the engine had a slice for each core. */
  @Test
  void aLongJobIsTriedForTwoSecondsAndInASliceForEachCore() {
    List<String> asked = new ArrayList<>();
    long begun = System.nanoTime();
    double seconds = watched(3, asked).tried(new Squares(100), 0);
    assertTrue((System.nanoTime() - begun) * 1e-9 > 1.99);
    assertTrue(seconds > 0 && seconds < 1, seconds + " s");
    assertEquals(List.of("map 3"), asked);
    asked.clear();
    watched(3, asked).tried(new Squares(2), 0);
    assertEquals(List.of("map 2"), asked);
  }

  @Test
  void aShortJobIsTriedByPilotsAlone() {
    List<String> asked = new ArrayList<>();
    assertTrue(watched(3, asked).tried(new Squares(100), 1) < 1);
    assertEquals(List.of(), asked);
  }

  /** Squares that come from a pass over other squares, each one more. */
  private record Passed(Squares squares) implements Plain {
    @Override
    public Optional<Pass<?>> pass() {
      return Optional.of(new OneMore());
    }
  }

  private record OneMore() implements Pass<Integer> {
    @Override
    public String name() {
      return "one-more";
    }

    @Override
    public Workload<Integer> over(long[] items) {
      return new Squares(items.length);
    }

    @Override
    public BlockResult results(long[] items, Iterable<Outcome> pass) {
      double[] more = new double[items.length];
      boolean[] even = new boolean[items.length];
      for (Outcome outcome : pass) {
        for (int i = 0; i < outcome.block().size(); i++) {
          more[(int) outcome.block().item(i)] = 1 + outcome.result().columns().get(0).number(i);
        }
      }
      return new BlockResult(
          List.of(new Column.Doubles(more), new Column.Booleans(even)), List.of());
    }
  }

  /** Squares that say when they are told how long they take. */
  private record Foreseen(Squares squares, boolean faster, List<String> asked) implements Plain {
    @Override
    public boolean foreseen(double seconds) {
      asked.add("foreseen");
      return faster;
    }
  }

  /** Squares, but for what it changes. */
  private interface Plain extends Workload<Integer> {
    Squares squares();

    @Override
    default String name() {
      return squares().name();
    }

    @Override
    default long items() {
      return squares().items();
    }

    @Override
    default long seed() {
      return squares().seed();
    }

    @Override
    default List<Response> responses() {
      return squares().responses();
    }

    @Override
    default BlockFunction<Integer> function() {
      return squares().function();
    }

    @Override
    default Integer data(Block block) {
      return squares().data(block);
    }
  }

  @Test
  void aRunIsMadeOfItsWorkload() {
    Run run = serial().run(new Squares(3));
    assertEquals(Set.of("square", "even"), run.responses().keySet());
    assertEquals("serial", run.master());
  }
}
