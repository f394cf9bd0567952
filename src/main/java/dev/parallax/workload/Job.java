package dev.parallax.workload;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Scatter;
import dev.parallax.findings.Findings;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as the command line gives it.
 *
 * @param workload what is computed
 * @param notices what was understood of the input, one line each
 * @param title what is done, in one line
 * @param conclusion what the results say
 * @param growth whether more items are needed
 * @param scatter how items are distributed over slices
 * @param answer what is printed in place of a run, if that is what is asked for
 * @param extensible whether its first items stay as they are when the same job has more of them
 * @param fixed why they do not, and with which settings they would; empty if nothing is to be said
 */
public record Job(
    Workload<?> workload,
    List<String> notices,
    String title,
    Conclusion conclusion,
    Growth growth,
    Scatter scatter,
    Optional<Answer> answer,
    boolean extensible,
    String fixed) {

  /** A job of a fixed number of items. */
  public Job(Workload<?> workload, List<String> notices, String title, Conclusion conclusion) {
    this(
        workload,
        notices,
        title,
        conclusion,
        (run, runner) -> Optional.empty(),
        Scatter.BLOCK,
        Optional.empty(),
        false,
        "");
  }

  /** This job, which is made longer while its results are not precise enough. */
  public Job growing(Growth other) {
    return new Job(workload, notices, title, conclusion, other, scatter, answer, extensible, fixed);
  }

  /** This job, in place of whose run something else is printed, if there is something. */
  public Job answered(Optional<Answer> other) {
    return new Job(workload, notices, title, conclusion, growth, scatter, other, extensible, fixed);
  }

  /** This job with its items distributed to slices in another way. */
  public Job scattered(Scatter other) {
    return new Job(workload, notices, title, conclusion, growth, other, answer, extensible, fixed);
  }

  /** This job, whose first items stay as they are when it has more, or do not. */
  public Job extensible(boolean other) {
    return new Job(workload, notices, title, conclusion, growth, scatter, answer, other, fixed);
  }

  /** This job, whose length is fixed for a reason. */
  public Job fixed(String why) {
    return new Job(workload, notices, title, conclusion, growth, scatter, answer, extensible, why);
  }

  /** This job, whose summary says what was understood of a table that it read. */
  public Job reading(Table table) {
    Map<String, Object> read = Map.of("table", DialectOptions.fields(table));
    Conclusion saying = (run, runner) -> conclusion.of(run, runner).withFields(read);
    return new Job(workload, notices, title, saying, growth, scatter, answer, extensible, fixed);
  }

  /** Looks whether results are precise enough. */
  @FunctionalInterface
  public interface Growth {

    /**
     * The same job with more items, the first of which are those of the run; none if it has enough.
     *
     * @param run the results so far
     * @param runner runs what else has to be computed to know that
     */
    Optional<Workload<?>> more(Run run, Runner runner);
  }

  /** Makes findings of results. */
  @FunctionalInterface
  public interface Conclusion {

    /**
     * What the results say.
     *
     * @param run the results
     * @param runner runs what else has to be computed for that, on the same engine
     */
    Findings of(Run run, Runner runner);
  }

  /**
   * What is printed where no run is asked for.
   *
   * @param lines for people
   * @param fields for scripts, as keys of one line of JSON
   */
  public record Answer(List<String> lines, Map<String, Object> fields) {}
}
