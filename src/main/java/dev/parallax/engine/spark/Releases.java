package dev.parallax.engine.spark;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.spark.broadcast.Broadcast;

/**
 * Frees what executors hold of jobs that are over, while others run. Spark asks each executor to do
 * so, and an executor that has just begun, in the place of one that was lost, takes its time to
 * answer. An answer that is awaited when Spark stops finds the thread pool closed that was to take
 * it, and Scala prints a stack trace of that, whatever the log is set to. So nothing is asked for
 * the last job, of which nothing is left when Spark has stopped, and Spark is not stopped until the
 * answers for the others are there.
 */
final class Releases implements AutoCloseable {
  /** An executor that does not answer for so long is not waited for. */
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "parallax-releases");
            made.setDaemon(true);
            return made;
          });

  private Optional<Broadcast<?>> last = Optional.empty();

  /** Notes what a job that is over has used; what the one before it used is freed. */
  synchronized void after(Broadcast<?> used) {
    last.ifPresent(free -> thread.execute(() -> destroy(free)));
    last = Optional.of(used);
  }

  private static void destroy(Broadcast<?> free) {
    try {
      free.destroy(true);
    } catch (Exception e) { // Scala does not declare what it throws
      // An executor is gone or does not answer: it is freed with its process.
    }
  }

  /** Waits until all is freed that was to be. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
