package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PilotTest {

  /** A slice whose items sleep takes at least as long, and goes to none but this thread. */
  @Test
  void aTrialTakesWhatTheTaskTakes() {
    List<Thread> threads = new ArrayList<>();
    ItemTask<Integer> task =
        ItemTask.of(
            (slice, items) -> {
              threads.add(Thread.currentThread());
              items.forEach(i -> Thread.sleep(20));
              return List.of();
            });
    double seconds = Pilot.of(task, 3).applyAsDouble(new Slice<>(new Block(0, 0, 3), 0));
    assertTrue(seconds > 0.055, () -> "seconds: " + seconds);
    assertEquals(List.of(Thread.currentThread()), threads);
  }

  /** The first call loads classes; a million items once got thousands of slices for it. */
  @Test
  void aColdFirstTrialDoesNotCount() {
    AtomicInteger calls = new AtomicInteger();
    double each = 0x1p-20;
    double seconds =
        Pilot.secondsPerItem(
            new Squares(1_000_000),
            slice -> calls.getAndIncrement() == 0 ? 0.1 : each * slice.block().size(),
            0,
            0.02,
            8);
    assertEquals(each, seconds);
    assertEquals(7, calls.get(), "1, 4, 16, ... 4096, in 4 ms: a job of 0.1 s on each core");
  }

  /** Ten million items once got slices of 39: the machine was busy, and paused each trial. */
  @Test
  void aLongJobIsNotForetoldByAPause() {
    double each = 0x1p-20;
    List<Integer> sizes = new ArrayList<>();
    ToDoubleFunction<Slice<Integer>> paused =
        slice -> {
          sizes.add(slice.block().size());
          return (sizes.size() < 4 ? 0.125 : 0) + each * slice.block().size();
        };
    assertEquals(each, Pilot.secondsPerItem(new Squares(10_000_000), paused, 0, 0.02, 4));
    assertEquals(List.of(1, 4, 16, 64), sizes.subList(0, 4));
  }

  /** A thousandth of a core's time, but not more than a second, is what a trial may take. */
  @Test
  void aLongJobIsWorthALongerTrial() {
    assertEquals(List.of(0.0625, 1, 1), trials(1000, 0, 0.0625, 0.02), "of 8 s");
    assertEquals(List.of(0.0625, 1, 3), trials(16_000, 0, 0.0625, 0.02), "of 128 s");
    assertEquals(List.of(0.0625, 1, 4, 16), trials(1_000_000, 0, 0.0625, 0.02), "of hours");
    assertEquals(List.of(2.0, 1, 1), trials(1_000_000, 0, 2, 0.02), "a pause of two seconds?");
  }

  /**
   * A trial that says what the one before said is not repeated: warm code is not looked at twice.
   */
  @Test
  void whatLooksSlowIsTriedTwiceUnlessTheTrialsBeforeSayTheSame() {
    List<Integer> sizes = new ArrayList<>();
    double seconds =
        Pilot.secondsPerItem(
            new Squares(1000),
            slice -> {
              sizes.add(slice.block().size());
              return slice.block().size() * (sizes.size() == 3 ? 0.046875 : 0.03125);
            },
            0,
            0.75,
            8);
    assertEquals(List.of(1, 4, 16, 16), sizes, "the third was disturbed");
    assertEquals(0.03125, seconds);
  }

  @Test
  void noItemsTakeNoTime() {
    assertEquals(List.of(0.0), trials(0, 0, 1, 1));
  }

  /** Says that slices take so long as if each item took the same, and remembers their sizes. */
  private record Told(double opening, double each, List<Integer> sizes)
      implements ToDoubleFunction<Slice<Integer>> {
    @Override
    public double applyAsDouble(Slice<Integer> slice) {
      assertEquals(0, slice.block().first());
      sizes.add(slice.block().size());
      return opening + each * slice.block().size();
    }
  }

  /** The seconds per item, and the sizes of the trials. */
  private static List<Number> trials(long items, double opening, double each, double seconds) {
    List<Integer> sizes = new ArrayList<>();
    Told told = new Told(opening, each, sizes);
    List<Number> all = new ArrayList<>();
    all.add(Pilot.secondsPerItem(new Squares(items), told, opening, seconds, 8));
    all.addAll(sizes);
    return all;
  }

  @Test
  void trialsGrowFourfoldUntilOneTakesHalfTheTime() {
    assertEquals(List.of(0.125, 1, 4, 12), trials(1000, 0, 0.125, 2.5), "more than 1.25 s");
    assertEquals(List.of(0.125, 1, 1), trials(1000, 0, 0.125, 0.125), "slow, twice");
    assertEquals(List.of(0.125, 1, 4, 8), trials(1000, 1, 0.125, 1), "half a second is not more");
  }

  /**
   * A trial that says what the one before said tells enough when it takes a quarter of the time.
   */
  @Test
  void warmCodeIsNotLookedAtForLong() {
    assertEquals(List.of(0.125, 1, 4), trials(1000, 0, 0.125, 1));
    assertEquals(List.of(0x1p-13, 1, 4, 16, 64), trials(1_000_000, 0, 0x1p-13, 0.02), "8 of 10 ms");
    List<Integer> sizes = new ArrayList<>();
    double seconds =
        Pilot.secondsPerItem(
            new Squares(1_000_000),
            slice -> {
              int size = slice.block().size();
              sizes.add(size);
              return 0x1p-13 * size * (size < 64 ? 1.25 : 1);
            },
            0,
            0.02,
            8);
    assertEquals(List.of(1, 4, 16, 64, 128), sizes, "it got faster meanwhile");
    assertEquals(0x1p-13, seconds);
  }

  /** A core has one slice of a quarter of a second, and has it of less. */
  @Test
  void aShortJobIsLookedAtForAMillisecond() {
    assertEquals(List.of(0x1p-13, 1, 4, 16), trials(10_000, 0, 0x1p-13, 0.02), "2 ms of 1.2 s");
    assertEquals(List.of(0x1p-13, 1, 4, 16, 64), trials(20_000, 0, 0x1p-13, 0.02), "of 2.4 s");
    assertEquals(List.of(0x1p-9, 1), trials(1000, 0, 0x1p-9, 0.02), "2 ms of 2 s");
  }

  @Test
  void allItemsAreTheLastTrial() {
    assertEquals(List.of(0.0078125, 1, 4, 10), trials(10, 0, 0.0078125, 1));
    assertEquals(List.of(0.0078125, 1, 4), trials(4, 0, 0.0078125, 1));
  }

  @Test
  void aTrialOfASecondIsNotRepeated() {
    assertEquals(List.of(1.0, 1), trials(1000, 0, 1, 0.02));
    assertEquals(List.of(0.9375, 1, 1), trials(1000, 0, 0.9375, 0.02));
    assertEquals(List.of(0.9375, 1, 2), trials(1000, 0.5, 0.9375, 0.02), "new each time");
  }

  /** Each opens a slice, which here takes 4 seconds: half of that is enough, and they grow more. */
  @Test
  void whatASliceTakesToOpenIsNoItems() {
    assertEquals(List.of(0.25, 1, 32), trials(1000, 4, 0.25, 0.02));
    assertEquals(List.of(0.0625, 1, 32), trials(1000, 4, 0.0625, 0.02), "short in any case");
    assertEquals(
        List.of(0.0625, 1, 32, 64, 192), trials(10_000, 4, 0.0625, 0.02), "as it took 2 s");
    assertEquals(List.of(0x1p-10, 1, 32, 1024), trials(10_000, 4, 0x1p-10, 0.02));
    assertEquals(List.of(0.125, 1, 4, 12), trials(1000, 2, 0.125, 2), "not more than the time");
    assertEquals(List.of(0.0, 1), trials(4, 0, -1, 0.02).subList(0, 2), "clocks differ");
    assertEquals(List.of(0.0, 1), trials(4, 1, -1, 0.02), "clocks differ, and little is to do");
  }

  /** A process that once took 0.1 s longer to start made a job of a second one of hours. */
  @Test
  void aSlowOpeningIsNoSlowItem() {
    AtomicInteger calls = new AtomicInteger();
    double each = 0x1p-14;
    double seconds =
        Pilot.secondsPerItem(
            new Squares(20_000),
            slice -> 0.125 + (calls.getAndIncrement() == 0 ? 0.125 : each * slice.block().size()),
            0.125,
            0.02,
            8);
    assertEquals(each, seconds, each / 8);
    assertTrue(calls.get() <= 8, () -> calls + " openings");
  }

  /** Items of a second, though, are not tried in dozens. */
  @Test
  void slowItemsAreTriedOnce() {
    assertEquals(List.of(1.0, 1), trials(1000, 0.125, 1, 0.02));
    assertEquals(List.of(0.25, 1, 2), trials(1000, 0.125, 0.25, 0.02));
    assertEquals(List.of(0.25, 1), trials(40, 0.125, 0.25, 0.02), "ten seconds: not so long");
  }
}
