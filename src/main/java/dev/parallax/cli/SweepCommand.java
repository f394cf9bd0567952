package dev.parallax.cli;

import dev.parallax.kernel.Catalogue;
import dev.parallax.model.Model;
import dev.parallax.model.NumericModel;
import dev.parallax.report.Findings;
import dev.parallax.report.Numbers;
import dev.parallax.spelling.Spelling;
import dev.parallax.sweep.Design;
import dev.parallax.sweep.Parameter;
import dev.parallax.sweep.PointTable;
import dev.parallax.sweep.Sweep;
import dev.parallax.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax sweep}: a model over a grid of parameters. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Evaluate a model at every point of a parameter grid.",
    customSynopsis = {
      "parallax sweep -p NAME=VALUES... --model NAME [options]",
      "       parallax sweep --points TABLE --model NAME [options]"
    },
    description = {
      "",
      "Values:",
      "  linspace:a:b:n    n numbers from a to b, evenly spaced",
      "  logspace:a:b:n    n powers of ten, 10^a to 10^b",
      "  geomspace:a:b:n   n numbers from a to b, in equal ratios",
      "  range:a:b:step    a, a + step, ... up to but without b",
      "  1,2.5,4           these numbers",
      "Models:",
      "  normal-sum          the sum of --set draws=N normal draws; parameters mu, sigma",
      "  driven-oscillator   amplitude and phase; parameters frequency, damping",
      "  a.b.YourModel       your class, from --jar",
      "or formulas of the parameters, by --expression.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  parallax sweep -p frequency=linspace:0:2:200 -p damping=0.1,0.5 --model driven-oscillator"
    })
final class SweepCommand implements JobCommand {
  private static final List<String> DESIGNS = List.of("factorial", "paired");

  @Spec private CommandSpec spec;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUES",
      description = "A parameter and its values; once per parameter.")
  private List<String> parameters = List.of();

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description = "factorial: every combination (default); paired: value i of each.")
  private String design;

  @Option(
      names = "--points",
      paramLabel = "TABLE",
      description = "A table whose columns are the parameters, a row for each point.")
  private Path points;

  @Option(names = "--model", paramLabel = "NAME", description = "The model.")
  private String model;

  @Mixin private ModelOptions models;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting of the model, such as draws=1000 of normal-sum.")
  private Map<String, String> settings = Map.of();

  @Mixin private TableOptions tables;

  @Mixin private ItemOptions items;

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
    ModelOptions.Given chosen =
        models.unnamed("model", model, Catalogue.MODELS.names()).orElseGet(this::named);
    if (points != null) {
      if (!parameters.isEmpty() || design != null) {
        throw new IllegalArgumentException("--points goes with neither -p nor --design");
      }
      List<String> taken = chosen.model().parameters().orElse(List.of());
      Table table = tables.read(points, taken, List.of());
      List<String> names = chosen.model().parameters().orElse(table.names());
      return job(chosen, new PointTable(table, names), TableOptions.notices(table));
    }
    tables.checkUnused("--points TABLE");
    return job(chosen, design(), List.of());
  }

  private ModelOptions.Given named() {
    Model found = Catalogue.MODELS.find(model).withSettings(settings);
    return new ModelOptions.Given(new NumericModel(found), model);
  }

  private Design design() {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("no parameters: give -p NAME=VALUES or --points TABLE");
    }
    if (design != null && !DESIGNS.contains(design)) {
      throw Spelling.unknown("design", design, DESIGNS);
    }
    Parameter[] parsed = parameters.stream().map(Parameter::parse).toArray(Parameter[]::new);
    return "paired".equals(design) ? Design.paired(parsed) : Design.factorial(parsed);
  }

  private Job job(ModelOptions.Given chosen, Design points, List<String> notices) {
    Sweep sweep =
        Sweep.of(chosen.model(), points).withSeed(options.seed).withNanFailing(items.nanFails);
    String title =
        "sweep of "
            + chosen.title()
            + " over "
            + String.join(", ", points.names())
            + ": "
            + Numbers.count(points.size(), "point")
            + ", seed "
            + options.seed;
    return new Job(
        sweep,
        notices,
        title,
        (run, runner) -> new Findings(Columns.lines(run), Columns.fields(run)));
  }
}
