package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.run.ClusterSimulation.Driver;
import dev.parallax.run.ClusterSimulation.Machines;
import dev.parallax.run.ClusterSimulation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulation is held to arithmetic: whatever is put in, some things cannot be. */
class ClusterSimulationTest {
  private static final int ITEMS = 1000;

  /** Items' times, of which some are much longer than others. */
  private static double[] times(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(ITEMS).map(u -> 1 / (0.01 + u)).toArray();
  }

  private static double seconds(double[] times, Block block) {
    return IntStream.range(0, block.size()).mapToDouble(i -> times[(int) block.item(i)]).sum();
  }

  /** Runs all items in so many slices, and checks that each was done once. */
  private static Result run(
      double[] times, int slices, Machines machines, Driver driver, long seed) {
    int[] did = new int[ITEMS];
    Result result =
        ClusterSimulation.run(
            Block.split(ITEMS, slices),
            block -> seconds(times, block),
            8,
            machines,
            driver,
            seed,
            block -> IntStream.range(0, block.size()).forEach(i -> did[(int) block.item(i)]++));
    assertTrue(Arrays.stream(did).allMatch(count -> count == 1), "each item once");
    return result;
  }

  private static Machines losing(int executors, double lossSeconds) {
    return new Machines(executors, 2, 0, 1, lossSeconds, 3, false);
  }

  @Test
  void oneCoreTakesTheSumOfTheItemsTimes() {
    double[] times = times(1);
    for (int slices : new int[] {1, 7, ITEMS}) {
      Result result = run(times, slices, Machines.sound(1, 1), Driver.FREE, 1);
      assertEquals(Arrays.stream(times).sum(), result.seconds(), 1e-9 * result.seconds());
      assertEquals(result.work(), result.seconds(), 1e-9 * result.seconds());
    }
  }

  /** Between the work divided by the cores and that plus the longest slice: Graham 1966. */
  @Test
  void aFreeDriverIsWithinTheBoundsOfListScheduling() {
    for (int seed = 1; seed <= 20; seed++) {
      double[] times = times(seed);
      for (int executors : new int[] {1, 3, 50}) {
        List<Block> blocks = Block.split(ITEMS, 90);
        double longest = blocks.stream().mapToDouble(b -> seconds(times, b)).max().orElseThrow();
        Result result = run(times, 90, Machines.sound(executors, 4), Driver.FREE, seed);
        double ideal = result.work() / (4 * executors);
        assertTrue(result.seconds() >= Math.max(ideal, longest) * (1 - 1e-9));
        assertTrue(result.seconds() <= (ideal + longest) * (1 + 1e-9));
      }
    }
  }

  /** One core: each slice costs its turn at the driver and its gap, the outcomes come beside. */
  @Test
  void whatTheDriverTakesIsAdded() {
    double[] times = times(2);
    Driver driver = new Driver(0.25, 0, 0, 0.5, Long.MAX_VALUE);
    Result result = run(times, 40, Machines.sound(1, 1), driver, 1);
    assertEquals(result.work() + 40 * 0.75, result.seconds(), 1e-9 * result.seconds());
    Driver slow = new Driver(0, 1000, 0, 0, Long.MAX_VALUE);
    Result waits = run(times, 40, Machines.sound(10, 4), slow, 1);
    assertTrue(waits.seconds() >= 40 * 1000, "the driver is the limit");
    Driver narrow = new Driver(0, 0, 2, 0, Long.MAX_VALUE);
    assertTrue(run(times, 40, Machines.sound(10, 4), narrow, 1).seconds() >= 2 * 8 * ITEMS);
  }

  @Test
  void whatWaitsIsBoundedUnlessOneIsLarger() {
    double[] times = times(3);
    Driver driver = new Driver(0, 50, 0, 0, 1000);
    Machines machines = Machines.sound(100, 4);
    List<Block> large = Block.split(400L << 14, 400); // 128 kB each
    Result result = ClusterSimulation.run(large, block -> 1, 8, machines, driver, 1, block -> {});
    assertEquals(8 << 14, result.held(), "one at a time");
    Driver roomy = new Driver(0, 50, 0, 0, 10 << 17);
    result = ClusterSimulation.run(large, block -> 1, 8, machines, roomy, 1, block -> {});
    assertEquals(10 << 17, result.held());
    Result small = run(times, 400, machines, driver, 1);
    assertTrue(small.held() > 1000, "those that come with their message wait without a bound");
    assertTrue(small.held() <= 8 * ITEMS + 1000);
  }

  /** Two executors that last 50 s on average, for 500 s of work and more each. */
  @Test
  void whatALostExecutorDidIsDoneAgain() {
    double[] times = times(4);
    Result without = run(times, 100, losing(2, Double.POSITIVE_INFINITY), Driver.FREE, 1);
    assertEquals(0, without.again());
    int again = 0;
    for (int seed = 1; seed <= 20; seed++) {
      Result result = run(times, 100, losing(2, 50), Driver.FREE, seed);
      assertTrue(result.again() > 0);
      assertTrue(result.seconds() > without.work() / 4);
      again += result.again();
    }
    double expected = 20 * (without.work() / 2 / 50) * 2; // two slices with each executor
    assertTrue(again > expected / 2 && again < 3 * expected, again + " beside " + expected);
  }

  /** Outcomes of 128 kB that the driver is slow to fetch are lost with their executor. */
  @Test
  void whatWasNotFetchedIsDoneAgain() {
    List<Block> blocks = Block.split(40L << 14, 40);
    Driver driver = new Driver(0, 0, 1e-4, 0, 1 << 20);
    int[] did = new int[40];
    Result result =
        ClusterSimulation.run(
            blocks, block -> 1, 8, losing(4, 100), driver, 1, block -> did[block.index()]++);
    assertTrue(Arrays.stream(did).allMatch(count -> count == 1));
    assertTrue(result.again() > 0);
  }

  @Test
  void aCopyOfASlowSliceEndsSooner() {
    double[] times = new double[ITEMS];
    Arrays.fill(times, 1);
    Machines patient = new Machines(20, 2, 0.2, 20, Double.POSITIVE_INFINITY, 0, false);
    Machines copying = new Machines(20, 2, 0.2, 20, Double.POSITIVE_INFINITY, 0, true);
    Result slow = run(times, 200, patient, Driver.FREE, 2);
    Result quick = run(times, 200, copying, Driver.FREE, 2);
    assertEquals(0, slow.copied());
    assertTrue(quick.copied() > 0, quick + " beside " + slow);
    assertTrue(quick.seconds() < slow.seconds() / 2, quick + " beside " + slow);
  }

  @Test
  void theSameSeedGivesTheSame() {
    Machines machines = new Machines(10, 2, 0.2, 5, 60, 5, true);
    Driver driver = new Driver(0.01, 0.02, 1e-6, 0.1, 500);
    Result once = run(times(5), 200, machines, driver, 7);
    assertEquals(once, run(times(5), 200, machines, driver, 7));
    assertNotEquals(once, run(times(5), 200, machines, driver, 8));
  }

  /** What is written there comes from here. */
  @Test
  void thePageShowsWhatTheProgramPrints() throws IOException {
    String page = Files.readString(Path.of("docs", "scale.md"));
    assertTrue(page.contains(Scale.table()), Scale.table());
    assertTrue(page.contains(Scale.trouble()), Scale.trouble());
  }
}
