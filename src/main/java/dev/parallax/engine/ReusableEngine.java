package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An engine that outlives the cancellation of a job: each map has an engine of its own, on the same
 * cores, and what is cancelled is the map under way.
 */
public final class ReusableEngine implements Engine {
  private final Supplier<? extends Engine> own;
  private final Runnable end;
  private Optional<Engine> running = Optional.empty();

  /**
   * Nothing is asked for yet.
   *
   * @param own gives an engine for one map, which need not be closed
   * @param end frees what all of them use
   */
  public ReusableEngine(Supplier<? extends Engine> own, Runnable end) {
    this.own = own;
    this.end = end;
  }

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    Engine engine = own.get();
    running(Optional.of(engine));
    try {
      engine.map(task, slices, receiver);
    } finally {
      running(Optional.empty());
    }
  }

  private synchronized void running(Optional<Engine> engine) {
    running = engine;
  }

  /** Ends the map under way, if there is one; the next begins as if nothing had been. */
  @Override
  public void cancel() {
    Optional<Engine> engine;
    synchronized (this) {
      engine = running;
    }
    engine.ifPresent(Engine::cancel);
  }

  /** Whether a map is under way. */
  public synchronized boolean isAtWork() {
    return running.isPresent();
  }

  @Override
  public int parallelism() {
    return own.get().parallelism();
  }

  @Override
  public String master() {
    return own.get().master();
  }

  @Override
  public Incidents incidents() {
    return own.get().incidents();
  }

  @Override
  public void close() {
    end.run();
  }
}
