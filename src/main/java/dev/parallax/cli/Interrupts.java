package dev.parallax.cli;

import dev.parallax.engine.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * While open, Ctrl-C, a termination signal and a hang-up cancel the engines instead of killing the
 * process under Spark's hands. Where that does not end the work soon (the user's code heeds no
 * interrupt, Spark is still looking for its cluster), or at a second signal, the process is halted:
 * what is finished is on disk, so nothing is lost.
 */
final class Interrupts implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
  private static final long GRACE_SECONDS = 3;

  private final Runnable notice;
  private final Map<String, Object> former = new LinkedHashMap<>();
  private final List<Engine> engines = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean asked;

  /**
   * Begins to listen.
   *
   * @param notice tells the user, before the process is halted
   */
  Interrupts(Runnable notice) {
    this.notice = notice;
    for (String signal : SIGNALS) {
      // Cancelling takes locks that a signal handler must not wait for.
      former.put(signal, Signals.register(signal, () -> start(new Thread(this::signalled))));
    }
  }

  private static void start(Thread thread) {
    thread.setName("interrupt");
    thread.setDaemon(true);
    thread.start();
  }

  /** Has this engine cancelled when a signal comes, or now if one has come. */
  synchronized <E extends Engine> E cancels(E engine) {
    engines.add(engine);
    if (asked) {
      engine.cancel();
    }
    return engine;
  }

  private void signalled() {
    if (first()) {
      try {
        engines.forEach(Engine::cancel);
        if (closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException | RuntimeException e) {
        // It could not be cancelled, so it is halted.
      }
    }
    notice.run();
    Runtime.getRuntime().halt(Main.INTERRUPTED);
  }

  private synchronized boolean first() {
    boolean first = !asked;
    asked = true;
    return first;
  }

  @Override
  public void close() {
    closed.countDown();
    former.forEach(Signals::unregister);
  }
}
