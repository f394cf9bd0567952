package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.condition.Wanted;
import dev.parallax.text.Numbers;
import dev.parallax.workload.Affects;
import dev.parallax.workload.DialectOptions;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.Required;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.TableOptions;
import dev.parallax.workload.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parallax bootstrap}: a statistic on resamples of a table's rows. */
@Topic(Topic.Heading.WHAT)
@Command(
    name = "bootstrap",
    sortOptions = false,
    header = "Resample the rows of a table and recompute a statistic.",
    customSynopsis = {
      "parallax bootstrap TABLE --x NAME --y NAME --statistic NAME [options]",
      "       parallax bootstrap TABLE --column NAME --statistic NAME [options]",
      "       parallax bootstrap TABLE --expression TEXT... [options]",
      "       parallax bootstrap TABLE --columns NAME,... --command LINE [options]"
    },
    description = {
      "",
      "@|bold Statistics:|@",
      StatisticNames.LINE,
      "A statistic can also be formulas of columns (--expression), with sum, mean, var,",
      "sd, min, max, count, median, quantile(x, p), cov(x, y) and corr(x, y); a program",
      "in any language (--command); or a class of yours, a.b.YourStatistic, from --jar.",
      "",
      "@|bold Tables:|@",
      "  TABLE is a file: ECSV, CSV, ASCII, VOTable, FITS, NumPy, IPAC, MRT and others;",
      "  or -, which is standard input. A column is given by its name, or its number from 1.",
      "  Rows in which a value is missing are left out, and counted.",
      ""
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  parallax bootstrap stars.csv --column mass --statistic median",
      "  parallax bootstrap jobs/data/hubble.ecsv --x distance --y velocity \\",
      "    --statistic pearson --resamples 200000 --interval percentile,bca"
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
      description = "The statistic; or several, computed from the same resamples.")
  private String statistics;

  @Mixin private FormulaOptions formula;

  @Mixin private ScriptOptions script;

  @Mixin private SampleOptions columns;

  @Mixin private TableOptions tables;

  @Mixin private ResamplingOptions resampling;

  @Mixin private IntervalOptions intervals;

  @Mixin private DiagnosticOptions diagnostics;

  @Override
  public Job job(RunSettings settings) {
    Required.check("table", file, "TABLE", List.of());
    boolean scripted = script.given(statistics, formula.isGiven());
    Optional<Aggregation> formulas = formula.given(statistics);
    if (!scripted && formulas.isEmpty()) {
      String forms = "--statistic NAME, --expression TEXT or --command LINE";
      Required.check("statistic", statistics, forms, Statistics.names());
    }
    intervals.wanted(); // a wrong name is said before the table is read
    diagnostics.check();
    Bootstrap bootstrap =
        scripted
            ? ofScript(settings)
            : formulas.map(this::ofFormulas).orElseGet(() -> named(settings.seed()));
    bootstrap = resampling.in(columns.errors().in(bootstrap)).withSeed(settings.seed());
    script.check(bootstrap.sample());
    intervals.check(bootstrap); // better said now than after all the work
    return job(bootstrap);
  }

  /** The bootstrap of statistics that have names. */
  private Bootstrap named(long seed) {
    String shown = String.join(", ", names());
    Statistic found = columns.measured(Statistics.find(names()), seed);
    Roles roles = columns.roles(shown, found, List.of());
    Statistic chosen = intervals.studentized(columns.errors().censored(shown, found));
    return Bootstrap.of(chosen, read(roles), roles);
  }

  /** The bootstrap of a program's values. */
  private Bootstrap ofScript(RunSettings settings) {
    Statistic found = script.found(settings);
    columns.errors().checkNoSimex("--command");
    Roles roles = columns.roles(script.line(), found, script.columns());
    columns.errors().censored(script.line(), found); // which it cannot be
    Table table = read(roles);
    return Bootstrap.of(intervals.studentized(script.named(table)), table, roles);
  }

  /** The bootstrap of formulas: which of their names are columns is known by the table. */
  private Bootstrap ofFormulas(Aggregation formulas) {
    tables.checkPlain();
    Roles named = columns.rolesByName(formulas.names());
    Wanted wanted = Wanted.numbers(named.beside()).andIfThere(formulas.names());
    Table table = tables.read(file, wanted.andTexts(named.texts()).andLabels(), List.of());
    FormulaStatistic found = FormulaOptions.statistic(formulas, table);
    Roles roles = columns.rolesByName(found.names());
    Bootstrap bootstrap = Bootstrap.of(intervals.studentized(found), table, roles);
    FormulaOptions.check(found, bootstrap.sample());
    return bootstrap;
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
    return statistics == null ? List.of(script.line()) : List.of(statistics.split(",", -1));
  }

  private Job job(Bootstrap bootstrap) {
    List<String> shown =
        FormulaOptions.of(bootstrap).map(FormulaStatistic::shown).orElseGet(this::names);
    diagnostics.check(bootstrap, shown);
    BootstrapFindings findings =
        new BootstrapFindings(
            bootstrap,
            intervals.wanted(),
            diagnostics,
            diagnostics.exchange(shown, bootstrap.statistic()),
            new BootstrapFigures(
                script.isGiven() ? script.shown() : shown, intervals.wanted().levels().get(0)));
    Table table = bootstrap.sample().table();
    String title = title(String.join(", ", shown), bootstrap);
    return new Job(bootstrap, DialectOptions.notices(table), title, findings::of)
        .growing(findings::more)
        .extensible(ResamplingOptions.isExtensible(bootstrap))
        .fixed(ResamplingOptions.fixed(bootstrap))
        .reading(table)
        .answered(diagnostics.replicate(bootstrap).map(page -> page.answer(title)));
  }

  /** A statistic with what it is of; a formula says that itself. */
  private String term(String statistic, Bootstrap bootstrap) {
    return FormulaOptions.of(bootstrap).isPresent()
        ? statistic
        : statistic
            + (columns.errors().simex() ? " by simex" : "")
            + "("
            + AxisLabel.terms(bootstrap.sample())
            + ")";
  }

  private String title(String statistic, Bootstrap bootstrap) {
    boolean exact = bootstrap.kind() == ResamplingKind.EXACT;
    String manner = exact || bootstrap.manner().isEmpty() ? "" : bootstrap.manner() + " ";
    return "bootstrap of "
        + term(statistic, bootstrap)
        + ": "
        + (exact ? "all " : "")
        + Numbers.count(bootstrap.items(), bootstrap.ofSums() ? "sum" : manner + "resample")
        + " of "
        + Numbers.count(bootstrap.sample().rows(), "row")
        + (exact ? "" : ", seed " + bootstrap.seed());
  }
}
