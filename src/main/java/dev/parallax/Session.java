package dev.parallax;

import dev.parallax.engine.Engine;
import java.util.Optional;
import java.util.function.Supplier;

/** An engine that is started when it is first needed, shared by those who use it. */
final class Session implements AutoCloseable {
  private final Supplier<Engine> start;
  private Optional<Engine> engine = Optional.empty();
  private boolean closed;

  Session(Supplier<Engine> start) {
    this.start = start;
  }

  synchronized Engine engine() {
    if (closed) {
      throw new IllegalStateException("this Parallax is closed");
    }
    if (engine.isEmpty()) {
      engine = Optional.of(start.get());
    }
    return engine.get();
  }

  @Override
  public synchronized void close() {
    closed = true;
    engine.ifPresent(Engine::close);
    engine = Optional.empty();
  }
}
