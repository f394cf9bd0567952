package dev.parallax.cli.process;

import dev.parallax.engine.Engine;
import dev.parallax.model.command.LivingProcesses;
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
public final class Interrupts implements AutoCloseable {
  /** The signals, and the exit status that a shell expects of a process that one of them ends. */
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 129, "INT", 130, "TERM", 143);

  private static final long GRACE_MILLISECONDS = 700;

  private final Runnable notice;
  private final Map<String, Object> former = new LinkedHashMap<>();
  private final List<Engine> engines = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean asked;
  private int status = ExitStatus.INTERRUPTED;

  /**
   * Begins to listen.
   *
   * @param notice tells the user, before the process is halted
   */
  public Interrupts(Runnable notice) {
    this.notice = notice;
    SIGNALS.forEach(
        (signal, exit) -> {
          // Cancelling takes locks that a signal handler must not wait for.
          Runnable handler = () -> start(new Thread(() -> signalled(exit)));
          former.put(signal, Signals.register(signal, handler));
        });
  }

  private static void start(Thread thread) {
    thread.setName("interrupt");
    thread.setDaemon(true);
    thread.start();
  }

  /** Has this engine cancelled when a signal comes, or now if one has come. */
  public synchronized <E extends Engine> E cancels(E engine) {
    engines.add(engine);
    if (asked) {
      engine.cancel();
    }
    return engine;
  }

  private void signalled(int exit) {
    if (first(exit)) {
      try {
        engines.forEach(Engine::cancel);
        if (closed.await(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException | RuntimeException e) {
        // It could not be cancelled, so it is halted.
      }
    }
    notice.run();
    LivingProcesses.endAll(); // a JVM that is halted runs no shutdown hooks
    Runtime.getRuntime().halt(status());
  }

  private synchronized boolean first(int exit) {
    boolean first = !asked;
    if (first) {
      status = exit;
    }
    asked = true;
    return first;
  }

  /** Whether a signal has come. */
  public synchronized boolean areAsked() {
    return asked;
  }

  /** The exit status of a process that was interrupted. */
  public synchronized int status() {
    return status;
  }

  @Override
  public void close() {
    closed.countDown();
    former.forEach(Signals::unregister);
  }
}
