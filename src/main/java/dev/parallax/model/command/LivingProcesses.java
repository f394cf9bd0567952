package dev.parallax.model.command;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** What must not outlive this JVM, however that ends: processes of scripts, and their folders. */
public final class LivingProcesses {
  private static final Set<Runnable> ENDS = ConcurrentHashMap.newKeySet();

  /** Held to start one, and alone to say that no more are started. */
  private static final ReadWriteLock STARTS = new ReentrantReadWriteLock();

  private static volatile boolean ending;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(LivingProcesses::endAll, "end of scripts"));
    } catch (IllegalStateException e) {
      ending = true; // it is shutting down already
    }
  }

  private LivingProcesses() {}

  /** What starts something. */
  @FunctionalInterface
  interface Start<T> {
    T now() throws IOException;
  }

  /**
   * Starts something that is ended with the JVM. One that is ending starts nothing: it could be
   * halted before anybody knows of it.
   *
   * @param end what ends it
   * @throws CancellationException if the thread is interrupted while it waits for the JVM's end
   */
  static <T> T started(Start<T> start, Function<T, Runnable> end) throws IOException {
    STARTS.readLock().lock();
    try {
      if (!ending) {
        T started = start.now();
        ENDS.add(end.apply(started));
        return started;
      }
    } finally {
      STARTS.readLock().unlock();
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CancellationException("the JVM is ending");
  }

  /** Has something ended with the JVM, or at once if that is ending. */
  public static void add(Runnable end) {
    ENDS.add(end);
    if (ending) {
      end.run();
    }
  }

  static void remove(Runnable end) {
    ENDS.remove(end);
  }

  /** Ends them all, for good; for those who halt the JVM, which then runs no shutdown hooks. */
  public static void endAll() {
    STARTS.writeLock().lock(); // once what is being started is known
    try {
      ending = true;
    } finally {
      STARTS.writeLock().unlock();
    }
    ENDS.forEach(Runnable::run);
  }
}
