package dev.parallax.random;

import java.util.List;

/**
 * Loads the Vector API after the JVM has started.
 *
 * <p>Asked for by {@code --add-modules jdk.incubator.vector}, the JVM prints a warning that no
 * option silences, and starts without its archived module graph. Loaded here, as the JDK itself
 * loads a module for an agent, it prints nothing and runs as fast, provided that the JVM has {@code
 * -XX:+EnableVectorSupport}: the launcher gives that, and says so by {@code
 * -Dparallax.vector=auto}; the user may turn that into {@code on} or {@code off}. The way in is
 * open to a jar started by {@code java -jar} whose manifest has {@code Add-Exports:
 * java.base/jdk.internal.module}. Where anything of this is missing, the module stays out, and the
 * scalar kernels give the same bits.
 */
public final class VectorModule {
  /** Its largest classes, whose beginnings need most others. */
  private static final List<String> CLASSES =
      List.of("jdk.incubator.vector.DoubleVector", "jdk.incubator.vector.LongVector");

  private static volatile Thread loading;

  private VectorModule() {}

  /**
   * Begins to load the module if the launcher asks for it, on a thread of its own: it takes a tenth
   * of a second, in which the command line is read.
   */
  public static void load() {
    if (List.of("auto", "on").contains(System.getProperty("parallax.vector", "off"))) {
      Thread thread = new Thread(VectorModule::loadNow, "parallax-vector-module");
      thread.setDaemon(true);
      loading = thread;
      thread.start();
    }
  }

  private static void loadNow() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
      areThere();
    } catch (ReflectiveOperationException | RuntimeException missing) {
      System.getLogger(VectorModule.class.getName())
          .log(System.Logger.Level.DEBUG, "no vector module", missing);
    }
  }

  /**
   * Whether the incubating module is there: asked for at the start, or loaded later and waited for.
   * A module that was loaded later is in no list of modules, but its classes are found.
   */
  public static boolean isThere() {
    Thread awaited = loading;
    boolean interrupted = false;
    while (awaited != null && awaited.isAlive()) {
      try {
        awaited.join();
      } catch (InterruptedException e) {
        interrupted = true; // to be told to who waits for more than this
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return areThere();
  }

  private static boolean areThere() {
    try {
      for (String name : CLASSES) {
        Class.forName(name);
      }
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
