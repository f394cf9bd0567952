package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * An engine that is started on a thread of its own, so that what comes before its first slices, a
 * pilot and the compilation of code, is done meanwhile. What needs the engine waits for it, and
 * gets the exception if it does not start.
 */
public final class StartingEngine implements Engine {
  private final FutureTask<Engine> start;
  private final int parallelism;
  private Engine running;
  private boolean cancelled;

  /**
   * Begins to start it.
   *
   * @param starts gives the engine, once
   * @param parallelism what its parallelism will be
   */
  public StartingEngine(Callable<? extends Engine> starts, int parallelism) {
    this.parallelism = parallelism;
    start = new FutureTask<>(() -> arrived(starts.call()));
    Thread thread = new Thread(start, "parallax-start");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized Engine arrived(Engine engine) {
    running = engine;
    if (cancelled) {
      engine.cancel();
    }
    return engine;
  }

  private Engine started() {
    try {
      return start.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new EngineException("the engine could not start: " + cause.getMessage(), cause);
  }

  @Override
  public void ready() {
    started().ready();
  }

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    started().map(task, slices, receiver);
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public String master() {
    return started().master();
  }

  @Override
  public synchronized Incidents incidents() {
    return running == null ? Incidents.NONE : running.incidents();
  }

  /** Waits until it has started, if it does, to end it. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (!start.isDone()) {
      try {
        start.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break; // nothing to close
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (running != null) {
        running.close();
      }
    }
  }
}
