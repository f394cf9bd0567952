package dev.parallax.engine.spark;

import java.lang.Thread.UncaughtExceptionHandler;
import org.apache.spark.SparkContext;

/**
 * Spark's threads that are interrupted in mid work as Spark stops, such as one that fetches an
 * outcome which nobody will ask for any more. They die of it, and Java would print their traces
 * after the one line that says how the job ended.
 */
final class StoppedThreads implements UncaughtExceptionHandler {
  private static final String SPARK = SparkContext.class.getPackageName() + ".";

  private final UncaughtExceptionHandler others;

  /** With the handler of what is not Spark's, or null for Java's own way, which prints a trace. */
  StoppedThreads(UncaughtExceptionHandler others) {
    this.others = others;
  }

  /** Keeps quiet those of this process from now on. */
  static synchronized void keepQuiet() {
    UncaughtExceptionHandler now = Thread.getDefaultUncaughtExceptionHandler();
    if (!(now instanceof StoppedThreads)) {
      Thread.setDefaultUncaughtExceptionHandler(new StoppedThreads(now));
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (ofInterruption(thrown) && inSpark(thrown)) {
      return;
    }
    if (others != null) {
      others.uncaughtException(thread, thrown);
    } else {
      System.err.print("Exception in thread \"" + thread.getName() + "\" ");
      thrown.printStackTrace();
    }
  }

  private static boolean ofInterruption(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  private static boolean inSpark(Throwable thrown) {
    for (StackTraceElement call : thrown.getStackTrace()) {
      if (call.getClassName().startsWith(SPARK)) {
        return true;
      }
    }
    return false;
  }
}
