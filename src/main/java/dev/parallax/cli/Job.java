package dev.parallax.cli;

import dev.parallax.engine.Scatter;
import dev.parallax.engine.Workload;
import dev.parallax.report.Findings;
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
 * @param scatter how items are dealt to slices
 */
record Job(
    Workload<?> workload,
    List<String> notices,
    String title,
    Conclusion conclusion,
    Growth growth,
    Scatter scatter) {

  /** A job whose slices are contiguous. */
  Job(
      Workload<?> workload,
      List<String> notices,
      String title,
      Conclusion conclusion,
      Growth growth) {
    this(workload, notices, title, conclusion, growth, Scatter.BLOCK);
  }

  /** A job of a fixed number of items. */
  Job(Workload<?> workload, List<String> notices, String title, Conclusion conclusion) {
    this(workload, notices, title, conclusion, (run, runner) -> Optional.empty());
  }

  /** This job with its items dealt to slices in another way. */
  Job scattered(Scatter other) {
    return new Job(workload, notices, title, conclusion, growth, other);
  }

  /** This job, whose summary says what was understood of a table that it read. */
  Job reading(Table table) {
    Map<String, Object> read = Map.of("table", DialectOptions.fields(table));
    Conclusion saying = (run, runner) -> conclusion.of(run, runner).withFields(read);
    return new Job(workload, notices, title, saying, growth, scatter);
  }

  /** Looks whether results are precise enough. */
  @FunctionalInterface
  interface Growth {

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
  interface Conclusion {

    /**
     * What the results say.
     *
     * @param run the results
     * @param runner runs what else has to be computed for that, on the same engine
     */
    Findings of(Run run, Runner runner);
  }
}
