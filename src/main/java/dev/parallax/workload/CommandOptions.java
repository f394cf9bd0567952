package dev.parallax.workload;

import dev.parallax.model.command.CommandModel;
import dev.parallax.model.command.Protocol;
import dev.parallax.text.Choices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A model that is a program in any language. */
@Topic(Topic.Heading.PROGRAM)
@Command
final class CommandOptions {
  /** How the command is given. */
  static final String FORM = "--command LINE";

  private static final List<String> DETAILS = List.of("--protocol", "--responses", "--file");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--command",
      paramLabel = "LINE",
      converter = CommandText.Reader.class,
      description = "Run a program, in any language, such as 'python3 model.py'.")
  private CommandText command;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = {
        "How the program receives points.",
        "lines (default): reads a line of values, answers a line of numbers;",
        "json: the same with JSON objects, by name;",
        "args: one process per point, {NAME} in its command line."
      })
  private String protocol;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--responses",
      paramLabel = "NAME,...",
      split = ",",
      hideParamSyntax = true,
      description = {
        "Names of the program's responses (default: " + CommandModel.VALUE + ").",
        "flux[32] is a vector, note:text a text, good:boolean true or false."
      })
  private List<String> responses = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--file",
      paramLabel = "PATH",
      converter = CarriedFiles.Reader.class,
      description =
          "Copy a file, a folder or 'data/**/*.txt' into the program's working folder, "
              + "on every worker.")
  private List<CarriedFiles> files = List.of();

  /** The command line, if there is one. */
  Optional<String> line() {
    return Optional.ofNullable(command).map(CommandText::text);
  }

  /**
   * The model that the options describe.
   *
   * @param run where it will run, and for how long at most
   * @throws IllegalArgumentException if one of them is wrong
   */
  CommandModel model(RunSettings run) {
    Protocol chosen =
        protocol == null ? Protocol.LINES : Choices.find("protocol", Protocol.class, protocol);
    List<String> names = responses.isEmpty() ? List.of(CommandModel.VALUE) : responses;
    List<Path> carried = files.stream().map(CarriedFiles::written).toList();
    CommandModel model = CommandModel.of(command.text(), chosen, names, carried);
    if (run.onCluster()) {
      model.checkTravels();
    }
    Duration longest = run.limits().timeout();
    return longest.isZero() ? model : model.withLimit(longest);
  }

  /**
   * Checks that nothing is said of a command that was not given.
   *
   * @throws IllegalArgumentException if something is
   */
  void checkUnused() {
    for (String name : DETAILS) {
      if (!spec.findOption(name).originalStringValues().isEmpty()) {
        throw new IllegalArgumentException(name + " goes with " + FORM);
      }
    }
  }
}
