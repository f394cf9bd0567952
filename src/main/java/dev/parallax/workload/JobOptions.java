package dev.parallax.workload;

/**
 * The options of one kind of job: a class annotated for picocli, with the job's own options and
 * none of those that every kind has. A new object is used for each command line.
 */
@FunctionalInterface
public interface JobOptions {
  /**
   * The job that the options describe.
   *
   * @param settings what is said of the run and matters to the job
   * @throws IllegalArgumentException if the user's input is wrong: what, where, the nearest right
   *     spelling
   */
  Job job(RunSettings settings);
}
