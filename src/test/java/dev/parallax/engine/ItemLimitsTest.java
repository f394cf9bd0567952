package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an item is allowed: items that hang, that heed no interrupt, that fail too often. */
class ItemLimitsTest {
  private static final ItemLimits SHORT = ItemLimits.NONE.withTimeout(Duration.ofMillis(300));

  /** Lets go at the end of the test what heeds no interrupt. */
  private final CountDownLatch end = new CountDownLatch(1);

  private static Outcome run(ItemLimits limits, int items, ItemLoop.Body before) {
    BlockFunction<Integer> function =
        (slice, loop) -> {
          double[] squares = new double[slice.block().size()];
          loop.forEach(
              i -> {
                squares[i] = 1; // what is stored before a failure does not count
                before.accept(i);
                squares[i] = (double) (slice.block().first() + i) * i;
              });
          return List.of(new Column.Doubles(squares));
        };
    return new ItemTask<>(function, limits, true)
        .outcome(new Slice<>(new Block(3, 100, items), 0), "here");
  }

  private static void check(Outcome outcome, int... failed) {
    double[] values = ((Column.Doubles) outcome.result().columns().get(0)).values();
    double[] expected = new double[outcome.block().size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (100.0 + i) * i;
    }
    for (int i : failed) {
      expected[i] = 0;
    }
    assertArrayEquals(expected, values);
    assertArrayEquals(
        java.util.Arrays.stream(failed).mapToLong(i -> 100L + i).toArray(),
        outcome.result().failures().stream().mapToLong(Failure::item).toArray());
    ItemTimes times = outcome.result().times();
    for (int i = 0; i < expected.length; i++) {
      assertTrue(times.seconds(i) >= 0);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> times.seconds(expected.length));
  }

  @Test
  void noLimitIsNegative() {
    assertThrows(IllegalArgumentException.class, () -> ItemLimits.NONE.withFailures(-1));
  }

  @Test
  void itemsThatHangAreInterruptedAndTheOthersDone() {
    Outcome outcome =
        run(
            SHORT,
            10,
            i -> {
              if (i == 0 || i == 7) {
                TimeUnit.HOURS.sleep(1);
              }
            });
    check(outcome, 0, 7);
    Failure failure = outcome.result().failures().get(0);
    assertEquals("java.util.concurrent.TimeoutException", failure.exception());
    assertEquals("took longer than 300 ms", failure.message());
  }

  /** As people do who know no better: the interrupt is wrapped, or ended in a value. */
  @Test
  void itemsThatMakeSomethingElseOfTheInterruptAreLateAllTheSame() {
    Outcome outcome =
        run(
            SHORT,
            6,
            i -> {
              try {
                TimeUnit.MILLISECONDS.sleep(i == 2 || i == 3 ? 100_000 : 0);
              } catch (InterruptedException e) {
                if (i == 2) {
                  throw new IllegalStateException(e);
                }
              }
            });
    check(outcome, 2, 3);
    assertEquals(
        "TimeoutException: took longer than 300 ms", outcome.result().failures().get(0).text());
  }

  @Test
  void anItemThatHeedsNoInterruptIsLeftBehind() {
    AtomicInteger firsts = new AtomicInteger();
    Outcome outcome =
        run(
            SHORT,
            5,
            i -> {
              if (i == 0) {
                firsts.incrementAndGet();
              }
              while (i == 2 && end.getCount() > 0) {
                Thread.onSpinWait();
              }
            });
    end.countDown();
    check(outcome, 2);
    assertEquals(2, firsts.get(), "items before it are computed again");
    assertEquals(0.3f, outcome.result().times().seconds(2));
    String message = outcome.result().failures().get(0).message();
    assertTrue(
        message.endsWith("; it heeds no interrupt, and its thread was left running"), message);
  }

  /** Each item ends about when its time does: whichever comes first, none hits its neighbour. */
  @Test
  void anInterruptNeverHitsTheNextItem() {
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofMillis(2));
    Outcome outcome =
        run(
            limits,
            300,
            i -> {
              if (i % 2 == 0) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < 3_000_000) {
                  Thread.onSpinWait();
                }
              } else if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("hit");
              }
            });
    for (Failure failure : outcome.result().failures()) {
      assertFalse(failure.message().contains("hit"), failure.toString());
    }
  }

  @Test
  void theBlockEndsAfterTheFailureThatIsOneTooMany() {
    ItemLoop.Body third =
        i -> {
          if (i % 3 == 2) {
            throw new ArithmeticException("third");
          }
        };
    check(run(ItemLimits.NONE.withFailures(0), 10, third), 2);
    Outcome outcome = run(ItemLimits.NONE.withFailures(1), 10, third);
    check(outcome, 2, 5);
    assertEquals(new Block(3, 100, 6), outcome.block());
    assertEquals(new Block(3, 100, 10), run(ItemLimits.NONE.withFailures(9), 10, third).block());
    assertEquals(new Block(3, 100, 6), run(SHORT.withFailures(1), 10, third).block());
  }

  @Test
  void anInterruptFromOutsideEndsTheBlockAlsoUnderATimeout() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    boolean[] cancelled = new boolean[1];
    Thread worker =
        new Thread(
            () -> {
              try {
                run(
                    ItemLimits.NONE.withTimeout(Duration.ofHours(1)),
                    3,
                    i -> {
                      begun.countDown();
                      TimeUnit.HOURS.sleep(1);
                    });
              } catch (CancellationException e) {
                cancelled[0] = Thread.currentThread().isInterrupted();
              }
            });
    worker.start();
    begun.await();
    worker.interrupt();
    worker.join();
    assertTrue(cancelled[0]);
  }

  @Test
  void anErrorOfTheFunctionComesThrough() {
    EngineException e =
        assertThrows(
            EngineException.class,
            () ->
                run(
                    SHORT,
                    3,
                    i -> {
                      throw new OutOfMemoryError("pretended");
                    }));
    assertEquals("slice 3, item 100 ran out of memory: pretended", e.getMessage());
  }

  /** Two seconds in all, and none as long as the limit. */
  @Test
  void theLimitIsThatOfAnItemAndNotOfTheBlock() {
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofMillis(1500));
    check(run(limits, 10, i -> TimeUnit.MILLISECONDS.sleep(200)));
  }

  @Test
  void anItemIsNotInterruptedBeforeItsTime() {
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofMinutes(1));
    check(run(limits, 1, i -> TimeUnit.MILLISECONDS.sleep(300)));
  }

  @Test
  void itemsUnderATimeoutKeepNoProcessAlive() {
    List<Boolean> daemon = new ArrayList<>();
    List<String> names = new ArrayList<>();
    run(
        SHORT.withTimeout(Duration.ofMinutes(1)),
        1,
        i -> {
          daemon.add(Thread.currentThread().isDaemon());
          names.add(Thread.currentThread().getName());
        });
    assertEquals(List.of(true), daemon);
    assertEquals(List.of(Thread.currentThread().getName() + ", items"), names);
  }
}
