package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Engine;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

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

  /** Slices per core of items that failed: they may take long. */
  private static final int PER_CORE = 16;

  private final Engine engine;
  private final OptionalInt slices;
  private final Progress progress;
  private final ItemLimits limits;

  private Runner(Engine engine, OptionalInt slices, Progress progress, ItemLimits limits) {
    this.engine = engine;
    this.slices = slices;
    this.progress = progress;
    this.limits = limits;
  }

  /**
   * A runner on this engine, with slices chosen by a timed pilot, no limits and no progress shown.
   */
  public static Runner on(Engine engine) {
    return new Runner(engine, OptionalInt.empty(), Progress.NONE, ItemLimits.NONE);
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
    return new Runner(engine, OptionalInt.of(count), progress, limits);
  }

  /** This runner telling how far it is. */
  public Runner withProgress(Progress listener) {
    return new Runner(engine, slices, listener, limits);
  }

  /** This runner with limits to the time of an item and to the number of those that fail. */
  public Runner withLimits(ItemLimits other) {
    return new Runner(engine, slices, progress, other);
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
   * @throws CancellationException if the engine was cancelled
   * @throws TooManyFailures if more items failed than the limits allow; as after any other
   *     exception, the store has what was finished
   */
  public <S extends Serializable> Run run(Workload<S> workload, Store store) {
    Incidents before = engine.incidents();
    boolean complete = store.blocks().stream().mapToLong(Block::size).sum() == workload.items();
    Span span = complete ? new Span(Effort.clock(), 0) : rest(workload, store);
    return assembled(workload, store, span).withIncidents(engine.incidents().since(before));
  }

  /**
   * How long slices were at work, without the pilot.
   *
   * @param start when the first was handed out, in seconds since 1970
   * @param seconds how long it took
   */
  private record Span(double start, double seconds) {}

  /** Computes what is still to do. */
  private <S extends Serializable> Span rest(Workload<S> workload, Store store) {
    long begun = System.nanoTime();
    Limited<S> job = Limited.of(workload.begun(engine), limits);
    double ahead = (System.nanoTime() - begun) * 1e-9;
    int parts = slices.orElseGet(() -> foreseen(job));
    List<Block> blocks = Slicing.remaining(job.items(), store.blocks(), parts);
    double clock = Effort.clock();
    long start = System.nanoTime();
    map(job, blocks, store::add);
    return new Span(clock, ahead + (System.nanoTime() - start) * 1e-9);
  }

  private <S extends Serializable> int foreseen(Workload<S> job) {
    Slicing.Plan plan = Slicing.choose(job, engine.parallelism());
    job.foreseen(plan.seconds());
    return plan.slices();
  }

  /**
   * Computes the items again that failed in an earlier run, and then what is still to do.
   *
   * @throws CancellationException as {@link #run}
   * @throws TooManyFailures as {@link #run}
   */
  public <S extends Serializable> Run retryFailed(Workload<S> workload, Store store) {
    long[] failed = failed(store);
    if (failed.length > 0) {
      Scattered<S> again = new Scattered<>(Limited.of(workload.begun(engine), limits), failed);
      int parts = slices.orElse(PER_CORE * engine.parallelism());
      map(
          again,
          Block.split(failed.length, parts),
          outcome -> store.amend(again.items(outcome.block()), outcome.result()));
    }
    return run(workload, store);
  }

  private static long[] failed(Store store) {
    LongStream.Builder failed = LongStream.builder();
    store.forEach(outcome -> outcome.result().failures().forEach(f -> failed.add(f.item())));
    return failed.build().toArray();
  }

  private <S extends Serializable> void map(
      Workload<S> workload, List<Block> blocks, Consumer<Outcome> store) {
    List<Slice<S>> work = blocks.stream().map(workload::slice).toList();
    AtomicLong failed = new AtomicLong();
    progress.started(blocks.stream().mapToLong(Block::size).sum());
    try {
      engine.map(
          workload.function(),
          work,
          outcome -> {
            store.accept(outcome);
            progress.done(outcome.block().size());
            List<Failure> failures = outcome.result().failures();
            progress.failed(failures);
            if (failed.addAndGet(failures.size()) > limits.failures()) {
              throw new TooManyFailures(failed.get());
            }
          });
    } finally {
      progress.ended();
    }
  }

  private Run assembled(Workload<?> workload, Store store, Span span) {
    Assembly assembly = new Assembly(workload, span.start());
    store.forEach(assembly::take);
    return assembly.finish(engine.master(), span.seconds(), engine.parallelism(), store);
  }

  /**
   * Brings a job's code and the engine to speed with pilots whose results are thrown away, so that
   * what is timed next, on this engine and on others, is timed warm.
   */
  public <S extends Serializable> void warm(Workload<S> workload) {
    long start = System.nanoTime();
    do {
      Pilot.secondsPerItem(workload, 0, PILOT_SECONDS);
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
