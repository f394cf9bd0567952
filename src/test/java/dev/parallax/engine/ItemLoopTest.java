package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ItemLoopTest {

  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @Test
  void whatThrowsIsRecordedAndTheRestIsDone() {
    boolean[] done = new boolean[10];
    ItemLoop loop = new ItemLoop(new Block(3, 100, 10));
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
    List<Failure> failures = loop.failures();
    assertEquals(new Failure(102, "java.io.IOException", "no such file"), failures.get(0));
    assertEquals(new Failure(105, "java.lang.NullPointerException", ""), failures.get(1));
    assertEquals(107, failures.get(2).item());
    assertEquals(3, failures.size());
    assertTrue(done[0] && done[1] && done[3] && done[9]);
  }

  @Test
  void anInterruptEndsTheBlock() {
    ItemLoop loop = new ItemLoop(new Block(0, 0, 3));
    assertThrows(
        CancellationException.class,
        () ->
            loop.forEach(
                i -> {
                  throw new InterruptedException();
                }));
    assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
    assertEquals(List.of(), loop.failures());
  }

  @Test
  void memoryThatRunsOutIsNotAnItemsFault() {
    ItemLoop loop = new ItemLoop(new Block(0, 0, 1));
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
}
