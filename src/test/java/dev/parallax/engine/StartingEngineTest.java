package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartingEngineTest {
  private final CountDownLatch mayStart = new CountDownLatch(1);
  private final Recorded recorded = new Recorded();
  private final Engine starting =
      new StartingEngine(
          () -> {
            assertTrue(mayStart.await(20, TimeUnit.SECONDS));
            return recorded;
          },
          3);

  /** Does what the serial engine does, and remembers how it was used. */
  private static final class Recorded implements Engine {
    private final SequentialEngine engine = new SequentialEngine();
    private volatile boolean closed;

    @Override
    public <S extends Serializable> void map(
        BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
      engine.map(task, slices, receiver);
    }

    @Override
    public void cancel() {
      engine.cancel();
    }

    @Override
    public int parallelism() {
      return 1;
    }

    @Override
    public String master() {
      return "recorded";
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static List<Outcome> mapped(Engine engine) {
    List<Outcome> outcomes = new ArrayList<>();
    Slice<Integer> slice = new Slice<>(new Block(0, 0, 1), 7);
    BlockFunction<Integer> nothing =
        (one, items) -> {
          items.forEach(i -> {});
          return List.of();
        };
    engine.map(ItemTask.of(nothing), List.of(slice), outcomes::add);
    return outcomes;
  }

  @Test
  void onlyWhatNeedsTheEngineWaitsForIt() {
    assertEquals(3, starting.parallelism());
    assertSame(Incidents.NONE, starting.incidents());
    mayStart.countDown();
    starting.ready();
    assertEquals(1, mapped(starting).size());
    assertEquals("recorded", starting.master());
    starting.close();
    assertTrue(recorded.closed);
  }

  @Test
  void whatIsCancelledBeforeItStartsMapsNothing() {
    starting.cancel();
    mayStart.countDown();
    assertThrows(CancellationException.class, () -> mapped(starting));
  }

  @Test
  void whatIsCancelledLaterMapsNothingMore() {
    mayStart.countDown();
    assertEquals(1, mapped(starting).size());
    starting.cancel();
    assertThrows(CancellationException.class, () -> mapped(starting));
  }

  /** Where the job fails before it needs the engine. */
  @Test
  void anUnusedOneIsClosedOnceItHasStarted() throws Exception {
    Thread closing = new Thread(starting::close);
    closing.start();
    assertFalse(recorded.closed);
    mayStart.countDown();
    closing.join();
    assertTrue(recorded.closed);
  }

  @Test
  void whatDoesNotStartSaysSoAtTheFirstUse() {
    var expected = new EngineException("no", null);
    Engine failing =
        new StartingEngine(
            () -> {
              throw expected;
            },
            1);
    assertSame(expected, assertThrows(EngineException.class, () -> mapped(failing)));
    assertSame(expected, assertThrows(EngineException.class, failing::ready));
    failing.close();
    Engine broken =
        new StartingEngine(
            () -> {
              throw new IOException("no disk");
            },
            1);
    String message = assertThrows(EngineException.class, broken::ready).getMessage();
    assertEquals("the engine could not start: no disk", message);
    broken.close();
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> mapped(starting));
    assertTrue(Thread.interrupted());
    mayStart.countDown();
  }
}
