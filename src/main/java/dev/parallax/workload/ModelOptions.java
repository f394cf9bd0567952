package dev.parallax.workload;

import dev.parallax.model.PointModel;
import dev.parallax.model.expression.Expression;
import dev.parallax.model.python.PythonModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is evaluated, where that is not a built-in or a class with a name: exactly one of all. */
@Topic(Topic.Heading.WHAT)
public final class ModelOptions {
  private static final String PYTHON = "--python";

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--expression",
      paramLabel = "TEXT",
      description =
          "A formula, such as 'exp(-x^2/2)'. With several responses, one 'NAME = "
              + "FORMULA' each: 'r = hypot(x,y)'.")
  private List<String> expressions = List.of();

  /**
   * A model that was given.
   *
   * @param model the model
   * @param title what it is called in the summary
   */
  public record Given(PointModel model, String title) {}

  /** A way to give a model: how it is written, whether it was, and what it gives. */
  private record Way(String form, boolean taken, Supplier<Given> given) {
    String option() {
      return form.substring(0, form.indexOf(' '));
    }
  }

  @Mixin private CommandOptions command;

  @Affects(value = Effect.NUMBERS, code = true)
  @Option(
      names = PYTHON,
      paramLabel = "FILE",
      hidden = true,
      description = "A function of the Python package parallax, which writes the file.")
  private Path python;

  /**
   * Checks that formulas write the names of parameters as they are to be written.
   *
   * @throws IllegalArgumentException if one does not
   */
  public void checkNames(List<String> parameters) {
    Expression.checkNames(parameters, expressions);
  }

  /** All ways but by name. */
  private List<Way> ways(RunSettings run) {
    return List.of(
        new Way("--expression TEXT", !expressions.isEmpty(), this::expression),
        new Way(CommandOptions.FORM, command.line().isPresent(), () -> command(run)),
        new Way(PYTHON + " FILE", python != null, () -> python(run)));
  }

  private Given expression() {
    Expression expression = Expression.of(expressions.toArray(String[]::new));
    return new Given(expression, expression.title());
  }

  private Given command(RunSettings run) {
    return new Given(command.model(run), command.line().orElseThrow());
  }

  private Given python(RunSettings run) {
    PythonModel model = PythonModel.of(python, run.onCluster());
    return new Given(model.withLimit(run.limits().timeout()), model.title());
  }

  /**
   * The model, if it is not given by name.
   *
   * @param kind what a name is the name of, and the option that takes it
   * @param name the name given, null if none was
   * @param known the names of those built in
   * @param run how the job runs
   * @throws IllegalArgumentException if nothing is given, or more than one thing, or it is wrong
   */
  public Optional<Given> unnamed(String kind, String name, List<String> known, RunSettings run) {
    String byName = "--" + kind + " NAME";
    List<Way> ways = new ArrayList<>();
    ways(run).forEach(ways::add);
    ways.add(new Way(byName, name != null, () -> null));
    List<Way> taken = ways.stream().filter(Way::taken).toList();
    if (taken.size() > 1) {
      throw new IllegalArgumentException(
          taken.get(0).option() + " and " + taken.get(1).option() + " exclude each other");
    }
    if (command.line().isEmpty()) {
      command.checkUnused();
    }
    if (taken.isEmpty()) {
      Required.check(kind, null, String.join(" or ", forms(ways)), known);
    }
    return Optional.ofNullable(taken.get(0).given().get());
  }

  /** How those are written that are for people. */
  private static List<String> forms(List<Way> ways) {
    return ways.stream().map(Way::form).filter(form -> !form.startsWith(PYTHON)).toList();
  }
}
