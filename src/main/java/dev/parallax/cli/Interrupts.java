package dev.parallax.cli;

import dev.parallax.engine.Engine;
import org.jline.utils.Signals;

/** While open, Ctrl-C and a termination signal cancel the engine instead of killing the process. */
final class Interrupts implements AutoCloseable {
  private static final String INT = "INT";
  private static final String TERM = "TERM";

  private final Object formerInt;
  private final Object formerTerm;

  Interrupts(Engine engine) {
    // Cancelling takes locks that a signal handler must not wait for.
    Runnable cancel = () -> new Thread(engine::cancel, "cancel").start();
    formerInt = Signals.register(INT, cancel);
    formerTerm = Signals.register(TERM, cancel);
  }

  @Override
  public void close() {
    Signals.unregister(INT, formerInt);
    Signals.unregister(TERM, formerTerm);
  }
}
