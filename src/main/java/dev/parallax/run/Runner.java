package dev.parallax.run;

import dev.parallax.engine.BlockTask;
import dev.parallax.engine.Engine;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.SubsetTask;
import dev.parallax.engine.Workload;
import dev.parallax.engine.Workload.Pass;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Scatter;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

  private static final double PILOT_SECONDS = 0.05;

  /** So many seconds a forecast is looked at for at most, */
  private static final double LONGEST_LOOK = 1;

  /** and such a share of the job as it is foreseen. */
  private static final double CHEAP = 0.04;

  /** Slices per core of items that failed: they may take long. */
  private static final int PER_CORE = 16;

  private final Engine engine;
  private final OptionalInt slices;
  private final Progress progress;
  private final ItemLimits limits;
  private final Scatter scatter;

  private Runner(
      Engine engine, OptionalInt slices, Progress progress, ItemLimits limits, Scatter scatter) {
    this.engine = engine;
    this.slices = slices;
    this.progress = progress;
    this.limits = limits;
    this.scatter = scatter;
  }

  /**
   * A runner on this engine, with slices chosen by a timed pilot, no limits and no progress shown.
   */
  public static Runner on(Engine engine) {
    return new Runner(engine, OptionalInt.empty(), Progress.NONE, ItemLimits.NONE, Scatter.BLOCK);
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
    return new Runner(engine, OptionalInt.of(count), progress, limits, scatter);
  }

  /** This runner telling how far it is. */
  public Runner withProgress(Progress listener) {
    return new Runner(engine, slices, listener, limits, scatter);
  }

  /** This runner with limits to the time of an item and to the number of those that fail. */
  public Runner withLimits(ItemLimits other) {
    return new Runner(engine, slices, progress, other, scatter);
  }

  /**
   * This runner distributing the items of a run that it begins over slices in this way. Cyclically,
   * they go to {@link CyclicOrder#MOST_PARTS} slices at most.
   */
  public Runner withScatter(Scatter other) {
    return new Runner(engine, slices, progress, limits, other);
  }

  /**
   * Checks that a job's results have names that tell them apart: they are summed up by name.
   *
   * @throws IllegalArgumentException if one has none, or that of another or of an input
   */
  public static void checkNames(Workload<?> workload) {
    Set<String> inputs = workload.inputs().stream().map(Response::name).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Response response : workload.responses()) {
      String name = response.name();
      if (name.isBlank()) {
        throw new IllegalArgumentException("a response has no name");
      }
      if (inputs.contains(name)) {
        throw new IllegalArgumentException("response '" + name + "' has the name of an input");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two responses have the name '" + name + "'");
      }
    }
  }

  /**
   * Runs a job, with the results in memory or, when they are many, in a temporary folder.
   *
   * @throws IllegalArgumentException if its results have no names that tell them apart
   */
  public <S extends Serializable> Run run(Workload<S> workload) {
    Store store = temporary(workload);
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
   * @throws IllegalArgumentException if its results have no names that tell them apart
   * @throws CancellationException if the engine was cancelled
   * @throws TooManyFailures if more items failed than the limits allow; as after any other
   *     exception, the store has what was finished
   */
  public <S extends Serializable> Run run(Workload<S> workload, Store store) {
    checkNames(workload);
    Incidents before = engine.incidents();
    return assembled(workload, filled(workload, store), before);
  }

  /**
   * A store, and what slices did for it, without the pilot.
   *
   * @param store what is done
   * @param start when the first slice was handed out, in seconds since 1970
   * @param work what they computed
   */
  private record Filled(Store store, double start, Timing.Work work) {
    Filled after(Filled earlier) {
      double first = earlier.work.items() > 0 ? earlier.start : start;
      return new Filled(store, first, earlier.work.plus(work));
    }
  }

  /**
   * Runs what has to be known besides a run's items: a stage of the job, on the same engine, within
   * the limits. Its results are kept with the run's, so that it is run once, and goes on where it
   * stopped.
   *
   * @param run the results so far
   * @param name what is computed, in letters and hyphens
   * @throws CancellationException as {@link #run}
   * @throws TooManyFailures as {@link #run}
   */
  public <S extends Serializable> Run stage(Run run, String name, Workload<S> stage) {
    return ofStage(name).run(stage, run.store().stage(name, stage, () -> temporary(stage)));
  }

  private Runner ofStage(String name) {
    ItemLimits each = limits.withFirst(0);
    return new Runner(engine, slices, progress.ofStage(name), each, Scatter.BLOCK);
  }

  /** Computes what is still to do. */
  private <S extends Serializable> Filled filled(Workload<S> workload, Store store) {
    long before = store.size();
    if (before == workload.items()) {
      return new Filled(store, Effort.clock(), Timing.Work.NONE);
    }
    if (workload.pass().isPresent()) {
      return passed(workload, workload.pass().get(), store);
    }
    boolean tried = store.blocks().stream().anyMatch(block -> block.first() < limits.first());
    ItemLimits each = tried ? limits.withFirst(0) : limits;
    ItemTask<S> task = ItemTask.of(workload, workload.function(), each);
    int parts = slices.orElseGet(() -> foreseen(workload, task, before));
    boolean fresh = store.blocks().isEmpty() && store.cyclic().isEmpty();
    if (scatter == Scatter.CYCLIC && fresh) {
      store.keepCyclic(CyclicOrder.of(workload.items(), parts));
    }
    List<Block> blocks = store.remaining(workload.items(), parts);
    engine.ready();
    double clock = Effort.clock();
    FirstItems first = FirstItems.of(each, workload.items());
    List<Slice<S>> all = blocks.stream().map(workload::slice).toList();
    progress.started(workload.items(), before);
    Timing.Work work = map(task, all, first, store::add);
    return new Filled(store, clock, work);
  }

  /** What is still to do by a pass over the data, whose slices are those that the engine sees. */
  private Filled passed(Workload<?> workload, Pass<?> pass, Store store) {
    double clock = Effort.clock();
    Timing.Work all = Timing.Work.NONE;
    for (Block block : store.remaining(workload.items(), 1)) {
      String name = pass.name() + "-" + block.first() + "-" + block.size();
      Timing.Work work = ofStage(name).withLimits(ItemLimits.NONE).passed(pass, block, name, store);
      all = all.plus(new Timing.Work(block.size(), work.seconds(), work.wall()));
      progress.started(workload.items(), store.size() - block.size());
      progress.done(block.size());
      progress.ended();
    }
    return new Filled(store, clock, all);
  }

  private <T extends Serializable> Timing.Work passed(
      Pass<T> pass, Block block, String name, Store store) {
    long[] items = LongStream.rangeClosed(block.first(), block.last()).toArray();
    Workload<T> stage = pass.over(items);
    Filled filled = filled(stage, store.stage(name, stage, () -> temporary(stage)));
    BlockResult result = pass.results(items, filled.store());
    store.add(new Outcome(block, result, Merged.effort(filled.store().efforts())));
    return filled.work();
  }

  /**
   * Tells the engine how long the job will take. Where the items get faster, they are tried again,
   * and no longer beside an engine's start; and while one would be started for them, as long as
   * that is cheap, for new code is slow.
   *
   * @param done how many items are done already
   */
  private <S extends Serializable> int foreseen(Workload<S> job, ItemTask<S> task, long done) {
    long start = System.nanoTime();
    double left = (double) (job.items() - done) / job.items();
    Slicing.Plan plan = plan(job, task);
    if (job.foreseen(plan.seconds())) {
      engine.ready();
      plan = plan(job, task);
    }
    while (engine.startsFor(plan.seconds() * left)
        && (System.nanoTime() - start) * 1e-9 < Math.min(LONGEST_LOOK, CHEAP * plan.seconds())) {
      plan = plan(job, task);
    }
    if (plan.seconds() > 0) {
      engine.foreseen(plan.seconds() * left);
    }
    return plan.slices();
  }

  private <S extends Serializable> Slicing.Plan plan(Workload<S> job, ItemTask<S> task) {
    return Slicing.choose(job, Pilot.of(task, job.items()), engine.parallelism());
  }

  /**
   * Computes the items again that failed in an earlier run, and then what is still to do. Stages
   * are run anew: they may be of results that are others now, or have failed themselves.
   *
   * @throws CancellationException as {@link #run}
   * @throws TooManyFailures as {@link #run}
   */
  public <S extends Serializable> Run retryFailed(Workload<S> workload, Store store) {
    checkNames(workload);
    Incidents before = engine.incidents();
    store.forgetStages();
    Filled again = again(workload, store);
    return assembled(workload, filled(workload, again.store()).after(again), before);
  }

  /** Computes the items again that failed. */
  private <S extends Serializable> Filled again(Workload<S> workload, Store kept) {
    double clock = Effort.clock();
    long[] failed = kept.failed();
    if (failed.length == 0) {
      return new Filled(kept, clock, Timing.Work.NONE);
    }
    ItemTask<S> task = ItemTask.of(workload, workload.function(), limits);
    int parts = slices.orElse(PER_CORE * engine.parallelism());
    progress.started(workload.items(), kept.size() - failed.length);
    Timing.Work work =
        map(
            new SubsetTask<>(task),
            SubsetTask.slices(workload, failed, parts),
            FirstItems.NONE,
            done -> kept.amend(SubsetTask.items(failed, done.block()), done.result()));
    return new Filled(kept, clock, work);
  }

  /** Has what is to do computed, of which progress was told that it starts. */
  private <S extends Serializable> Timing.Work map(
      BlockTask<S> task, List<Slice<S>> work, FirstItems first, Consumer<Outcome> store) {
    Arrivals arrivals = new Arrivals(store);
    long start = System.nanoTime();
    try {
      engine.map(task, work, outcome -> first.released(outcome).forEach(arrivals::receive));
    } finally {
      first.rest().forEach(store);
      progress.ended();
    }
    double wall = (System.nanoTime() - start) * 1e-9;
    return arrivals.work.plus(new Timing.Work(0, 0, wall));
  }

  /** Takes what was computed as it arrives, one outcome at a time. */
  private final class Arrivals {
    private final Consumer<Outcome> store;
    private volatile Timing.Work work = Timing.Work.NONE;
    private long failed;

    Arrivals(Consumer<Outcome> store) {
      this.store = store;
    }

    synchronized void receive(Outcome outcome) {
      store.accept(outcome);
      int size = outcome.block().size();
      work = work.plus(new Timing.Work(size, outcome.effort().seconds(), 0));
      progress.done(size);
      failed(outcome.result().failures());
    }

    /** Tells of failures, and ends the run when there are too many. */
    private void failed(List<Failure> failures) {
      progress.failed(failures);
      failed += failures.size();
      if (failed > limits.failures()) {
        throw TooManyFailures.of(failed, failures.get(0));
      }
    }
  }

  /**
   * A store that lasts as long as the process, in memory or, if the results are many, in a folder.
   */
  static Store temporary(Workload<?> workload) {
    double entries = (double) workload.items() * workload.responses().size();
    return entries <= MEMORY_ENTRIES ? new MemoryStore() : DiskStore.temporary();
  }

  /** A run whose results are kept apart from the folder that it was computed in. */
  public static Run apart(Run run) {
    Store store = temporary(run.workload());
    run.store().forEach(store::add);
    return run.withStore(store);
  }

  private Run assembled(Workload<?> workload, Filled filled, Incidents before) {
    Assembly assembly = new Assembly(workload, filled.start());
    assembly.take(filled.store());
    Incidents since = engine.incidents().since(before);
    return assembly.finish(engine, filled.work(), since, filled.store());
  }

  /**
   * Tries items until the job's code and the engine are at speed, so that what is timed next, on
   * this engine and on others, is timed warm; or until it is known that the job is a short one.
   *
   * @param enough a short job's seconds on one core
   * @return the seconds of all items on one core
   */
  public <S extends Serializable> double tried(Workload<S> workload, double enough) {
    ItemTask<S> task = ItemTask.of(workload, workload.function(), limits.withFirst(0));
    long start = System.nanoTime();
    Pilot.Trial<S> trial = Pilot.of(task, workload.items());
    double all;
    int cores = engine.parallelism();
    do {
      all = workload.items() * Pilot.secondsPerItem(workload, trial, 0, PILOT_SECONDS, cores);
    } while (all > enough && (System.nanoTime() - start) * 1e-9 < WARM_SECONDS);
    if (all > enough) {
      engine.foreseen(all / cores);
      List<Block> first = Block.split(Math.min(workload.items(), cores), cores);
      engine.map(task, first.stream().map(workload::slice).toList(), outcome -> {});
    }
    return all;
  }
}
