package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Blocks that are put together, taken apart and mended. */
class MergedTest {

  /** A block from an item on, item i of which is 10 i and odd or not, and takes i / 4 seconds. */
  private static Outcome outcome(long first, int size, boolean timed, Effort effort, long... fail) {
    long[] tens = new long[size];
    boolean[] odd = new boolean[size];
    float[] seconds = new float[size];
    for (int i = 0; i < size; i++) {
      tens[i] = 10 * (first + i);
      odd[i] = (first + i) % 2 == 1;
      seconds[i] = (first + i) / 4f;
    }
    List<Failure> failures = LongStream.of(fail).mapToObj(MergedTest::failure).toList();
    return new Outcome(
        new Block(3, first, size),
        new BlockResult(
            List.of(new Column.Longs(tens), new Column.Booleans(odd)),
            failures,
            timed ? ItemTimes.of(seconds) : ItemTimes.NONE),
        effort);
  }

  private static Outcome outcome(long first, int size, long... fail) {
    return outcome(first, size, true, new Effort(1, "here", 100), fail);
  }

  private static Failure failure(long item) {
    return new Failure(item, "lab.Odd", "why");
  }

  private static long[] tens(Outcome outcome) {
    return ((Column.Longs) outcome.result().columns().get(0)).values();
  }

  private static boolean[] odd(Outcome outcome) {
    return ((Column.Booleans) outcome.result().columns().get(1)).values();
  }

  private static List<Long> failed(Outcome outcome) {
    return outcome.result().failures().stream().map(Failure::item).toList();
  }

  @Test
  void adjacentBlocksAreOne() {
    Outcome joined = Merged.joined(List.of(outcome(4, 2, 5), outcome(6, 3, 6, 8)));
    assertEquals(new Block(3, 4, 5), joined.block());
    assertArrayEquals(new long[] {40, 50, 60, 70, 80}, tens(joined));
    assertArrayEquals(new boolean[] {false, true, false, true, false}, odd(joined));
    assertEquals(List.of(5L, 6L, 8L), failed(joined));
    assertEquals(2f, joined.result().times().seconds(4));
    assertEquals(new Effort(2, "here", 100), joined.effort());
  }

  @Test
  void theEffortOfSeveralIsTheirSumFromTheFirstOn() {
    Effort here = new Effort(1, "here", 100);
    Effort there = new Effort(2.5, "there", 99);
    assertEquals(new Effort(3.5, "several", 99), Merged.effort(List.of(here, there)));
    assertEquals(new Effort(3, "here", 100), Merged.effort(List.of(here, here, here)));
  }

  @Test
  void aPartHasItsItemsAndNoOthers() {
    Outcome whole = outcome(4, 6, 4, 6, 7, 9);
    Outcome part = Merged.part(whole, 6, 8);
    assertEquals(new Block(3, 6, 2), part.block());
    assertArrayEquals(new long[] {60, 70}, tens(part));
    assertEquals(List.of(6L, 7L), failed(part));
    assertEquals(1.5f, part.result().times().seconds(0));
    assertEquals(whole.effort(), part.effort());
    assertEquals(List.of(9L), failed(Merged.part(whole, 8, 100)));
    assertEquals(new Block(3, 8, 2), Merged.part(whole, 8, 100).block());
    assertEquals(List.of(4L), failed(Merged.part(whole, 4, 6)));
  }

  /** Amends items 5, 9, 10, which are then -5, -9, -10, and take 50, 90 and 100 seconds. */
  private static TreeMap<Long, Outcome> amended(
      boolean before, boolean now, List<Failure> again, List<Outcome> kept) {
    MemoryStore store = new MemoryStore();
    kept.forEach(store::add);
    float[] seconds = {50, 90, 100};
    BlockResult better =
        new BlockResult(
            List.of(
                new Column.Longs(new long[] {-5, -9, -10}),
                new Column.Booleans(new boolean[] {false, false, true})),
            again,
            now ? ItemTimes.of(seconds) : ItemTimes.NONE);
    store.amend(new long[] {5, 9, 10}, better);
    TreeMap<Long, Outcome> amended = new TreeMap<>();
    store.forEach(outcome -> amended.put(outcome.block().first(), outcome));
    assertEquals(before || now, amended.get(4L).result().times().areKnown());
    return amended;
  }

  private static List<Outcome> three(boolean timed) {
    Effort effort = new Effort(7, "there", 50);
    return List.of(
        outcome(4, 3, timed, effort, 4, 5),
        outcome(7, 3, timed, effort, 9),
        outcome(10, 3, timed, effort, 10, 12));
  }

  @Test
  void singleItemsAreReplacedInTheBlocksTheyAreIn() {
    TreeMap<Long, Outcome> store = amended(true, true, List.of(failure(9)), three(true));
    assertArrayEquals(new long[] {40, -5, 60}, tens(store.get(4L)));
    assertArrayEquals(new long[] {70, 80, -9}, tens(store.get(7L)));
    assertArrayEquals(new long[] {-10, 110, 120}, tens(store.get(10L)));
    assertArrayEquals(new boolean[] {true, true, false}, odd(store.get(10L)));
    assertArrayEquals(new boolean[] {false, false, false}, odd(store.get(4L)));
    assertEquals(List.of(4L), failed(store.get(4L)));
    assertEquals(List.of(9L), failed(store.get(7L)));
    assertEquals(List.of(12L), failed(store.get(10L)));
    assertEquals(50, store.get(4L).result().times().seconds(1));
    assertEquals(1.5f, store.get(4L).result().times().seconds(2));
    assertEquals(100, store.get(10L).result().times().seconds(0));
    assertEquals(new Effort(7, "there", 50), store.get(7L).effort());
    assertEquals(new Block(3, 7, 3), store.get(7L).block());
  }

  @Test
  void failuresGoToTheBlockTheyAreInAtItsEndsToo() {
    List<Failure> all = List.of(failure(5), failure(9), failure(10));
    TreeMap<Long, Outcome> store = amended(true, true, all, three(true));
    assertEquals(List.of(4L, 5L), failed(store.get(4L)));
    assertEquals(List.of(9L), failed(store.get(7L)));
    assertEquals(List.of(10L, 12L), failed(store.get(10L)));
  }

  @Test
  void aTimeThatIsNotKnownIsNone() {
    TreeMap<Long, Outcome> late = amended(false, true, List.of(), three(false));
    assertTrue(Float.isNaN(late.get(4L).result().times().seconds(0)));
    assertEquals(50, late.get(4L).result().times().seconds(1));
    TreeMap<Long, Outcome> early = amended(true, false, List.of(), three(true));
    assertEquals(1, early.get(4L).result().times().seconds(0));
    assertTrue(Float.isNaN(early.get(4L).result().times().seconds(1)));
    TreeMap<Long, Outcome> never = amended(false, false, List.of(), three(false));
    assertFalse(never.get(10L).result().times().areKnown());
  }
}
