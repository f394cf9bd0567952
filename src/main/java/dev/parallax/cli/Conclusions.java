package dev.parallax.cli;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Intervals;
import dev.parallax.report.Findings;
import dev.parallax.report.picture.MapPictures;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.sweep.Sweep;
import dev.parallax.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line says of a run, for the library. */
public final class Conclusions {
  private static final double LEVEL = 0.95;

  private Conclusions() {}

  /** The responses of a sweep or a map, summed up, with pictures and what a design is for. */
  public static Findings of(Run run) {
    return run.workload() instanceof Sweep sweep
        ? SweepFindings.of(sweep, run)
        : new Findings(Columns.lines(run), Columns.fields(run)).with(() -> MapPictures.of(run));
  }

  /**
   * Estimates, errors and every interval that applies, at 95 %.
   *
   * @param run the finished bootstrap
   * @param runner runs the jackknife, on the same engine
   * @param table the rows that count
   * @param statistics what the statistics are called
   */
  public static Findings of(
      Run run, Runner runner, Bootstrap bootstrap, Table table, List<String> statistics) {
    BootstrapFindings findings =
        new BootstrapFindings(
            bootstrap,
            Intervals.at(LEVEL),
            new DiagnosticOptions(),
            Optional.empty(),
            new BootstrapFigures(Path.of(table.name()), table, statistics, LEVEL));
    return findings.of(run, runner);
  }

  /** What stands for a job file in the folder of a run that no command line began. */
  public static String jobOf(String title) {
    return "# parallax "
        + RootCommand.VERSION
        + "; a job of the library, which no command line runs again: "
        + title
        + "\n";
  }
}
