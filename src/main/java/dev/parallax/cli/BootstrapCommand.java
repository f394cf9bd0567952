package dev.parallax.cli;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.kernel.Statistics;
import dev.parallax.model.Statistic;
import dev.parallax.report.Numbers;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parallax bootstrap}: a statistic on resamples of a table's rows. */
@Command(
    name = "bootstrap",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Resample the rows of a table and recompute a statistic.",
    customSynopsis = {
      "parallax bootstrap TABLE --x NAME --y NAME --statistic NAME [options]",
      "       parallax bootstrap TABLE --column NAME --statistic NAME [options]"
    },
    description = {
      "",
      "Statistics:",
      "  pearson, spearman, slope   of two columns, --x and --y",
      "  mean, median, sd           of one column, --column",
      "  a.b.YourStatistic          your class, from --jars",
      "Tables: ECSV, CSV, whitespace ASCII, VOTable or FITS. Rows in which a value is missing are",
      "left out, and counted.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  parallax bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
    })
final class BootstrapCommand implements JobCommand {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "The file with the table.",
      hidden = true)
  private Path file;

  @Option(names = "--x", paramLabel = "NAME", description = "The first of two columns.")
  private String x;

  @Option(names = "--y", paramLabel = "NAME", description = "The second of two columns.")
  private String y;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of a statistic of one; again for each further one.")
  private List<String> columns = List.of();

  @Option(
      names = "--statistic",
      paramLabel = "NAME,...",
      hideParamSyntax = true,
      split = ",",
      description = "The statistic, or several of the same resamples (required).")
  private List<String> statistics = List.of();

  @Option(
      names = "--resamples",
      paramLabel = "B",
      defaultValue = "10000",
      description = "How many resamples (default: ${DEFAULT-VALUE}).")
  private long resamples;

  @Option(
      names = "--level",
      paramLabel = "LEVEL,...",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "0.95",
      description = "Confidence levels of the intervals (default: ${DEFAULT-VALUE}).")
  private List<Double> levels;

  @Mixin private RunOptions options;

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public RunOptions options() {
    return options;
  }

  @Override
  public Job job() {
    Required.check("table", file, "TABLE", List.of());
    String statistic = String.join(", ", statistics);
    Required.check(
        "statistic",
        statistics.isEmpty() ? null : statistics,
        "--statistic NAME",
        Statistics.names());
    Statistic chosen = Statistics.find(statistics);
    levels.forEach(BootstrapFindings::checkLevel);
    String[] names = columnNames(statistic, chosen.columns());
    Table table = TableFile.read(file);
    Bootstrap bootstrap =
        Bootstrap.of(chosen, table, names).withResamples(resamples).withSeed(options.seed);
    bootstrap.estimate(); // undefined on these rows: better said now than after all the work
    String title =
        "bootstrap of "
            + statistic
            + "("
            + String.join(", ", names)
            + "): "
            + Numbers.count(resamples, "resample")
            + " of "
            + Numbers.count(bootstrap.sample().rows(), "row")
            + ", seed "
            + options.seed;
    return new Job(
        bootstrap,
        List.of(table.toString()),
        title,
        run -> BootstrapFindings.of(bootstrap, run, levels));
  }

  private String[] columnNames(String statistic, int wanted) {
    boolean pair = x != null || y != null;
    if (pair && !columns.isEmpty()) {
      throw new IllegalArgumentException("--column goes with neither --x nor --y");
    }
    if (wanted == 2 && columns.size() != 2) {
      return pair(statistic);
    }
    if (columns.size() != wanted) {
      throw new IllegalArgumentException(
          wanted == 1
              ? statistic + " is of one column: give --column NAME"
              : statistic + " is of " + wanted + " columns: give --column NAME for each");
    }
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException("the same --column is given twice");
    }
    return columns.toArray(String[]::new);
  }

  private String[] pair(String statistic) {
    if (x == null || y == null) {
      throw new IllegalArgumentException(
          statistic + " is of two columns: give --x NAME and --y NAME");
    }
    if (x.equals(y)) {
      throw new IllegalArgumentException("--x and --y are the same column, '" + x + "'");
    }
    return new String[] {x, y};
  }
}
