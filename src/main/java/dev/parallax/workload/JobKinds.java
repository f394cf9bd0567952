package dev.parallax.workload;

import dev.parallax.engine.Workload;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The kinds of jobs there are, in the order of their lines in the registry. */
public final class JobKinds {
  private JobKinds() {}

  /**
   * All kinds that the thread's class loader finds, or that came with this class if that loader
   * does not know this class.
   *
   * @throws java.util.ServiceConfigurationError if a jar has a wrong list of them
   */
  public static List<JobKind> all() {
    ClassLoader loader = loader();
    if (loader == JobKinds.class.getClassLoader() && isAlone()) {
      return Own.KINDS;
    }
    return ServiceLoader.load(JobKind.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * Whether Java was started with the jar of this class alone. Spark's libraries, which that jar
   * names, have no kinds of jobs; to look for some opens two hundred files, in a tenth of a second.
   */
  private static boolean isAlone() {
    String path = System.getProperty("java.class.path", "");
    if (!path.endsWith(".jar") || path.contains(File.pathSeparator)) {
      return false;
    }
    try {
      URI own = JobKinds.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Files.isSameFile(Path.of(path), Path.of(own));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Those of the jar with this class, which comes before the libraries that it names. */
  private static final class Own {
    static final List<JobKind> KINDS = read();

    private static List<JobKind> read() {
      String list = "/META-INF/services/" + JobKind.class.getName();
      try (InputStream in = JobKinds.class.getResourceAsStream(list)) {
        String names = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        List<JobKind> kinds = new ArrayList<>();
        for (String name : names.lines().toList()) {
          Class<?> kind = Class.forName(name);
          kinds.add(kind.asSubclass(JobKind.class).getDeclaredConstructor().newInstance());
        }
        return List.copyOf(kinds);
      } catch (IOException | ReflectiveOperationException e) {
        throw new ServiceConfigurationError(list, e);
      }
    }
  }

  private static ClassLoader loader() {
    ClassLoader own = JobKinds.class.getClassLoader();
    ClassLoader current = Thread.currentThread().getContextClassLoader();
    for (ClassLoader at = current; at != null; at = at.getParent()) {
      if (at == own) {
        return current;
      }
    }
    return own;
  }

  /** What is said of the results of a job made in code: its responses, if nobody knows its kind. */
  public static Job.Conclusion conclusion(Workload<?> workload) {
    return all().stream()
        .map(kind -> kind.conclusion(workload))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse((run, runner) -> ResponseFindings.of(run));
  }
}
