package dev.parallax.workload.sweep;

import dev.parallax.model.PointModel;
import dev.parallax.table.Table;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.DialectOptions;
import dev.parallax.workload.Effect;
import dev.parallax.workload.TableOptions;
import dev.parallax.workload.Topic;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.OneAtATime;
import dev.parallax.workload.sweep.design.PointTable;
import dev.parallax.workload.sweep.design.Saltelli;
import dev.parallax.workload.sweep.design.Sampled;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.sweep.parameter.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which points a sweep evaluates. */
@Topic(Topic.Heading.POINTS)
@Command
final class DesignOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUES",
      description = "A parameter and its values, or its distribution. Give one -p per parameter.")
  private List<String> parameters = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description = "Which points to evaluate: one of the designs above (default: factorial).")
  private String design;

  @Affects(Effect.LENGTH)
  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Number of points of a sampled design; for saltelli, number of rows.")
  private Long samples;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--scramble",
      description =
          "Shift a sobol, halton or saltelli design at random, modulo 1 in each " + "parameter.")
  private boolean scramble;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--baseline",
      paramLabel = "NAME=VALUE",
      description = "Baseline value of a parameter, for one-at-a-time (default: its first value).")
  private Map<String, String> baseline = Map.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--points",
      paramLabel = "TABLE",
      description = "Read the points from a table: one column per parameter, one row per point.")
  private Path points;

  @Mixin private TableOptions tables;

  /**
   * Points that were asked for.
   *
   * @param design the points
   * @param notices what was understood of the input, one line each
   * @param table the table they were read from, if they were
   * @param extensible whether the first points stay as they are when there are more
   * @param fixed why they do not, and of which designs they would
   */
  record Chosen(
      Design design,
      List<String> notices,
      Optional<Table> table,
      boolean extensible,
      String fixed) {}

  /** The names of the parameters that are given with values. */
  List<String> names() {
    return parameters.stream().map(text -> text.split("=", 2)[0].strip()).toList();
  }

  /**
   * The points.
   *
   * @param model what is evaluated there
   * @param fixed the parameters that have their values already
   * @param seed what random designs come from
   * @throws IllegalArgumentException if the options are wrong
   */
  Chosen chosen(PointModel model, List<String> fixed, long seed) {
    if (points != null) {
      return table(model, fixed);
    }
    tables.checkUnused("--points TABLE");
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("no parameters: give -p NAME=VALUES or --points TABLE");
    }
    DesignKind kind =
        design == null ? DesignKind.FACTORIAL : Choices.find("design", DesignKind.class, design);
    check(kind);
    return new Chosen(
        kind.isSampled() ? sampled(kind, seed) : grid(kind),
        List.of(),
        Optional.empty(),
        kind.isExtensible(),
        fixed(kind));
  }

  private static String fixed(DesignKind kind) {
    return kind.isExtensible()
        ? ""
        : "a "
            + kind
            + " design cannot grow ("
            + String.join(", ", DesignKind.names(DesignKind::isExtensible))
            + " can)";
  }

  private void check(DesignKind kind) {
    if (kind.isSampled() && samples == null) {
      throw new IllegalArgumentException("design " + kind + " needs --samples N");
    }
    if (samples != null && samples < 1) {
      throw new IllegalArgumentException("--samples must be 1 or more, not " + samples);
    }
    checkUse(kind.toString());
  }

  /** Checks that no option is given that other points are for. */
  private void checkUse(String by) {
    only(samples != null, "--samples", DesignKind.names(DesignKind::isSampled), by);
    only(scramble, "--scramble", DesignKind.names(DesignKind::isSequence), by);
    only(!baseline.isEmpty(), "--baseline", List.of("one-at-a-time"), by);
  }

  private static void only(boolean given, String option, List<String> designs, String by) {
    if (given && !designs.contains(by)) {
      throw new IllegalArgumentException(
          option + " is for --design " + String.join(", ", designs) + "; not for " + by);
    }
  }

  private Design grid(DesignKind kind) {
    List<Parameter> parsed = parameters.stream().map(Parameter::parse).toList();
    return switch (kind) {
      case PAIRED -> Design.paired(parsed.toArray(Parameter[]::new));
      case ONE_AT_A_TIME -> new OneAtATime(parsed, baseline);
      default -> Design.factorial(parsed.toArray(Parameter[]::new));
    };
  }

  private Design sampled(DesignKind kind, long seed) {
    List<Variable> parsed = parameters.stream().map(Variable::parse).toList();
    return switch (kind) {
      case LATIN_HYPERCUBE -> Sampled.latinHypercube(parsed, samples, seed);
      case SOBOL ->
          scramble ? Sampled.scrambledSobol(parsed, samples, seed) : Sampled.sobol(parsed, samples);
      case HALTON ->
          scramble
              ? Sampled.scrambledHalton(parsed, samples, seed)
              : Sampled.halton(parsed, samples);
      case SALTELLI ->
          scramble ? Saltelli.scrambled(parsed, samples, seed) : Saltelli.of(parsed, samples);
      default -> Sampled.uniform(parsed, samples, seed);
    };
  }

  private Chosen table(PointModel model, List<String> fixed) {
    if (!parameters.isEmpty() || design != null) {
      throw new IllegalArgumentException("--points goes with neither -p nor --design");
    }
    checkUse("--points");
    List<String> wanted = without(fixed, model.parameters().orElse(List.of()));
    Table table = model.parameters().isEmpty() ? tables.read(points) : named(wanted);
    List<String> names = model.parameters().isEmpty() ? without(fixed, table.names()) : wanted;
    PointTable design = new PointTable(table, names, model.takesTexts());
    List<String> notices = new ArrayList<>(DialectOptions.notices(table));
    design.notes().forEach(note -> notices.add("  " + note));
    return new Chosen(design, notices, Optional.of(table), false, "");
  }

  /** The table, whose columns are as they stand there: numbers with all digits. */
  private Table named(List<String> wanted) {
    try {
      return tables.read(points, List.of(), wanted);
    } catch (IllegalArgumentException e) {
      throw isUnnamed()
          ? new IllegalArgumentException(
              e.getMessage()
                  + "; its columns have no names: put the line '"
                  + String.join(",", wanted)
                  + "' above its rows",
              e)
          : e;
    }
  }

  private boolean isUnnamed() {
    try {
      return tables.read(points).notes().contains(Table.UNNAMED);
    } catch (IllegalArgumentException e) {
      return false; // it says what else is wrong
    }
  }

  private static List<String> without(List<String> some, List<String> names) {
    return names.stream().filter(name -> !some.contains(name)).toList();
  }
}
