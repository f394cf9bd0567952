package dev.parallax.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * While open, an exit from within, which is a user's code that calls {@code System.exit}, does not
 * pass for the end of the job: it is said, and the exit status is 1.
 */
final class ExitWatch implements AutoCloseable {
  private final Thread hook;

  ExitWatch(PrintWriter err) {
    hook =
        new Thread(
            () -> {
              err.println("parallax: the process ended amid the job: your code called System.exit");
              err.flush();
              Runtime.getRuntime().halt(Main.BROKEN);
            },
            "exit-watch");
    Runtime.getRuntime().addShutdownHook(hook);
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
