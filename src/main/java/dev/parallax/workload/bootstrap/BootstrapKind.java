package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.engine.Workload;
import dev.parallax.model.Statistic;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import java.util.List;
import java.util.Optional;

/** Bootstraps: a statistic on resamples of a table's rows. */
public final class BootstrapKind implements JobKind {
  private static final double LEVEL = 0.95;

  /** The kind, as the registry makes it. */
  public BootstrapKind() {}

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public JobOptions options() {
    return new BootstrapOptions();
  }

  @Override
  public String description(String text) {
    return text.replace(StatisticNames.LINE, StatisticNames.lines());
  }

  @Override
  public Optional<Job.Conclusion> conclusion(Workload<?> workload) {
    return workload instanceof Bootstrap bootstrap
        ? Optional.of(
            FormulaOptions.of(bootstrap)
                .map(formula -> conclusion(bootstrap, formula.shown()))
                .orElseGet(() -> conclusion(bootstrap, named(bootstrap.statistic()))))
        : Optional.empty();
  }

  /**
   * What is said of a bootstrap: estimates, errors and every interval that applies, at 95 %.
   *
   * @param statistic what the statistic is called
   */
  public static Job.Conclusion conclusion(Bootstrap bootstrap, String statistic) {
    return conclusion(bootstrap, List.of(statistic));
  }

  private static Job.Conclusion conclusion(Bootstrap bootstrap, List<String> statistics) {
    return new BootstrapFindings(
            bootstrap,
            Intervals.at(LEVEL),
            new DiagnosticOptions(),
            Optional.empty(),
            new BootstrapFigures(statistics, LEVEL))
        ::of;
  }

  private static String named(Statistic statistic) {
    String name = statistic.getClass().getSimpleName();
    return name.isEmpty() || name.contains("$$") ? "statistic" : name; // a class without a name
  }
}
