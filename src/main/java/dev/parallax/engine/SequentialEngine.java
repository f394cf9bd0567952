package dev.parallax.engine;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;

/** One block after another on the calling thread: what the speed-up is measured against. */
public final class SequentialEngine implements Engine {
  private volatile boolean cancelled;

  /** An engine that needs nothing. */
  public SequentialEngine() {}

  @Override
  public <S extends Serializable> void map(
      BlockFunction<S> function, List<Slice<S>> slices, Receiver receiver) {
    cancelled = false;
    for (Slice<S> slice : slices) {
      if (cancelled) {
        throw new CancellationException("cancelled");
      }
      receiver.receive(Timed.apply(function, slice, "driver"));
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
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
