package dev.parallax.cli.process;

import dev.parallax.engine.ItemThreads;
import dev.parallax.model.command.LivingProcesses;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * While open, an exit from within, which is a user's code that calls {@code System.exit}, does not
 * pass for the end of the command: it is said, and the exit status is 1. It is open before any of
 * that code is loaded, which may be all it takes.
 */
public final class ExitWatch implements AutoCloseable {
  private final PrintWriter err;
  private final Thread hook = new Thread(this::ending, "exit-watch");
  private volatile Optional<Supplier<String>> kept = Optional.empty();
  private volatile boolean closed;

  /** Begins to watch. */
  public ExitWatch(PrintWriter err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on a job is under way, of which this says what is kept and how it goes on. */
  public void begins(Supplier<String> text) {
    kept = Optional.of(text);
  }

  private void ending() {
    Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
    if (closed || calls(threads, ExitWatch::isSignal).findAny().isPresent()) {
      return; // a signal ends the process with a status of its own
    }
    String what =
        kept.isPresent()
            ? "parallax: the process ended amid the job: your code called System.exit"
            : "parallax: the process ended before its time: your code called System.exit";
    err.println(what + culprit(threads) + kept.map(Supplier::get).orElse(""));
    err.flush();
    LivingProcesses.endAll();
    Runtime.getRuntime().halt(ExitStatus.BROKEN);
  }

  /** Where that was: the item whose thread waits for the end of the process, or else the code. */
  private static String culprit(Map<Thread, StackTraceElement[]> threads) {
    return calls(threads, ExitWatch::isExit)
        .findFirst()
        .map(
            call -> " in " + ItemThreads.at(call.getKey()).orElseGet(() -> caller(call.getValue())))
        .orElse("");
  }

  private static String caller(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .dropWhile(frame -> !isExit(frame))
        .filter(frame -> !frame.getClassName().startsWith("java.lang."))
        .findFirst()
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .orElse("a thread of its own");
  }

  private static Stream<Map.Entry<Thread, StackTraceElement[]>> calls(
      Map<Thread, StackTraceElement[]> threads, Predicate<StackTraceElement> call) {
    return threads.entrySet().stream()
        .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(call));
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }

  private static boolean isSignal(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.lang.Terminator");
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) { // the hook is about to end the process
      waitForTheEnd();
    } catch (SecurityException e) { // by a manager that the user's code has set
      closed = true;
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
