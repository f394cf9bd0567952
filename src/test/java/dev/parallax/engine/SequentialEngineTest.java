package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The engine that needs nothing, step by step; what all engines do is in their contract. */
class SequentialEngineTest {
  private final SequentialEngine engine = new SequentialEngine();
  private final List<String> heard = new ArrayList<>();

  private void map(ItemLoop.Body body) {
    ItemTask<Integer> task =
        ItemTask.of(
            (slice, items) -> {
              heard.add("slice " + slice.block().index());
              items.forEach(body);
              return List.of();
            });
    List<Slice<Integer>> slices =
        Block.split(3, 3).stream().map(block -> new Slice<>(block, 0)).toList();
    engine.map(task, slices, outcome -> heard.add("got " + outcome.block().index()));
  }

  @Test
  void slicesAreDoneOneAfterTheOther() {
    map(i -> {});
    assertEquals(List.of("slice 0", "got 0", "slice 1", "got 1", "slice 2", "got 2"), heard);
    assertEquals(1, engine.parallelism());
    assertEquals("serial", engine.master());
    assertEquals(Incidents.NONE, engine.incidents());
  }

  @Test
  void whatIsCancelledBeforeDoesNothing() {
    engine.cancel();
    assertThrows(CancellationException.class, () -> map(i -> {}));
    assertEquals(List.of(), heard);
    assertFalse(Thread.interrupted());
  }

  /** The interrupt is ended in the item, so that the block is done; it does not count. */
  @Test
  void aBlockThatWasCancelledIsNotReceived() {
    assertThrows(
        CancellationException.class,
        () ->
            map(
                i -> {
                  engine.cancel();
                  heard.add("interrupted " + Thread.interrupted());
                }));
    assertEquals(List.of("slice 0", "interrupted true"), heard);
    assertFalse(Thread.interrupted());
  }
}
