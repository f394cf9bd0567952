package dev.parallax.engine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final int SLICES = 60;
  private static final int ITEMS = 20_000;
  private static final AtomicInteger DONE = new AtomicInteger();

  /** Starts a thread that brings a slice, and counts down when it has. */
  private static Thread brings(Inbox inbox, int slice, long bytes, CountDownLatch brought) {
    Thread thread =
        new Thread(
            () -> {
              Inbox.await(inbox.name(), slice, bytes);
              brought.countDown();
            });
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
  }

  @Test
  void whoBringsMoreThanThereIsRoomForWaits() throws InterruptedException {
    try (Inbox inbox = Inbox.open(10)) {
      Inbox.await(inbox.name(), 0, 25); // one may have more
      CountDownLatch brought = new CountDownLatch(1);
      Thread second = brings(inbox, 1, 4, brought);
      awaitWaiting(second);
      inbox.leave(0);
      assertTrue(brought.await(10, TimeUnit.SECONDS));
      Inbox.await(inbox.name(), 2, 6);
      assertEquals(25, inbox.peak());
      second.join();
    }
  }

  /** A copy of a slice that was started elsewhere: Spark hands on the first that comes. */
  @Test
  void whatComesTwiceLeavesOnce() {
    try (Inbox inbox = Inbox.open(10)) {
      Inbox.await(inbox.name(), 3, 5);
      Inbox.await(inbox.name(), 3, 5);
      inbox.leave(3);
      Inbox.await(inbox.name(), 3, 1000); // handed on already: it takes no room
      Inbox.await(inbox.name(), 4, 10);
      assertEquals(10, inbox.peak());
    }
  }

  @Test
  void whenItIsClosedNobodyWaits() throws InterruptedException {
    Inbox inbox = Inbox.open(10);
    Inbox.await(inbox.name(), 0, 10);
    CountDownLatch brought = new CountDownLatch(1);
    Thread second = brings(inbox, 1, 10, brought);
    awaitWaiting(second);
    inbox.close();
    assertTrue(brought.await(10, TimeUnit.SECONDS));
    second.join();
    Inbox.await(inbox.name(), 2, 1000);
    Inbox.await("another", 2, 1000);
  }

  private static List<Column> column(Slice<Integer> slice, ItemLoop items) {
    double[] values = new double[slice.block().size()];
    items.forEach(i -> values[i] = slice.data());
    return List.of(new Column.Doubles(values));
  }

  /** Outcomes come faster than they are taken: all are, once, and few are here at a time. */
  @Test
  void aSlowReceiverGetsAll() {
    List<Slice<Integer>> slices = new ArrayList<>();
    for (Block block : Block.split((long) SLICES * ITEMS, SLICES)) {
      slices.add(new Slice<>(block, block.index()));
    }
    Set<Integer> received = new TreeSet<>();
    AtomicLong sum = new AtomicLong();
    try (SparkEngine engine =
        SparkEngine.open(SparkSettings.ofSpark().withMaster("local[4]"), 3L * 8 * ITEMS)) {
      engine.map(
          ItemTask.of(InboxTest::column),
          slices,
          outcome -> {
            pause();
            received.add(outcome.block().index());
            sum.addAndGet((long) outcome.result().columns().get(0).number(0));
          });
      assertTrue(engine.mostHeld() <= 3L * 8 * ITEMS, engine.mostHeld() + " bytes");
      assertTrue(engine.mostHeld() > 0);
    }
    assertEquals(SLICES, received.size());
    assertEquals(SLICES * (SLICES - 1) / 2, sum.get());
  }

  /** What comes unasked is small where the heap is: it waits in any number. */
  @Test
  void whatComesUnaskedIsSmallInASmallHeap() {
    assertEquals(1 << 10, SparkStart.directBytes(300 << 20));
    assertEquals(1 << 10, SparkStart.directBytes(1L << 30));
    assertEquals(1 << 14, SparkStart.directBytes(1L << 34));
    assertEquals(1 << 16, SparkStart.directBytes(1L << 40));
  }

  /** On the driver's own machine a slice waits for room itself, and its outcome not once more. */
  @Test
  void aSliceOfThisProcessWaitsOnce() throws InterruptedException {
    try (Inbox inbox = Inbox.open(10)) {
      Inbox.reserve(inbox.name(), 0, 8);
      Inbox.reserve(inbox.name(), 0, 8); // another attempt
      Inbox.await(inbox.name(), 0, 8);
      CountDownLatch brought = new CountDownLatch(1);
      Thread second =
          new Thread(
              () -> {
                Inbox.reserve(inbox.name(), 1, 8);
                brought.countDown();
              });
      second.start();
      awaitWaiting(second);
      inbox.leave(0);
      assertTrue(brought.await(10, TimeUnit.SECONDS));
      assertEquals(8, inbox.peak());
      second.join();
    }
  }

  /** So that no more slices are done than there is room for, and cores. */
  @Test
  void slicesOfThisProcessDoNotRunAheadOfTheirReceiver() {
    List<Slice<Integer>> slices = new ArrayList<>();
    for (Block block : Block.split((long) SLICES * 100, SLICES)) {
      slices.add(new Slice<>(block, block.index()));
    }
    DONE.set(0);
    List<Integer> ahead = new ArrayList<>();
    try (SparkEngine engine =
        SparkEngine.open(SparkSettings.ofSpark().withMaster("local[2]"), 3L * 8 * 100)) {
      engine.map(
          ItemTask.of(
              (slice, items) -> {
                DONE.incrementAndGet();
                return column(slice, items);
              }),
          slices,
          outcome -> {
            pause();
            ahead.add(DONE.get() - ahead.size());
          });
    }
    int most = ahead.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertTrue(most <= 3 + 2 + 1, "three have room, two wait, one was just received: " + most);
    assertEquals(SLICES, ahead.size());
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Executors compile as the launcher's JVM does. */
  @Test
  void executorsAreToldWhatTheLauncherTells() throws Exception {
    Matcher options =
        Pattern.compile("(?s)\noptions='(.*?)'").matcher(Files.readString(Path.of("parallax")));
    assertTrue(options.find());
    List<String> launcher =
        Stream.of(options.group(1).strip().split("\\s+"))
            .filter(option -> option.matches("-XX:(Tier4|CompileCommand).*"))
            .toList();
    assertEquals(launcher, List.of(SparkStart.COMPILER.split(" ")));
  }
}
