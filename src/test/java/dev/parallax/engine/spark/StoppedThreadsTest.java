package dev.parallax.engine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.util.ThreadUtils;
import org.junit.jupiter.api.Test;
import scala.concurrent.Promise;
import scala.concurrent.duration.Duration;

class StoppedThreadsTest {
  private static final Duration LONG = Duration.apply("100 s");

  /** What is said of a thread that does this and is interrupted. */
  private static List<Throwable> said(Callable<?> work) throws InterruptedException {
    List<Throwable> said = new ArrayList<>();
    Thread thread = new Thread(() -> raising(work));
    thread.setUncaughtExceptionHandler(new StoppedThreads((t, thrown) -> said.add(thrown)));
    thread.start();
    thread.interrupt();
    thread.join();
    return said;
  }

  private static void raising(Callable<?> work) {
    try {
      work.call();
    } catch (Exception e) {
      StoppedThreadsTest.<RuntimeException>raise(e);
    }
  }

  @SuppressWarnings("unchecked") // Spark's code, in Scala, throws without declaring it
  private static <E extends Exception> void raise(Exception thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void anInterruptedThreadOfSparkIsSilent() throws InterruptedException {
    Promise<Object> never = Promise.apply();
    assertEquals(List.of(), said(() -> ThreadUtils.awaitResult(never.future(), LONG)));
    assertEquals(List.of(), said(() -> ThreadUtils.awaitReady(never.future(), LONG)));
  }

  @Test
  void anotherThreadIsNot() throws InterruptedException {
    List<Throwable> said =
        said(
            () -> {
              Thread.sleep(Long.MAX_VALUE);
              return null;
            });
    assertEquals(InterruptedException.class, said.get(0).getClass());
  }

  @Test
  void neitherIsWhatElseFailsInSpark() throws InterruptedException {
    Promise<Object> broken = Promise.failed(new IllegalStateException("on purpose"));
    List<Throwable> said =
        said(
            () -> {
              Thread.interrupted();
              return ThreadUtils.awaitResult(broken.future(), LONG);
            });
    assertEquals(1, said.size());
  }
}
