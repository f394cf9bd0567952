package dev.parallax.engine.spark;

import dev.parallax.engine.BlockTask;
import dev.parallax.engine.Engine;
import dev.parallax.engine.EngineException;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.Receiver;
import dev.parallax.engine.StartingEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.Function0;
import scala.Function2;
import scala.collection.immutable.Range;
import scala.concurrent.ExecutionContext;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Maps blocks as one Spark job: an RDD with one slice per partition, the task broadcast once, each
 * outcome handed over as its task ends.
 */
public final class SparkEngine implements Engine {
  /**
   * How many seconds Spark takes to start on a local master, with the empty job, on two cores that
   * are idle; more where they are not. Only the choice of an engine depends on it, and no result.
   */
  public static final double START_SECONDS = 1.3;

  private static final AtomicInteger GROUPS = new AtomicInteger();

  /** Of the driver's memory, for outcomes that wait. */
  private static final int MEMORY_SHARE = 8;

  /** Spark itself says each 15 s that a job waits for executors. */
  private static final int LONGEST_WAIT_SECONDS = 30;

  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final JavaSparkContext context;
  private final IncidentCounter counter;
  private final Releases releases;
  private final long most;
  private final boolean owner;
  private final String group = "parallax-" + GROUPS.getAndIncrement();
  private long mostHeld;
  private volatile boolean cancelled;

  private SparkEngine(JavaSparkContext context, long most) {
    this.context = context;
    this.most = most;
    this.owner = true;
    this.counter = new IncidentCounter();
    this.releases = new Releases();
    context.sc().addSparkListener(counter);
  }

  private SparkEngine(SparkEngine owner) {
    this.context = owner.context;
    this.most = owner.most;
    this.owner = false;
    this.counter = owner.counter;
    this.releases = owner.releases;
  }

  /** This engine for one job: cancelled or closed, it leaves Spark to the others. */
  public SparkEngine ofJob() {
    return new SparkEngine(this);
  }

  /** An engine on {@code local[*]}: every core of this machine. */
  public static SparkEngine local() {
    return open(SparkSettings.ofSpark().withMaster("local[*]"));
  }

  /**
   * Starts Spark. On a local master an empty job follows, which loads what every job needs, so that
   * the first real one is as quick as the others.
   *
   * @throws IllegalArgumentException if the master URL is none
   * @throws EngineException if Spark does not start, or no master answers
   */
  public static SparkEngine open(SparkSettings settings) {
    return open(settings, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  }

  /** The same with so many bytes of outcomes that wait for their receiver, at most. */
  static SparkEngine open(SparkSettings settings, long mostHeld) {
    SparkEngine engine = new SparkEngine(SparkStart.context(settings), mostHeld);
    if (engine.context.isLocal()) {
      engine.map(
          ItemTask.of(SparkEngine::nothing),
          List.of(new Slice<>(new Block(0, 0, 1), 0)),
          outcome -> {});
    } else {
      engine.awaitExecutors();
    }
    return engine;
  }

  /**
   * Waits until executors are there, and no more have come for a moment, so that there will be as
   * many slices as they can do at a time. What has not come by then comes while others work.
   */
  private void awaitExecutors() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
    long since = System.nanoTime();
    int known = 0;
    while (System.nanoTime() < end && !context.sc().isStopped()) {
      int now = context.sc().getExecutorMemoryStatus().size() - 1; // without the driver
      if (now != known) {
        known = now;
        since = System.nanoTime();
      }
      if (known > 0 && System.nanoTime() - since > QUIET_NANOS) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
      if (Thread.interrupted()) {
        throw new CancellationException("interrupted");
      }
    }
  }

  private static List<Column> nothing(Slice<Integer> slice, ItemLoop items) {
    items.forEach(i -> {});
    return List.of();
  }

  /**
   * As {@link #open}, but on a local master Spark starts on a thread of its own, and it is the
   * first use of the engine that waits, or fails.
   */
  public static Engine starting(SparkSettings settings) {
    OptionalInt parallelism = settings.knownParallelism();
    return parallelism.isPresent()
        ? new StartingEngine(() -> open(settings), parallelism.getAsInt())
        : open(settings);
  }

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    if (cancelled) {
      throw new CancellationException("cancelled");
    }
    if (slices.isEmpty()) {
      return;
    }
    try {
      mapOnSpark(task, slices, receiver);
    } catch (IllegalStateException e) { // Spark's word for a context that is stopped
      throw context.sc().isStopped() && !cancelled ? stopped(e) : e;
    }
  }

  private <S extends Serializable> void mapOnSpark(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    Broadcast<BlockTask<S>> shared = context.broadcast(task);
    try (Inbox inbox = Inbox.open(most)) {
      String name = context.appName();
      context.setJobGroup(group, name + ", " + slices.size() + " slices", true);
      context.setCallSite(name); // which names the stage
      handOver(submit(shared, slices, inbox), slices, receiver);
      mostHeld = Math.max(mostHeld, inbox.peak());
      releases.after(shared); // not where the job was cut short: its tasks may still read it
    } finally {
      if (!context.sc().isStopped()) {
        context.clearJobGroup();
        context.clearCallSite();
      }
    }
  }

  /** Spark stops by itself when it finds no master. */
  private EngineException stopped(Throwable cause) {
    return new EngineException(
        "Spark has stopped: is there a master at " + context.sc().master() + "?", cause);
  }

  /** A job under way: what has arrived, then how it ended. */
  private record Job(
      SimpleFutureAction<BoxedUnit> action, BlockingQueue<Object> arrivals, Inbox inbox) {}

  private <S extends Serializable> Job submit(
      Broadcast<BlockTask<S>> shared, List<Slice<S>> slices, Inbox inbox) {
    SliceRdd<S> rdd = new SliceRdd<>(context.sc(), slices);
    BlockingQueue<Object> arrivals = new LinkedBlockingQueue<>();
    Function2<Object, Parcel, BoxedUnit> arrived =
        (partition, parcel) -> {
          arrivals.add(context.isLocal() ? parcel : timed(parcel));
          return BoxedUnit.UNIT;
        };
    Function0<BoxedUnit> done = () -> BoxedUnit.UNIT;
    Range partitions = new Range.Exclusive(0, slices.size(), 1);
    SimpleFutureAction<BoxedUnit> action =
        context
            .sc()
            .submitJob(rdd, new SliceRdd.Task<>(shared, inbox.name()), partitions, arrived, done);
    action.onComplete(arrivals::add, ExecutionContext.parasitic$.MODULE$);
    if (cancelled) { // while it was being submitted
      action.cancel();
    }
    return new Job(action, arrivals, inbox);
  }

  /** With the time at which the block began by this machine's clock, not by the worker's. */
  private static Parcel timed(Parcel parcel) {
    Outcome outcome = parcel.outcome();
    return parcel.with(
        new Outcome(outcome.block(), outcome.result(), outcome.effort().justEnded()));
  }

  private void handOver(Job job, List<? extends Slice<?>> slices, Receiver receiver) {
    int received = 0;
    try {
      while (received < slices.size()) {
        Object arrival = job.arrivals().take();
        if (arrival instanceof Parcel parcel) {
          receiver.receive(parcel.outcome());
          job.inbox().leave(parcel.slice());
          received++;
        } else {
          throw failure((Try<?>) arrival, slices);
        }
      }
      counter.await((int) job.action().jobIds().apply(0));
    } catch (InterruptedException e) {
      job.action().cancel();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (RuntimeException e) {
      job.action().cancel();
      throw e;
    }
  }

  private RuntimeException failure(Try<?> end, List<? extends Slice<?>> slices) {
    if (cancelled) {
      return new CancellationException("cancelled");
    }
    Throwable cause = end.failed().get();
    return context.sc().isStopped() ? stopped(cause) : JobFailure.of(cause, slices);
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (!context.sc().isStopped()) {
      context.cancelJobGroup(group);
    }
  }

  @Override
  public int parallelism() {
    return context.defaultParallelism();
  }

  @Override
  public String master() {
    return context.master();
  }

  @Override
  public Incidents incidents() {
    return counter.incidents();
  }

  /** How many bytes of outcomes have waited at most, in jobs that are done. */
  long mostHeld() {
    return mostHeld;
  }

  /** The Spark context, for those who want more of it. */
  public SparkContext context() {
    return context.sc();
  }

  /** Stops Spark, whose threads have much to say then of executors that they lost before. */
  @Override
  @SuppressWarnings("try") // what is muted is muted by its being open
  public void close() {
    if (!owner) {
      return;
    }
    try (SparkLog.Muted muted = SparkLog.mute(SparkContext.class.getPackageName())) {
      releases.close();
      context.close();
    }
  }

  /** Counts what Spark makes good by trying again. */
  private static final class IncidentCounter extends SparkListener {
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private int retried;
    private int lost;
    private int lastEnded = -1;

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
      // A copy that is killed since another was faster did not fail.
      if (end.reason() instanceof TaskFailedReason && !(end.reason() instanceof TaskKilled)) {
        retried++;
      }
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      lost++;
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
      lastEnded = Math.max(lastEnded, end.jobId());
      notifyAll();
    }

    /** Waits until all is counted that came before the end of a job: Spark tells of it later. */
    synchronized void await(int job) throws InterruptedException {
      long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
      while (lastEnded < job) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return; // Spark drops events when there are too many
        }
        wait(left);
      }
    }

    synchronized Incidents incidents() {
      return new Incidents(retried, lost);
    }
  }
}
