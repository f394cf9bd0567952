package dev.parallax.workload;

import dev.parallax.engine.Workload;
import java.util.List;
import java.util.Optional;
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
    return ServiceLoader.load(JobKind.class, loader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
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
