package dev.parallax.engine;

import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;

/** One block after another on the calling thread: what the speed-up is measured against. */
public final class SequentialEngine implements Engine {
  private boolean cancelled;
  private Thread mapping;

  /** An engine that needs nothing. */
  public SequentialEngine() {}

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    try {
      for (Slice<S> slice : slices) {
        begin();
        Outcome outcome = task.outcome(slice, "driver");
        // A cancelled block may hold items that the interrupt made fail: it does not count.
        end();
        receiver.receive(outcome);
      }
    } finally {
      leave();
    }
  }

  private synchronized void begin() {
    check();
    mapping = Thread.currentThread();
  }

  private synchronized void end() {
    mapping = null;
    check();
  }

  private void check() {
    if (cancelled) {
      throw new CancellationException("cancelled");
    }
  }

  /** Our own interrupt must not reach what the caller does next. */
  private synchronized void leave() {
    mapping = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }

  /** Ends the block under way too, by an interrupt, which {@link ItemLoop} heeds. */
  @Override
  public synchronized void cancel() {
    cancelled = true;
    if (mapping != null) {
      mapping.interrupt();
    }
  }

  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public String master() {
    return "serial";
  }

  @Override
  public void close() {}
}
