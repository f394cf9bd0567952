package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ItemLoopTest {

  private static ItemLoop loop(Block block) {
    return loop(block, ItemLimits.NONE);
  }

  private static ItemLoop loop(Block block, ItemLimits limits) {
    return new ItemLoop(block, new ItemWatch(limits, Map.of()), true);
  }

  private static List<Failure> failures(ItemLoop loop) {
    return loop.result(List.of()).failures();
  }

  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @Test
  void whatThrowsIsRecordedAndTheRestIsDone() {
    boolean[] done = new boolean[10];
    ItemLoop loop = loop(new Block(3, 100, 10));
    loop.forEach(
        i -> {
          if (i == 2) {
            throw new java.io.IOException("no such\n  file");
          }
          if (i == 5) {
            throw new NullPointerException();
          }
          if (i == 7) {
            endless(0);
          }
          done[i] = true;
        });
    List<Failure> failures = failures(loop);
    assertEquals(new Failure(102, "java.io.IOException", "no such", "  file"), failures.get(0));
    assertEquals(new Failure(105, "java.lang.NullPointerException", ""), failures.get(1));
    assertEquals(107, failures.get(2).item());
    assertEquals(3, failures.size());
    assertTrue(done[0] && done[1] && done[3] && done[9]);
  }

  @Test
  void anInterruptEndsTheBlock() {
    ItemLoop loop = loop(new Block(0, 0, 3));
    assertThrows(
        CancellationException.class,
        () ->
            loop.forEach(
                i -> {
                  throw new InterruptedException();
                }));
    assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
    assertEquals(List.of(), failures(loop));
  }

  @Test
  void memoryThatRunsOutIsNotAnItemsFault() {
    ItemLoop loop = loop(new Block(0, 0, 1));
    EngineException e =
        assertThrows(
            EngineException.class,
            () ->
                loop.forEach(
                    i -> {
                      throw new OutOfMemoryError("pretended");
                    }));
    assertEquals("slice 0, item 0 ran out of memory: pretended", e.getMessage());
  }

  @Test
  void thereIsNoResultWithoutAPassOverAllItems() {
    ItemLoop loop = loop(new Block(3, 100, 10));
    String message =
        assertThrows(IllegalStateException.class, () -> loop.result(List.of())).getMessage();
    assertEquals("the function of slice 3 did not go through its items", message);
    loop.forEach(i -> {});
    List<Column> less = List.of(new Column.Doubles(new double[9]));
    message = assertThrows(IllegalStateException.class, () -> loop.result(less)).getMessage();
    assertEquals("slice 3 has 9 results of 10", message);
  }

  /** Else one pass would forget the failures of the other. */
  @Test
  void thereIsOnePassUnlessTheFirstIsForgotten() {
    ItemLoop loop = loop(new Block(0, 0, 4), ItemLimits.NONE.withFailures(1));
    loop.forEach(
        i -> {
          throw new ArithmeticException("first");
        });
    assertEquals(2, failures(loop).size());
    assertThrows(IllegalStateException.class, () -> loop.forEach(i -> {}));
    assertThrows(IllegalStateException.class, () -> loop.forEachPiece(2, (from, to) -> {}));
    loop.again();
    assertThrows(IllegalStateException.class, () -> loop.result(List.of()));
    loop.forEach(i -> {});
    double[] values = {1, 2, 3, 4};
    BlockResult result = loop.result(List.of(new Column.Doubles(values)));
    assertEquals(List.of(), result.failures());
    assertEquals(4, result.size());
  }

  /** What an item stored before it failed is not in the result, nor changed where it was stored. */
  @Test
  void entriesOfItemsThatFailedAreZeroInACopy() {
    ItemLoop loop = loop(new Block(0, 0, 3));
    double[] values = new double[3];
    loop.forEach(
        i -> {
          values[i] = 7;
          if (i == 1) {
            throw new ArithmeticException("after it stored something");
          }
        });
    BlockResult result = loop.result(List.of(new Column.Doubles(values)));
    assertArrayEquals(new double[] {7, 0, 7}, ((Column.Doubles) result.columns().get(0)).values());
    assertArrayEquals(new double[] {7, Double.NaN, 7}, result.doubles(0, new Block(0, 0, 3)));
    assertArrayEquals(new double[] {7, 7, 7}, values);
  }

  @Test
  void piecesAreSideBySideAndAPieceThatThrowsFailsItsItems() {
    ItemLoop loop = loop(new Block(3, 100, 10));
    List<List<Integer>> pieces = new ArrayList<>();
    loop.forEachPiece(
        4,
        (from, to) -> {
          pieces.add(List.of(from, to));
          if (from == 4) {
            throw new ArithmeticException("second piece");
          }
        });
    assertEquals(List.of(List.of(0, 4), List.of(4, 8), List.of(8, 10)), pieces);
    BlockResult result = loop.result(List.of(new Column.Longs(new long[10])));
    assertEquals(
        List.of(104L, 105L, 106L, 107L), result.failures().stream().map(Failure::item).toList());
    assertFalse(result.times().areKnown());
  }

  @Test
  void theBlockEndsInThePieceThatFailsOnceTooOften() {
    ItemLoop loop = loop(new Block(0, 0, 10), ItemLimits.NONE.withFailures(2));
    loop.forEachPiece(
        4,
        (from, to) -> {
          if (from == 4) {
            throw new ArithmeticException("second piece");
          }
        });
    BlockResult result = loop.result(List.of(new Column.Longs(new long[10])));
    assertEquals(7, result.size(), "up to the third failure");
    assertEquals(3, result.failures().size());
  }

  @Test
  void anInterruptEndsTheBlockBetweenTwoPieces() {
    ItemLoop loop = loop(new Block(0, 0, 10));
    List<Integer> begun = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () ->
            loop.forEachPiece(
                4,
                (from, to) -> {
                  begun.add(from);
                  Thread.currentThread().interrupt();
                }));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(0), begun);
  }

  @Test
  void everyItemFailsOfWhatThrowsForTheWholeBlock() {
    ItemLoop loop = loop(new Block(0, 5, 3));
    loop.forEachAfter(
        () -> {
          throw new java.io.IOException("no array");
        },
        i -> {
          throw new AssertionError("no item is tried");
        });
    assertEquals(
        List.of(
            new Failure(5, "java.io.IOException", "no array"),
            new Failure(6, "java.io.IOException", "no array"),
            new Failure(7, "java.io.IOException", "no array")),
        failures(loop));
  }

  @Test
  void aThreadSaysWhichItemItIsAt() {
    Thread here = Thread.currentThread();
    assertEquals(Optional.empty(), ItemThreads.at(here));
    ItemLoop inner = loop(new Block(9, 50, 2));
    List<String> heard = new ArrayList<>();
    loop(new Block(3, 100, 10))
        .forEach(
            i -> {
              if (i == 4) {
                inner.forEach(k -> heard.add(ItemThreads.at(here).orElseThrow()));
                heard.add(ItemThreads.at(here).orElseThrow());
              }
            });
    assertEquals(List.of("slice 9, item 50", "slice 9, item 51", "slice 3, item 104"), heard);
    assertEquals(Optional.empty(), ItemThreads.at(here));
  }

  /** Such as a bootstrap within each item of a study of its coverage. */
  @Test
  void aLoopWithinAnItemHasLimitsOfItsOwn() {
    BlockFunction<Integer> inner =
        (slice, items) -> {
          items.forEach(i -> Thread.sleep(1));
          return List.of();
        };
    BlockFunction<Integer> outer =
        (slice, items) -> {
          items.forEach(i -> ItemTask.of(inner).result(new Slice<>(new Block(0, 0, 20), 0)));
          return List.of();
        };
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofSeconds(20));
    BlockResult result =
        new ItemTask<>(outer, limits, true).result(new Slice<>(new Block(0, 0, 3), 0));
    assertEquals(List.of(), result.failures());
    for (int i = 0; i < 3; i++) {
      assertTrue(result.times().seconds(i) > 0.02, "item " + i);
    }
  }

  /** An interrupt that came before the block ends it before its first item. */
  @Test
  void anInterruptThatWasThereBeforeEndsTheBlockBeforeItBegins() {
    List<ItemLoop.Body> none = new ArrayList<>();
    ItemLoop.Body body = i -> none.add(null);
    for (int way = 0; way < 3; way++) {
      ItemLoop loop = loop(new Block(3, 100, 2));
      int which = way;
      Thread.currentThread().interrupt();
      CancellationException e =
          assertThrows(
              CancellationException.class,
              () -> {
                switch (which) {
                  case 0 -> loop.forEach(body);
                  case 1 -> loop.forEachAfter(() -> none.add(null), body);
                  default -> loop.forEachPiece(2, (from, to) -> none.add(null));
                }
              });
      assertTrue(Thread.interrupted());
      assertEquals("interrupted before slice 3, item 100", e.getMessage());
    }
    assertEquals(List.of(), none);
  }

  @Test
  void anInterruptInAnItemEndsTheBlockThere() {
    ItemLoop loop = loop(new Block(3, 100, 9));
    List<Integer> begun = new ArrayList<>();
    CancellationException e =
        assertThrows(
            CancellationException.class,
            () ->
                loop.forEach(
                    i -> {
                      begun.add(i);
                      if (i == 2) {
                        Thread.currentThread().interrupt();
                      }
                    }));
    assertTrue(Thread.interrupted());
    assertEquals("interrupted in slice 3, item 102", e.getMessage());
    assertEquals(List.of(0, 1, 2), begun);
  }

  @Test
  void eachItemHasItsTimeAndAllOfThemNotMoreThanThereWas() {
    ItemLoop loop = loop(new Block(0, 0, 3));
    long begun = System.nanoTime();
    loop.forEach(i -> Thread.sleep(i == 1 ? 0 : 15 * (i + 1)));
    double most = (System.nanoTime() - begun) * 1e-9;
    ItemTimes times = loop.result(List.of()).times();
    assertTrue(times.seconds(0) > 0.014 && times.seconds(2) > 0.044);
    assertTrue(times.seconds(0) + times.seconds(1) + times.seconds(2) <= most * 1.0001);
  }

  @Test
  void aColumnOfItemsThatAllHaveAResultIsNotCopied() {
    ItemLoop loop = loop(new Block(0, 0, 3));
    loop.forEach(i -> {});
    Column column = new Column.Longs(new long[3]);
    assertSame(column, loop.result(List.of(column)).columns().get(0));
  }
}
