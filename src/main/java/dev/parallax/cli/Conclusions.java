package dev.parallax.cli;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Intervals;
import dev.parallax.model.Statistic;
import dev.parallax.report.Findings;
import dev.parallax.report.picture.MapPictures;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.spelling.Visible;
import dev.parallax.sweep.Sweep;
import java.util.List;
import java.util.Optional;

/** What the command line says of a run, for the library. */
public final class Conclusions {
  private static final double LEVEL = 0.95;

  private Conclusions() {}

  /**
   * The responses of a sweep or a map, summed up, with pictures and what a design is for; of a
   * bootstrap, estimates, errors and every interval that applies, at 95 %.
   *
   * @param run the finished run
   * @param runner runs a bootstrap's jackknife, on the same engine
   */
  public static Findings of(Run run, Runner runner) {
    return run.workload() instanceof Bootstrap bootstrap
        ? of(run, runner, bootstrap, named(bootstrap.statistic()))
        : of(run);
  }

  /**
   * The same of a bootstrap.
   *
   * @param statistic what the statistic is called
   */
  public static Findings of(Run run, Runner runner, Bootstrap bootstrap, String statistic) {
    BootstrapFindings findings =
        new BootstrapFindings(
            bootstrap,
            Intervals.at(LEVEL),
            new DiagnosticOptions(),
            Optional.empty(),
            new BootstrapFigures(List.of(statistic), LEVEL));
    return findings.of(run, runner);
  }

  /** The responses of a sweep or a map. */
  static Findings of(Run run) {
    return run.workload() instanceof Sweep sweep
        ? SweepFindings.of(sweep, run)
        : new Findings(Columns.lines(run), Columns.fields(run)).with(() -> MapPictures.of(run));
  }

  private static String named(Statistic statistic) {
    String name = statistic.getClass().getSimpleName();
    return name.isEmpty() || name.contains("$$") ? "statistic" : name; // a class without a name
  }

  /** What stands for a job file in the folder of a run that no command line began. */
  public static String jobOf(String title) {
    return "# parallax "
        + RootCommand.VERSION
        + "; a job of the library, which no command line runs again: "
        + Visible.line(title)
        + "\n";
  }
}
