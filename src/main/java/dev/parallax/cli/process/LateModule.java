package dev.parallax.cli.process;

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
public final class LateModule {
  private LateModule() {}

  /** Loads the module if the launcher asks for it; to be called before any kernel class is. */
  public static void load() {
    if (!List.of("auto", "on").contains(System.getProperty("parallax.vector", "off"))) {
      return;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException | RuntimeException missing) {
      System.getLogger(LateModule.class.getName())
          .log(System.Logger.Level.DEBUG, "no vector module", missing);
    }
  }
}
