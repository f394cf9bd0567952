package dev.parallax.workload;

import dev.parallax.engine.Workload;
import java.util.Optional;

/**
 * A kind of job, which is a command of the command line. Each has one line in {@code
 * META-INF/services/dev.parallax.workload.JobKind} on the class path, which {@code --jar} is not;
 * all that runs, keeps and shows jobs knows them through this interface alone.
 */
public interface JobKind {
  /** The command's name, which is the {@linkplain Workload#name name} of its workloads. */
  String name();

  /** The options of one command line, not read yet. */
  JobOptions options();

  /**
   * The description in the command's help, with what is known only when it is asked for, such as
   * the names of all statistics.
   *
   * @param text the description as the options' annotation has it
   */
  default String description(String text) {
    return text;
  }

  /**
   * What is said of the results of a job that was made in code, with the settings that the options
   * have by default.
   *
   * @return empty if the workload is of another kind
   */
  Optional<Job.Conclusion> conclusion(Workload<?> workload);
}
