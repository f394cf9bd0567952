package dev.parallax.cli;

import dev.parallax.engine.ItemLoop;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * While open, an exit from within, which is a user's code that calls {@code System.exit}, does not
 * pass for the end of the job: it is said, and the exit status is 1.
 */
final class ExitWatch implements AutoCloseable {
  private final Thread hook;

  /**
   * Begins to watch.
   *
   * @param kept says what is kept of the job and how it goes on
   */
  ExitWatch(PrintWriter err, Supplier<String> kept) {
    hook =
        new Thread(
            () -> {
              err.println(
                  "parallax: the process ended amid the job: your code called System.exit"
                      + (culprit().map(item -> " in " + item).orElse("") + kept.get()));
              err.flush();
              Runtime.getRuntime().halt(Main.BROKEN);
            },
            "exit-watch");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The item whose thread waits for the end of the process. */
  private static Optional<String> culprit() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(ExitWatch::isExit))
        .flatMap(entry -> ItemLoop.at(entry.getKey()).stream())
        .findFirst();
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) { // the hook is about to end the process
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
