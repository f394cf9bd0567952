package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Engine;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/**
 * Runs workloads on an engine. A sweep in five lines:
 *
 * <pre>{@code
 * try (Engine engine = SparkEngine.local()) {
 *   Run run = Runner.on(engine).run(sweep);
 *   double[] sums = run.doubles("sum");
 * }
 * }</pre>
 */
public final class Runner {
  /** The most items a run has: 2^44, a million slices as large as a slice can be. */
  public static final long MOST_ITEMS = (1L << 20) * Block.MAX_SIZE;

  /** Results above this many entries are kept on disk. */
  private static final double MEMORY_ENTRIES = 1 << 25;

  /** So long it takes until kernels that change over to faster code have done so. */
  private static final double WARM_SECONDS = 2;

  private static final double PILOT_SECONDS = 0.3;

  private final Engine engine;
  private final OptionalInt slices;
  private final Progress progress;

  private Runner(Engine engine, OptionalInt slices, Progress progress) {
    this.engine = engine;
    this.slices = slices;
    this.progress = progress;
  }

  /** A runner on this engine, with slices chosen by a timed pilot and no progress shown. */
  public static Runner on(Engine engine) {
    return new Runner(engine, OptionalInt.empty(), Progress.NONE);
  }

  /**
   * This runner with a fixed number of slices.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public Runner withSlices(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("slices must be 1 or more, not " + count);
    }
    return new Runner(engine, OptionalInt.of(count), progress);
  }

  /** This runner telling how far it is. */
  public Runner withProgress(Progress listener) {
    return new Runner(engine, slices, listener);
  }

  /** Runs a job, with the results in memory or, when they are many, in a temporary folder. */
  public <S extends Serializable> Run run(Workload<S> workload) {
    double entries = (double) workload.items() * workload.responses().size();
    Store store = entries <= MEMORY_ENTRIES ? new MemoryStore() : temporary();
    try {
      return run(workload, store);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /**
   * Runs what is still to do of a job: the items in blocks that the store does not have yet.
   *
   * @throws CancellationException if the engine was cancelled; the store has what was finished
   */
  public <S extends Serializable> Run run(Workload<S> asked, Store store) {
    long begun = System.nanoTime();
    Workload<S> workload = asked.begun(engine);
    double ahead = (System.nanoTime() - begun) * 1e-9;
    int parts = slices.orElseGet(() -> Slicing.choose(workload, engine.parallelism()));
    List<Block> blocks = Slicing.remaining(workload.items(), store.blocks(), parts);
    List<Slice<S>> work = blocks.stream().map(workload::slice).toList();
    Incidents before = engine.incidents();
    progress.started(blocks.stream().mapToLong(Block::size).sum());
    long start = System.nanoTime();
    try {
      engine.map(
          workload.function(),
          work,
          outcome -> {
            store.add(outcome);
            progress.done(outcome.block().size());
          });
    } finally {
      progress.ended();
    }
    double wall = ahead + (System.nanoTime() - start) * 1e-9;
    Assembly assembly = new Assembly(workload);
    store.forEach(assembly::take);
    return assembly
        .finish(engine.master(), wall, engine.parallelism(), store)
        .withIncidents(engine.incidents().since(before));
  }

  /**
   * Brings a job's code and the engine to speed with pilots whose results are thrown away, so that
   * what is timed next, on this engine and on others, is timed warm.
   */
  public <S extends Serializable> void warm(Workload<S> workload) {
    long start = System.nanoTime();
    do {
      Pilot.secondsPerItem(workload, PILOT_SECONDS);
    } while ((System.nanoTime() - start) * 1e-9 < WARM_SECONDS);
    long items = Math.min(workload.items(), engine.parallelism());
    List<Block> first = Block.split(items, engine.parallelism());
    engine.map(workload.function(), first.stream().map(workload::slice).toList(), outcome -> {});
  }

  private static Store temporary() {
    try {
      return new DiskStore(Files.createTempDirectory("parallax-"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }
}
