package dev.parallax.cli;

import dev.parallax.table.InputFile;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the user's jars within reach of everything that is loaded by name. */
final class UserJars {
  private UserJars() {}

  /**
   * Makes the jars' classes visible to this thread and to the Spark context it will start.
   *
   * @throws IllegalArgumentException if one is not there
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
    if (!Files.isReadable(jar)) {
      throw new IllegalArgumentException("no jar " + jar + InputFile.hint(jar));
    }
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no jar " + jar, e);
    }
  }
}
