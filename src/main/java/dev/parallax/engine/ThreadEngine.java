package dev.parallax.engine;

import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import dev.parallax.text.Thrown;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps blocks on threads of this process: all cores of a machine, and nothing to start. What is
 * computed is checked, and kept apart, as if it were sent to workers; see {@link SentTask}. As on a
 * local Spark, a slice that cannot be evaluated is not tried again.
 */
public final class ThreadEngine implements Engine {
  /** As many there are at most. */
  public static final int MOST = 4096;

  private static final String NAME = "threads";
  private static final Pattern FORM = Pattern.compile(NAME + "\\[(\\*|[1-9]\\d{0,3})]");

  private final int threads;
  private final Set<Team<?>> teams = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /**
   * An engine of so many threads.
   *
   * @throws IllegalArgumentException if it is not within 1 .. 4096
   */
  public ThreadEngine(int threads) {
    if (threads < 1 || threads > MOST) {
      throw new IllegalArgumentException(
          "threads must be within 1 .. " + MOST + ", not " + threads);
    }
    this.threads = threads;
  }

  /** A thread for each core of this machine. */
  public static ThreadEngine ofAllCores() {
    return new ThreadEngine(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * The engine that a master names: {@code threads[N]}, or {@code threads[*]} for all cores.
   *
   * @return none if the name is not one of threads, right or wrong
   * @throws IllegalArgumentException if it is a wrong one of threads
   */
  public static Optional<ThreadEngine> named(String master) {
    if (!master.strip().regionMatches(true, 0, NAME, 0, NAME.length() - 1)) { // nor is one left out
      return Optional.empty();
    }
    Matcher form = FORM.matcher(master.strip());
    if (!form.matches()) {
      throw unknown(master);
    }
    if (form.group(1).equals("*")) {
      return Optional.of(ofAllCores());
    }
    int count = Integer.parseInt(form.group(1));
    if (count > MOST) {
      throw unknown(master);
    }
    return Optional.of(new ThreadEngine(count));
  }

  private static IllegalArgumentException unknown(String master) {
    return new IllegalArgumentException(
        "unknown master '"
            + master
            + "': use threads[N] with N within 1 .. "
            + MOST
            + ", or threads[*] for all cores");
  }

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    Team<S> team = new Team<>(SentTask.of(task), slices, Math.min(threads, slices.size()));
    teams.add(team);
    try {
      if (cancelled) {
        throw new CancellationException("cancelled");
      }
      team.start();
      for (int received = 0; received < slices.size(); received++) {
        receiver.receive(team.arrivals.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      teams.remove(team);
      team.end();
    }
  }

  /** Ends the blocks under way too, by interrupts, which {@link ItemLoop} heeds. */
  @Override
  public void cancel() {
    cancelled = true;
    teams.forEach(Team::end);
  }

  @Override
  public int parallelism() {
    return threads;
  }

  @Override
  public String master() {
    return NAME + "[" + threads + "]";
  }

  @Override
  public void close() {}

  /**
   * The threads of one map, which take one slice after another. Those that are in the midst of one
   * when the map ends before its time are interrupted and not waited for.
   */
  private static final class Team<S extends Serializable> {
    private final SentTask<S> task;
    private final List<Slice<S>> slices;
    private final Arrivals arrivals;
    private final List<Thread> members = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Team(SentTask<S> task, List<Slice<S>> slices, int size) {
      this.task = task;
      this.slices = slices;
      this.arrivals = new Arrivals(size);
      for (int i = 1; i <= size; i++) {
        Thread member = new Thread(this::work, "parallax-worker-" + i);
        member.setDaemon(true); // code that heeds no interrupt does not keep the process alive
        members.add(member);
      }
    }

    void start() {
      members.forEach(Thread::start);
    }

    void end() {
      arrivals.end();
      members.forEach(Thread::interrupt);
    }

    private void work() {
      try {
        BlockTask<S> own = task.here();
        for (int i = next.getAndIncrement(); i < slices.size(); i = next.getAndIncrement()) {
          if (!arrivals.put(own.outcome(task.here(slices.get(i)), "driver"))) {
            return;
          }
        }
      } catch (Throwable e) { // the caller is told, whatever it is
        arrivals.failed(e);
      }
    }
  }

  /** Outcomes that wait for the receiver, as many as there are threads at most. */
  private static final class Arrivals {
    private final int most;
    private final Queue<Outcome> waiting = new ArrayDeque<>();
    private Optional<Throwable> failure = Optional.empty();
    private boolean ended;

    Arrivals(int most) {
      this.most = most;
    }

    /**
     * Hands an outcome over, as soon as there is room.
     *
     * @return whether that was done; else the map has ended, and as the interrupt may have made
     *     items fail, the outcome does not count
     */
    synchronized boolean put(Outcome outcome) {
      while (waiting.size() >= most && !ended) {
        await();
      }
      if (!ended) {
        waiting.add(outcome);
        notifyAll();
      }
      return !ended;
    }

    /** For room. An interrupt is that of the end, or a stray one of the user's code. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private synchronized void await() {
      try {
        wait();
      } catch (InterruptedException e) {
        // The caller looks whether it is the end.
      }
    }

    /** A thread could not go on. */
    synchronized void failed(Throwable thrown) {
      failure = failure.or(() -> Optional.of(thrown));
      notifyAll();
    }

    synchronized void end() {
      ended = true;
      notifyAll();
    }

    /**
     * The next outcome. What was handed over before the end, or a failure, is there to be had.
     *
     * @throws CancellationException at the end
     */
    synchronized Outcome take() throws InterruptedException {
      while (waiting.isEmpty() && !ended && failure.isEmpty()) {
        wait();
      }
      if (!waiting.isEmpty()) {
        notifyAll();
        return waiting.remove();
      }
      if (ended) {
        throw new CancellationException("cancelled");
      }
      throw unchecked(failure.orElseThrow());
    }

    private static RuntimeException unchecked(Throwable thrown) {
      if (thrown instanceof Error error) {
        throw error;
      }
      return thrown instanceof RuntimeException e
          ? e
          : new EngineException(Thrown.text(thrown), thrown);
    }
  }
}
