package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.model.Statistic;
import dev.parallax.model.builtin.BuiltIn;
import dev.parallax.statistic.Statistics;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.sweep.DesignKind;
import dev.parallax.workload.value.ValuesText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parallax list}: the names that are built in, for people and for scripts. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "List what is built in, a line for each name.",
    customSynopsis = "parallax list SUBJECT",
    description = {
      "",
      "Subjects:",
      "  statistics     of bootstrap --statistic, and of which columns they are",
      "  models         of sweep --model",
      "  functions      of map --function",
      "  designs        of sweep --design",
      "  distributions  of a parameter of a sampled design",
      ""
    })
final class ListCommand implements Callable<Integer> {
  /** What can be listed. */
  enum Subject {
    STATISTICS,
    MODELS,
    FUNCTIONS,
    DESIGNS,
    DISTRIBUTIONS;

    @Override
    public String toString() {
      return Choices.text(this);
    }
  }

  @Spec private CommandSpec spec;

  @Affects(Effect.FINDINGS)
  @Parameters(arity = "0..1", paramLabel = "SUBJECT", description = "What to list.")
  private String subject;

  @Override
  public Integer call() {
    Map<String, String> lines = lines(asked());
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    lines.forEach(
        (name, what) ->
            spec.commandLine()
                .getOut()
                .println(name + " ".repeat(width - name.length()) + "  " + what));
    return ExitStatus.DONE;
  }

  private Subject asked() {
    if (subject == null) {
      String all =
          Arrays.stream(Subject.values()).map(Subject::toString).collect(Collectors.joining(", "));
      throw new ParameterException(spec.commandLine(), "list what? There is " + all);
    }
    try {
      return Choices.find("subject", Subject.class, subject);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Map<String, String> lines(Subject asked) {
    return switch (asked) {
      case STATISTICS -> statistics();
      case MODELS -> described("sweep", BuiltIn.MODELS.names().stream());
      case FUNCTIONS -> described("map", BuiltIn.FUNCTIONS.names().stream());
      case DESIGNS -> described("sweep", DesignKind.names(kind -> true).stream());
      case DISTRIBUTIONS ->
          described("sweep", ValuesText.DISTRIBUTIONS.stream().map(name -> name + ":"));
    };
  }

  private static Map<String, String> statistics() {
    Map<String, Predicate<Statistic>> groups = new LinkedHashMap<>();
    groups.put("of one column", statistic -> statistic.columns() == 1);
    groups.put("of two columns", statistic -> statistic.columns() == 2);
    groups.put("of three columns", statistic -> statistic.columns() == 3);
    groups.put("of two columns and their errors", statistic -> statistic.measured() > 0);
    Map<String, String> lines = new LinkedHashMap<>();
    groups.forEach(
        (what, which) ->
            Statistics.names(which.and(statistic -> !statistic.twoSamples()))
                .forEach(name -> lines.put(name, what)));
    Statistics.names(Statistic::twoSamples).forEach(name -> lines.put(name, "of two samples"));
    return lines;
  }

  /** The names, as they are written, with what a command's help says of them. */
  private Map<String, String> described(String command, Stream<String> names) {
    List<String> help =
        Arrays.stream(command(command).getCommandSpec().usageMessage().description())
            .filter(line -> line.startsWith("  "))
            .map(String::strip)
            .toList();
    Map<String, String> lines = new LinkedHashMap<>();
    names.forEach(name -> put(name, help, lines));
    return lines;
  }

  private CommandLine command(String name) {
    return spec.parent().subcommands().get(name);
  }

  /** Adds a name with its line of the help, which begins with it, or with it and others. */
  private static void put(String name, List<String> help, Map<String, String> lines) {
    for (String line : help) {
      String[] parts = line.split(" {2,}", 2);
      for (String form : parts[0].split(", ", -1)) {
        if (parts.length == 2 && (name.endsWith(":") ? form.startsWith(name) : form.equals(name))) {
          lines.put(form, parts[1]);
          return;
        }
      }
    }
    throw new IllegalStateException("the help does not say what " + name + " is");
  }
}
