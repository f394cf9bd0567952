package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of an engine, with forecasts that are given; the other engine is a serial one. */
class ChoosingEngineTest {
  private final List<String> heard = new ArrayList<>();
  private final Engine choosing = new ChoosingEngine(new ThreadEngine(3), this::started, 2);

  private Engine started() {
    heard.add("start");
    return new Other(new SequentialEngine());
  }

  /** Stands for Spark. */
  private final class Other implements Engine {
    private final SequentialEngine engine;

    Other(SequentialEngine engine) {
      this.engine = engine;
    }

    @Override
    public void ready() {
      heard.add("ready");
    }

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
      return 4;
    }

    @Override
    public String master() {
      return "other";
    }

    @Override
    public Incidents incidents() {
      return new Incidents(1, 2);
    }

    @Override
    public void close() {
      heard.add("close");
    }
  }

  private int mapped() {
    List<Slice<Integer>> slices =
        Block.split(6, 2).stream().map(block -> new Slice<>(block, 7)).toList();
    BlockFunction<Integer> nothing =
        (slice, items) -> {
          items.forEach(i -> {});
          return List.of();
        };
    int[] received = {0};
    choosing.map(ItemTask.of(nothing), slices, outcome -> received[0]++);
    return received[0];
  }

  /** The start takes 2 s, so that it is worth it from 20 s on. */
  @ParameterizedTest
  @CsvSource({
    "0.03, threads[3], 'on 3 threads: forecast less than 0.1 s, where Spark takes 2.0 s to start'",
    "0.12, threads[3], 'on 3 threads: forecast 0.1 s, where Spark takes 2.0 s to start'",
    "19.9, threads[3], 'on 3 threads: forecast 20 s, where Spark takes 2.0 s to start'",
    "20, other, 'on Spark: forecast 20 s, of which its start, 2.0 s, is a small part'",
    "1e6, other, 'on Spark: forecast 1000000 s, of which its start, 2.0 s, is a small part'"
  })
  void theForecastDecides(double seconds, String master, String why) {
    assertEquals(master.equals("other"), choosing.startsFor(seconds));
    choosing.foreseen(seconds);
    assertFalse(choosing.startsFor(seconds), "it has chosen");
    choosing.ready();
    assertEquals(2, mapped());
    assertEquals(master, choosing.master());
    assertEquals(why, choosing.choice().orElseThrow().text());
    assertEquals(OptionalDouble.of(seconds), choosing.choice().orElseThrow().forecast());
    choosing.close();
    boolean other = master.equals("other");
    assertEquals(other ? List.of("start", "ready", "close") : List.of(), heard);
    assertEquals(other ? 4 : 3, choosing.parallelism());
    assertEquals(other ? new Incidents(1, 2) : Incidents.NONE, choosing.incidents());
  }

  @Test
  void withoutAForecastThreadsDoIt() {
    assertTrue(choosing.choice().isEmpty());
    assertEquals("threads[3]", choosing.master());
    assertEquals(2, mapped());
    assertEquals(
        "on 3 threads: no forecast, and Spark takes 2.0 s to start",
        choosing.choice().orElseThrow().text());
    assertEquals(OptionalDouble.empty(), choosing.choice().orElseThrow().forecast());
    choosing.close();
    assertEquals(List.of(), heard);
  }

  /** A job that is longer than its forecast, and the jobs after it, stay where the first one is. */
  @Test
  void itIsChosenOnce() {
    choosing.foreseen(1);
    choosing.foreseen(1000);
    assertEquals("threads[3]", choosing.master());
    assertEquals(2, mapped());
    assertEquals(List.of(), heard);
  }

  @Test
  void whatIsCancelledBeforeTheChoiceMapsNothing() {
    choosing.cancel();
    choosing.foreseen(100);
    assertThrows(CancellationException.class, this::mapped);
  }

  @Test
  void whatIsCancelledWithoutAForecastMapsNothing() {
    choosing.cancel();
    assertThrows(CancellationException.class, this::mapped);
  }

  private static List<Column> values(Slice<Integer> slice, ItemLoop items) {
    double[] values = new double[slice.block().size()];
    items.forEach(i -> values[i] = slice.block().item(i));
    return List.of(new Column.Doubles(values));
  }

  /** A job whose items take so long each, as it says itself. */
  private record Foreseen(long items, double itemSeconds, BlockFunction<Integer> function)
      implements Workload<Integer> {
    @Override
    public String name() {
      return "foreseen";
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public List<Response> responses() {
      return List.of(new Response("value", ColumnType.DOUBLE));
    }

    @Override
    public Integer data(Block block) {
      return 0;
    }
  }

  /** Its first items take long, as those of new code do, and all others hardly any time. */
  private static final class Warming implements BlockFunction<Integer> {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger TRIALS = new AtomicInteger();

    @Override
    public List<Column> apply(Slice<Integer> slice, ItemLoop items) {
      double[] values = new double[slice.block().size()];
      boolean cold = TRIALS.incrementAndGet() <= 3;
      items.forEach(i -> TimeUnit.MILLISECONDS.sleep(cold ? 50 : 0));
      return List.of(new Column.Doubles(values));
    }
  }

  /** 3000 items of 50 ms would take 50 s on 3 threads; on a longer look they take no time. */
  @Test
  void codeThatGetsWarmIsLookedAtAgain() {
    Warming.TRIALS.set(0);
    try (Run run = Runner.on(choosing).run(new Foreseen(3000, 0, new Warming()))) {
      assertEquals("threads[3]", run.master());
      assertTrue(Warming.TRIALS.get() > 3, "tried again");
    }
    assertEquals(List.of(), heard);
  }

  /** The runner's forecast is of all cores: 60 items of a second on 3 threads take 20 s. */
  @Test
  void theRunnerTellsTheForecast() {
    try (Run run = Runner.on(choosing).run(new Foreseen(60, 1, ChoosingEngineTest::values))) {
      assertEquals("other", run.master());
      assertEquals(OptionalDouble.of(20), run.choice().orElseThrow().forecast());
    }
    Engine again = new ChoosingEngine(new ThreadEngine(3), this::started, 2);
    try (Run run = Runner.on(again).run(new Foreseen(59, 1, ChoosingEngineTest::values))) {
      assertEquals("threads[3]", run.master());
    }
    Engine few = new ChoosingEngine(new ThreadEngine(3), this::started, 2);
    try (Run run = Runner.on(few).run(new Foreseen(48, 0, ChoosingEngineTest::values))) {
      assertEquals(OptionalDouble.empty(), run.choice().orElseThrow().forecast());
    }
  }
}
