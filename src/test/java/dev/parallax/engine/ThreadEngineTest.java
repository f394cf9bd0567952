package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.builtin.NormalSum;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine of threads, beyond the contract of all engines. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadEngineTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Set<Integer> COPIES = ConcurrentHashMap.newKeySet();
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

  private static <S extends Serializable> List<Slice<S>> slices(int items, int parts, S data) {
    return Block.split(items, parts).stream().map(block -> new Slice<>(block, data)).toList();
  }

  private static List<Outcome> mapped(Engine engine, BlockFunction<Integer> function, int parts) {
    List<Outcome> outcomes = new ArrayList<>();
    engine.map(ItemTask.of(function), slices(100, parts, 7), outcomes::add);
    return outcomes;
  }

  @Test
  void aMasterNamesItOrIsAnothers() {
    assertEquals(3, ThreadEngine.named("threads[3]").orElseThrow().parallelism());
    assertEquals("threads[3]", ThreadEngine.named(" threads[3]").orElseThrow().master());
    assertEquals(
        Runtime.getRuntime().availableProcessors(),
        ThreadEngine.named("threads[*]").orElseThrow().parallelism());
    for (String other : List.of("local", "local[2]", "local[*]", "spark://h:1", "", "yarn")) {
      assertTrue(ThreadEngine.named(other).isEmpty(), other);
    }
    assertThrows(IllegalArgumentException.class, () -> new ThreadEngine(0));
  }

  /** One says nothing of how many there are, where Spark's {@code local} is one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "threads", "threads[0]", "threads[x]", "threads[-1]", "threads[4097]", "threads[]",
        "threads[02]", "threads[2", "threads(2)", "thread[2]", "Threads[2]", "threads[2,4]"
      })
  void aWrongMasterIsNamed(String wrong) {
    assertEquals(
        "unknown master '"
            + wrong
            + "': use threads[N] with N within 1 .. 4096, or threads[*] for all cores",
        assertThrows(IllegalArgumentException.class, () -> ThreadEngine.named(wrong)).getMessage());
  }

  @Test
  void slicesAreDoneOnAsManyThreads() {
    CountDownLatch together = new CountDownLatch(3);
    latch = together;
    THREADS.clear();
    BlockFunction<Integer> meeting =
        (slice, items) -> {
          items.forEach(i -> THREADS.add(Thread.currentThread().getName()));
          latch.countDown();
          try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "the others never came");
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of();
        };
    try (Engine engine = new ThreadEngine(3)) {
      assertEquals(6, mapped(engine, meeting, 6).size());
    }
    assertEquals(
        Set.of("parallax-worker-1", "parallax-worker-2", "parallax-worker-3"),
        new TreeSet<>(THREADS));
  }

  private static volatile CountDownLatch latch = new CountDownLatch(0);

  /** A model of a user's with scratch space in a field, which two threads at a time would spoil. */
  private static final class Careless implements BlockFunction<Integer> {
    private static final long serialVersionUID = 1L;

    private final double[] scratch = new double[1];

    @Override
    public List<Column> apply(Slice<Integer> slice, ItemLoop items) {
      COPIES.add(System.identityHashCode(scratch));
      double[] values = new double[slice.block().size()];
      items.forEach(
          i -> {
            scratch[0] = slice.block().item(i);
            Thread.yield();
            values[i] = scratch[0];
          });
      return List.of(new Column.Doubles(values));
    }
  }

  @Test
  void eachThreadHasItsOwnCopyOfCodeOfOthers() {
    COPIES.clear();
    Careless original = new Careless();
    try (Engine engine = new ThreadEngine(4)) {
      for (Outcome outcome : mapped(engine, original, 50)) {
        for (int i = 0; i < outcome.block().size(); i++) {
          assertEquals(
              outcome.block().item(i), outcome.result().columns().get(0).number(i), "spoilt");
        }
      }
    }
    assertTrue(COPIES.size() <= 4, "as many as threads at most");
    assertFalse(COPIES.contains(System.identityHashCode(original.scratch)), "the caller's own");
  }

  /** What our own code has prepared is shared, as Spark's local executors share it. */
  @Test
  void ourOwnCodeIsShared() {
    Design design = Design.factorial(Parameter.of("mu", 1, 2), Parameter.of("sigma", 1));
    Sweep ours = Sweep.of(new NormalSum(5), design);
    ItemTask<?> task = ItemTask.of(ours.function());
    assertSame(task, SentTask.of(task).here());
    BlockTask<Integer> users = ItemTask.of(new Careless());
    SentTask<Integer> sent = SentTask.of(users);
    assertFalse(users == sent.here() || sent.here() == sent.here());
    Slice<Integer> slice = new Slice<>(new Block(0, 0, 1), 700_000);
    assertEquals(slice, sent.here(slice));
    assertFalse(slice == sent.here(slice));
  }

  @Test
  void whatCannotBeSentIsRefusedBeforeAnythingIsComputed() {
    Thread tied = new Thread();
    COUNT.set(0);
    BlockFunction<Integer> bad =
        (slice, items) -> {
          COUNT.incrementAndGet();
          items.forEach(i -> tied.getPriority());
          return List.of();
        };
    try (Engine engine = new ThreadEngine(2)) {
      assertEquals(
          "the job cannot be sent to workers: java.io.NotSerializableException: java.lang.Thread",
          assertThrows(EngineException.class, () -> mapped(engine, bad, 4)).getMessage());
    }
    assertEquals(0, COUNT.get());
  }

  /** Its class does not read itself. */
  private static final class Unreadable implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException {
      throw new IOException("not today");
    }
  }

  @Test
  void whatDoesNotArriveSaysSo() {
    Unreadable data = new Unreadable();
    BlockFunction<Unreadable> function =
        (slice, items) -> {
          items.forEach(i -> {});
          return List.of();
        };
    try (Engine engine = new ThreadEngine(2)) {
      String message =
          assertThrows(
                  EngineException.class,
                  () -> engine.map(ItemTask.of(function), slices(4, 1, data), outcome -> {}))
              .getMessage();
      assertEquals("slice 0 does not arrive at a worker: java.io.IOException: not today", message);
    }
  }

  /** Outcomes that wait: no more than one for each thread, and one that each has in hand. */
  @Test
  void aSlowReceiverHoldsTheThreadsUp() {
    COUNT.set(0);
    int threads = 2;
    BlockFunction<Integer> counted =
        (slice, items) -> {
          items.forEach(i -> {});
          COUNT.incrementAndGet();
          return List.of();
        };
    try (Engine engine = new ThreadEngine(threads)) {
      AtomicInteger received = new AtomicInteger();
      engine.map(
          ItemTask.of(counted),
          slices(100, 50, 7),
          outcome -> {
            int before = received.getAndIncrement();
            sleep(2);
            int ahead = COUNT.get() - before - 1;
            assertTrue(ahead <= 2 * threads, ahead + " are ahead");
          });
      assertEquals(50, received.get());
    }
  }

  private static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The interrupt is swallowed in the item, so that the block is done; it does not count. */
  @Test
  void aBlockThatWasCancelledIsNotReceived() {
    Engine engine = new ThreadEngine(1);
    cancelled = engine;
    BlockFunction<Integer> swallowing =
        (slice, items) -> {
          items.forEach(
              i -> {
                cancelled.cancel();
                Thread.interrupted();
              });
          return List.of();
        };
    assertThrows(
        CancellationException.class,
        () ->
            engine.map(
                ItemTask.of(swallowing),
                slices(2, 2, 7),
                outcome -> {
                  throw new AssertionError("received");
                }));
    assertFalse(Thread.interrupted());
  }

  private static volatile Engine cancelled;

  @Test
  void anInterruptOfTheCallerEndsTheMap() {
    BlockFunction<Integer> slow =
        (slice, items) -> {
          items.forEach(i -> TimeUnit.SECONDS.sleep(50));
          return List.of();
        };
    try (Engine engine = new ThreadEngine(2)) {
      Thread.currentThread().interrupt();
      assertThrows(CancellationException.class, () -> mapped(engine, slow, 4));
      assertTrue(Thread.interrupted());
    }
  }

  /** The item that hangs is left behind by its supervisor; progress names it while it lasts. */
  @Test
  void anItemUnderWayIsSeen() {
    BlockFunction<Integer> slow =
        (slice, items) -> {
          items.forEach(i -> TimeUnit.SECONDS.sleep(slice.block().item(i) == 3 ? 50 : 0));
          return List.of();
        };
    ItemLimits limits = ItemLimits.NONE.withTimeout(Duration.ofSeconds(1));
    TreeSet<Long> seen = new TreeSet<>();
    Thread looking =
        new Thread(
            () -> {
              LongestItem longest = new LongestItem();
              while (!Thread.currentThread().isInterrupted()) {
                longest.look(System.nanoTime()).ifPresent(item -> seen.add(item.item()));
              }
            });
    looking.start();
    try (Engine engine = new ThreadEngine(2)) {
      engine.map(new ItemTask<>(slow, limits, false), slices(4, 2, 7), outcome -> {});
    }
    looking.interrupt();
    assertTrue(seen.contains(3L), seen::toString);
  }

  @Test
  void runsHaveTheDigestOfTheSerialEngine() {
    Design design =
        Design.factorial(Parameter.linspace("mu", -1, 1, 300), Parameter.of("sigma", 1, 2));
    Sweep sweep = Sweep.of(new NormalSum(20), design).withSeed(5);
    String serial = Runner.on(new SequentialEngine()).run(sweep).digest();
    for (int threads : new int[] {1, 2, 5}) {
      for (int slices : new int[] {1, 3, 7, 500}) {
        try (Engine engine = new ThreadEngine(threads)) {
          Run run = Runner.on(engine).withSlices(slices).run(sweep);
          assertEquals(serial, run.digest(), threads + " threads, " + slices + " slices");
          assertEquals("threads[" + threads + "]", run.master());
        }
      }
    }
  }
}
