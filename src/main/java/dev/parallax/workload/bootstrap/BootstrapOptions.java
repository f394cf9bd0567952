package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.spelling.Numbers;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.condition.Wanted;
import dev.parallax.workload.Affects;
import dev.parallax.workload.DialectOptions;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.Required;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.TableOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parallax bootstrap}: a statistic on resamples of a table's rows. */
@Command(
    name = "bootstrap",
    sortOptions = false,
    header = "Resample the rows of a table and recompute a statistic.",
    customSynopsis = {
      "parallax bootstrap TABLE --x NAME --y NAME --statistic NAME [options]",
      "       parallax bootstrap TABLE --column NAME [--by NAME] --statistic NAME [options]"
    },
    description = {
      "",
      "Statistics:",
      StatisticNames.LINE,
      "  a.b.YourStatistic             your class, from --jar",
      "Tables: ECSV, CSV, ASCII, VOTable, FITS, IPAC, MRT and others; - is standard input.",
      "A column is named, or numbered from 1.",
      "Rows in which a value is missing are left out, and counted.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  parallax bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
    })
final class BootstrapOptions implements JobOptions {
  @Affects(Effect.NUMBERS)
  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "The file with the table.",
      hidden = true)
  private Path file;

  @Affects(value = Effect.NUMBERS, code = true)
  @Option(
      names = "--statistic",
      paramLabel = "NAME,...",
      description = "The statistic, or several of the same resamples (required).")
  private String statistics;

  @Mixin private SampleOptions columns;

  @Mixin private TableOptions tables;

  @Mixin private ResamplingOptions resampling;

  @Mixin private IntervalOptions intervals;

  @Mixin private DiagnosticOptions diagnostics;

  @Override
  public Job job(RunSettings settings) {
    Required.check("table", file, "TABLE", List.of());
    Required.check("statistic", statistics, "--statistic NAME", Statistics.names());
    String statistic = String.join(", ", names());
    Statistic found = Statistics.find(names());
    intervals.wanted(); // a wrong name is said before the table is read
    diagnostics.check();
    Roles roles = columns.roles(statistic, found);
    Statistic chosen = intervals.studentized(columns.errors().censored(statistic, found));
    Table table = read(roles);
    Bootstrap bootstrap = columns.errors().in(Bootstrap.of(chosen, table, roles));
    bootstrap = resampling.in(bootstrap).withSeed(settings.seed());
    intervals.check(bootstrap); // better said now than after all the work
    diagnostics.check(bootstrap, names());
    return job(table, statistic, bootstrap);
  }

  /** What is needed of the table, and what its rows are called. */
  private Table read(Roles roles) {
    Wanted columns = Wanted.numbers(roles.numbers()).andTexts(roles.texts()).andLabels();
    Table table = tables.read(file, columns, roles.numbers());
    for (Roles.ErrorColumns errors : roles.errors()) {
      ColumnHeader column = table.column(roles.values().get(errors.column()));
      if (column.log10()) {
        throw new IllegalArgumentException(
            "--log10 and --error are for the same column, '"
                + column.name()
                + "': put its logarithms and their errors into the table");
      }
    }
    return table;
  }

  private List<String> names() {
    return List.of(statistics.split(",", -1));
  }

  private Job job(Table table, String statistic, Bootstrap bootstrap) {
    BootstrapFindings findings =
        new BootstrapFindings(
            bootstrap,
            intervals.wanted(),
            diagnostics,
            diagnostics.exchange(names(), bootstrap.statistic()),
            new BootstrapFigures(names(), intervals.wanted().levels().get(0)));
    String title = title(statistic, table, bootstrap);
    return new Job(bootstrap, DialectOptions.notices(table), title, findings::of)
        .growing(findings::more)
        .extensible(ResamplingOptions.isExtensible(bootstrap))
        .reading(table)
        .answered(diagnostics.replicate(bootstrap).map(page -> page.answer(title)));
  }

  private static String terms(Table table, List<String> columns) {
    return columns.stream()
        .map(column -> table.column(column).term())
        .collect(Collectors.joining(", "));
  }

  private String title(String statistic, Table table, Bootstrap bootstrap) {
    boolean exact = bootstrap.kind() == ResamplingKind.EXACT;
    String manner = exact || bootstrap.manner().isEmpty() ? "" : bootstrap.manner() + " ";
    return "bootstrap of "
        + statistic
        + "("
        + terms(table, bootstrap.sample().names())
        + "): "
        + (exact ? "all " : "")
        + Numbers.count(bootstrap.items(), bootstrap.ofSums() ? "sum" : manner + "resample")
        + " of "
        + Numbers.count(bootstrap.sample().rows(), "row")
        + (exact ? "" : ", seed " + bootstrap.seed());
  }
}
