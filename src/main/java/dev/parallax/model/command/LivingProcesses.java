package dev.parallax.model.command;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What must not outlive this JVM, however that ends: processes of scripts, and their folders. */
public final class LivingProcesses {
  private static final Set<Runnable> ENDS = ConcurrentHashMap.newKeySet();
  private static volatile boolean ending;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(LivingProcesses::endAll, "end of scripts"));
    } catch (IllegalStateException e) {
      ending = true; // it is shutting down already
    }
  }

  private LivingProcesses() {}

  /** Has something ended with the JVM, or at once if that is ending. */
  static void add(Runnable end) {
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
    ending = true;
    ENDS.forEach(Runnable::run);
  }
}
