package dev.parallax.cli;

import dev.parallax.storage.FetchedFile;
import dev.parallax.table.InputFile;
import dev.parallax.text.Thrown;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/** Puts the user's jars within reach of everything that is loaded by name. */
final class UserJars {
  private static final String LOADER = "jars";

  private UserJars() {}

  /**
   * Makes the jars' classes visible to this thread and to the Spark context it will start.
   *
   * @throws IllegalArgumentException if one is not there or is no jar
   */
  static void use(List<Path> jars) {
    if (jars.isEmpty()) {
      return;
    }
    URL[] urls = jars.stream().map(UserJars::url).toArray(URL[]::new);
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(new URLClassLoader(LOADER, urls, thread.getContextClassLoader()));
  }

  /** What is said of something that the jars' code threw at ours; empty if it was not that. */
  static Optional<String> complaint(Throwable thrown) {
    return Thrown.places(thrown).stream()
        .filter(frame -> LOADER.equals(frame.getClassLoaderName()) || isOurs(frame))
        .findFirst()
        .filter(frame -> !isOurs(frame))
        .map(frame -> "your code threw " + Thrown.text(thrown) + ", " + place(frame));
  }

  private static String place(StackTraceElement frame) {
    return "in " + frame.getClassName() + "." + frame.getMethodName();
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.parallax.");
  }

  private static URL url(Path jar) {
    InputFile.check(jar);
    try (JarFile opened = new JarFile(FetchedFile.of(jar).toFile())) {
      return Path.of(opened.getName()).toUri().toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(jar + ": is not a jar", e);
    }
  }
}
