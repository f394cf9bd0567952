package dev.parallax.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.LongestItem;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Failure;
import dev.parallax.model.ElementFunction;
import dev.parallax.run.MemoryStore;
import dev.parallax.run.Runner;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a run while time passes, second by second, by a clock that the test moves. */
class ProgressDisplayTest {
  private static final String CLEAR = "\r\033[K";
  private static final Failure FAILURE = new Failure(17, "E", "broken");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true, UTF_8);
  private final World world = new World();
  private int columns = 80;

  /** A world whose seconds come when they are told to. */
  private static final class World implements ProgressScreen.Surroundings {
    private long nanos = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(3); // it may overflow
    private Runnable tick = () -> {};
    private Optional<LongestItem.UnderWay> longest = Optional.empty();
    private int stopped;

    void pass(int seconds) {
      for (int i = 0; i < seconds; i++) {
        nanos += TimeUnit.SECONDS.toNanos(1);
        tick.run();
      }
    }

    @Override
    public long now() {
      return nanos;
    }

    @Override
    public void eachSecond(Runnable each) {
      tick = each;
    }

    @Override
    public void stop() {
      stopped++;
    }

    @Override
    public Optional<LongestItem.UnderWay> longest(long now) {
      return longest;
    }
  }

  private ProgressDisplay onTerminal() {
    return new ProgressDisplay(
        new ProgressScreen(ProgressScreen.terminal(terminal, () -> columns), world));
  }

  private ProgressDisplay inLog() {
    PrintWriter err = new PrintWriter(terminal, true, UTF_8);
    return new ProgressDisplay(new ProgressScreen(ProgressScreen.log(err), world));
  }

  private String shown() {
    String all = bytes.toString(UTF_8);
    bytes.reset();
    return all;
  }

  @Test
  void timePassesWhereNothingIsDone() {
    ProgressDisplay display = onTerminal();
    columns = 30;
    display.started(8, 0);
    assertEquals("", shown());
    world.pass(2);
    assertEquals(CLEAR + "0:01  0 of 8 items, 0 %" + CLEAR + "0:02  0 of 8 items, 0 %", shown());
    world.longest = Optional.of(new LongestItem.UnderWay(3, TimeUnit.SECONDS.toNanos(7)));
    columns = 50;
    world.pass(1);
    assertEquals(CLEAR + "0:03  0 of 8 items, 0 %, item 3 for 7 s", shown());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void aLineIsAsWideAsTheTerminalNow(int width) {
    ProgressDisplay display = onTerminal();
    display.started(96000, 0);
    world.pass(1);
    shown();
    columns = width;
    display.done(1200);
    display.failed(List.of(FAILURE));
    world.pass(1);
    Pace pace = new Pace(96000, 0, 1200, 1, 2, 1, Optional.empty());
    assertEquals(CLEAR + PaceText.line("", pace, width), shown());
  }

  @Test
  void aStageTakesThePlaceOfTheRun() {
    columns = 42;
    ProgressDisplay display = onTerminal();
    display.started(100, 0);
    world.pass(1);
    display.done(100);
    display.ended();
    assertEquals(CLEAR + "0:01  [>         ]  0 of 100 items, 0 %" + CLEAR, shown());
    world.pass(5);
    assertEquals("", shown());
    ProgressDisplay stage = display.ofStage("jackknife");
    stage.started(50, 0);
    stage.done(1);
    world.pass(1);
    assertEquals(CLEAR + "0:01  jackknife: 1 of 50, 49 s left", shown());
    display.ended(); // of the run, which is not shown
    assertEquals("", shown());
    stage.ended();
    assertEquals(CLEAR, shown());
  }

  @Test
  void aResumedRunGoesOnCounting() {
    columns = 60;
    ProgressDisplay display = onTerminal();
    display.started(5000, 1000);
    world.pass(9);
    shown();
    world.nanos += TimeUnit.SECONDS.toNanos(1);
    display.done(200);
    world.tick.run();
    assertEquals(CLEAR + "0:10  1200 of 5000 items, 24 %, 20/s, 3 min left", shown());
  }

  /** Two slices of three items, each of which takes a second; then as many of two more. */
  @Test
  void theSerialEngineDoesNotHideTheClock() {
    columns = 34;
    MemoryStore store = new MemoryStore();
    run(6, 2, store);
    assertEquals(
        CLEAR
            + String.join(
                CLEAR,
                "0:01  0 of 6 items, 0 %",
                "0:02  0 of 6 items, 0 %",
                "0:03  0 of 6 items, 0 %",
                "0:04  3 of 6 items, 2 s left",
                "0:05  3 of 6 items, 1 s left",
                "0:06  3 of 6 items, 0 s left",
                ""),
        shown());
    run(10, 5, store);
    assertEquals(
        CLEAR
            + String.join(
                CLEAR,
                "0:01  6 of 10 items, 60 %",
                "0:02  6 of 10 items, 60 %",
                "0:03  8 of 10 items, 1 s left",
                "0:04  8 of 10 items, 0 s left",
                ""),
        shown());
  }

  /** Runs what the store does not have. */
  private void run(int items, int slices, MemoryStore store) {
    ElementFunction.ToDouble function =
        (n, random) -> {
          world.pass(1);
          return n;
        };
    Runner.on(new SequentialEngine())
        .withSlices(slices)
        .withProgress(onTerminal())
        .run(ArrayMap.of(function, IntegerArray.range(0, items)), store);
  }

  @Test
  void whatIsPrintedBesideStandsAlone() {
    ProgressDisplay display = onTerminal();
    display.started(8, 0);
    display.aside(() -> terminal.print("before\n"));
    assertEquals("before\n", shown());
    columns = 14;
    world.pass(1);
    display.aside(() -> terminal.print("failed\n"));
    display.ofStage("more").aside(() -> terminal.print("once more\n"));
    world.pass(1);
    assertEquals(
        CLEAR + "0:01  0 %" + CLEAR + "failed\nonce more\n" + CLEAR + "0:02  0 %", shown());
  }

  @Test
  void nothingIsShownBehindTheEnd() {
    ProgressDisplay display = onTerminal();
    display.started(8, 0);
    world.pass(1);
    display.close();
    shown();
    display.done(1);
    world.pass(60);
    display.ended();
    ProgressDisplay stage = display.ofStage("late");
    stage.started(5, 0);
    world.pass(60);
    stage.ended();
    assertEquals("", shown());
    assertEquals(1, world.stopped);
  }

  @Test
  void aLogHasALineEachHalfMinuteHoweverOftenItemsBegin() {
    ProgressDisplay display = inLog();
    display.started(96000, 0);
    world.pass(29);
    display.done(1200);
    assertEquals("", shown());
    world.pass(1);
    String line = "parallax: 1200 of 96000 items, 41/s, about 38 min left\n";
    assertEquals(line, shown());
    world.pass(15);
    display.ended();
    ProgressDisplay stage = display.ofStage("jackknife");
    stage.started(10, 0);
    world.pass(14);
    assertEquals("", shown());
    world.pass(1);
    assertEquals("parallax: jackknife: 0 of 10 after 15 s\n", shown());
    stage.aside(() -> terminal.print("failed\n"));
    stage.close();
    world.pass(90);
    assertEquals("failed\n", shown());
  }

  /** A line that is late, as on a machine that sleeps, does not bring others with it. */
  @Test
  void aLogIsNotCaughtUpOn() {
    ProgressDisplay display = inLog();
    display.started(8, 0);
    world.nanos += TimeUnit.SECONDS.toNanos(100);
    world.pass(1);
    assertEquals("parallax: 0 of 8 items after 2 min\n", shown());
    world.pass(18);
    assertEquals("", shown());
    world.pass(1);
    assertEquals("parallax: 0 of 8 items after 2 min\n", shown());
  }
}
