package dev.parallax.workload.sweep;

import dev.parallax.model.Model;
import dev.parallax.model.PointFunction;
import dev.parallax.model.PointModel;
import dev.parallax.model.builtin.BuiltIn;
import dev.parallax.model.function.FunctionModel;
import dev.parallax.model.function.NumericModel;
import dev.parallax.model.function.ObjectModel;
import dev.parallax.text.Numbers;
import dev.parallax.text.Spelling;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.ItemOptions;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.ModelOptions;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.Topic;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.PointTable;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parallax sweep}: a model over a grid of parameters. */
@Topic(Topic.Heading.WHAT)
@Command(
    name = "sweep",
    sortOptions = false,
    header = "Evaluate a model at every point of a grid, a sample or a table of parameters.",
    customSynopsis = {
      "parallax sweep -p NAME=VALUES... --model NAME [options]",
      "       parallax sweep --points TABLE --model NAME [options]"
    },
    description = {
      "",
      "@|bold Designs of a grid, and the values of its parameters:|@",
      "  factorial         every combination; the last parameter changes fastest",
      "  paired            the i-th values of all parameters together",
      "  one-at-a-time     one parameter changes, the others keep their baseline values",
      "  linspace:a:b:n    n numbers from a to b, evenly spaced",
      "  logspace:a:b:n    n powers of ten, 10^a to 10^b",
      "  geomspace:a:b:n   n numbers from a to b, in equal ratios",
      "  range:a:b:step    a, a + step, ... below b",
      "  1,2.5,4           these numbers; or texts, such as red,green",
      "@|bold Sampled designs, and the distributions of their parameters:|@",
      "  uniform           independent random points",
      "  latin-hypercube   one point in each of N equal shares of every parameter",
      "  sobol, halton     low-discrepancy sequences",
      "  saltelli          N (d + 2) points of d parameters, for sensitivity indices",
      "  uniform:a:b       numbers between a and b",
      "  loguniform:a:b    numbers whose logarithms are uniform",
      "  normal:m:s        normal numbers of mean m and standard deviation s",
      "  integers:a:b      whole numbers from a to b, both included",
      "  choice:red,green  one of these texts or numbers",
      "@|bold Models:|@",
      "  normal-sum          sum of --set draws=N normal draws; parameters mu, sigma",
      "  driven-oscillator   amplitude and phase; parameters frequency, damping",
      "  a.b.YourModel       a class of yours, from --jar",
      "A model can also be formulas (--expression) or a program (--command).",
      ""
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  parallax sweep -p x=linspace:-3:3:61 -p k=1,2,3 --expression 'cos(k*x)'",
      "  parallax sweep -p frequency=linspace:0:2:200 -p damping=0.1,0.5 \\",
      "    --model driven-oscillator -o resonance"
    })
final class SweepOptions implements JobOptions {

  @Mixin private DesignOptions designs;

  @Topic(Topic.Heading.POINTS)
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--replications",
      paramLabel = "R",
      description =
          "Evaluate each point R times, each time with its own random stream (default: " + "1).")
  private Integer replications = 1;

  @Topic(Topic.Heading.BEST)
  @Affects(Effect.FINDINGS)
  @Option(
      names = "--best",
      paramLabel = "min:NAME",
      description =
          "Report where a response is least (max:NAME: greatest), and what is around "
              + "that point.")
  private String best;

  @Affects(value = Effect.NUMBERS, code = true)
  @Option(names = "--model", paramLabel = "NAME", description = "The model to evaluate.")
  private String model;

  @Mixin private ModelOptions models;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fix a parameter, or change a setting of the model.")
  private Map<String, String> set = Map.of();

  @Mixin private ItemOptions items;

  @Override
  public Job job(RunSettings settings) {
    if (replications < 1) {
      throw new IllegalArgumentException("--replications must be 1 or more, not " + replications);
    }
    models.checkNames(Stream.concat(designs.names().stream(), set.keySet().stream()).toList());
    ModelOptions.Given chosen = chosen(settings);
    List<Parameter> fixed = fixed(chosen.model());
    DesignOptions.Chosen points =
        designs.chosen(
            chosen.model(), fixed.stream().map(Parameter::name).toList(), settings.seed());
    Sweep sweep =
        wanted(swept(chosen.model(), points.design(), fixed).withSeed(settings.seed()))
            .withNanFailing(items.nanFails)
            .withMetadata(items.metadata());
    Job job =
        new Job(
                sweep,
                points.notices(),
                title(chosen.title(), sweep),
                (run, runner) -> SweepFindings.of(sweep, run))
            .extensible(points.extensible())
            .fixed(points.fixed());
    return points.table().map(job::reading).orElse(job).scattered(items.scatter(settings.slices()));
  }

  private ModelOptions.Given chosen(RunSettings settings) {
    return models
        .unnamed("model", model, BuiltIn.MODELS.names(), settings)
        .map(this::given)
        .orElseGet(this::named);
  }

  private Sweep wanted(Sweep plain) {
    Sweep each = plain.withReplications(replications).answering();
    return best == null ? each : each.withBest(best);
  }

  private static Sweep swept(PointModel model, Design design, List<Parameter> fixed) {
    try {
      return Sweep.of(model, design, fixed);
    } catch (IllegalArgumentException e) {
      List<String> notes = design instanceof PointTable table ? table.notes() : List.of();
      throw notes.isEmpty()
          ? e
          : new IllegalArgumentException(e.getMessage() + " (" + String.join("; ", notes) + ")", e);
    }
  }

  /** A model that has no settings: all that is set are its parameters. */
  private ModelOptions.Given given(ModelOptions.Given found) {
    for (String name : set.keySet()) {
      if (designs.names().contains(name)) {
        throw new IllegalArgumentException("parameter '" + name + "' is given by -p and by --set");
      }
      if (!isFixed(found.model(), name)) {
        throw Spelling.unknown("parameter", name, found.model().parameters().orElse(List.of()));
      }
    }
    return found;
  }

  private ModelOptions.Given named() {
    Serializable found = BuiltIn.MODELS.find(model);
    if (found instanceof PointFunction function) {
      return given(new ModelOptions.Given(FunctionModel.of(function), model));
    }
    if (found instanceof PointFunction.ToObject function) {
      return given(new ModelOptions.Given(ObjectModel.of("value", function), model));
    }
    return named((Model) found);
  }

  private ModelOptions.Given named(Model found) {
    Map<String, String> others = new LinkedHashMap<>(set);
    others.keySet().removeIf(name -> isFixed(new NumericModel(found), name));
    return new ModelOptions.Given(new NumericModel(found.withSettings(others)), model);
  }

  /** Whether what is set is a parameter of the model, and no other values are given for it. */
  private boolean isFixed(PointModel found, String name) {
    boolean known = found.parameters().map(names -> names.contains(name)).orElse(true);
    return known && !designs.names().contains(name);
  }

  private List<Parameter> fixed(PointModel found) {
    return set.entrySet().stream()
        .filter(setting -> isFixed(found, setting.getKey()))
        .map(setting -> Parameter.fixed(setting.getKey(), setting.getValue()))
        .toList();
  }

  private String title(String of, Sweep sweep) {
    Map<String, String> fixed = sweep.constants();
    return "sweep of "
        + of
        + " over "
        + String.join(", ", sweep.design().names())
        + fixed.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", ", fixed.isEmpty() ? "" : " with ", ""))
        + ": "
        + Numbers.count(sweep.design().size(), "point")
        + (replications == 1 ? "" : ", " + replications + " replications of each")
        + ", seed "
        + sweep.seed();
  }
}
