package dev.parallax.cli;

import dev.parallax.table.InputFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** Puts the user's jars within reach of everything that is loaded by name. */
final class UserJars {
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
    thread.setContextClassLoader(new URLClassLoader(urls, thread.getContextClassLoader()));
  }

  private static URL url(Path jar) {
    InputFile.check(jar);
    try (JarFile opened = new JarFile(jar.toFile())) {
      return Path.of(opened.getName()).toUri().toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(jar + ": is not a jar", e);
    }
  }
}
