package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.text.Spelling;
import dev.parallax.text.Visible;
import dev.parallax.workload.CarriedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the user's input. */
final class Complaints {
  private static final int LONGEST = 2000;

  private Complaints() {}

  static int wrongInput(ParameterException e, List<String> given) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("parallax: " + oneLine(text(e, given)));
    return ExitStatus.WRONG_INPUT;
  }

  private static String text(ParameterException e, List<String> given) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched) + origin(unmatched.getUnmatched().get(0), given);
    }
    if (e.getMessage() != null && e.getMessage().startsWith("Unknown subcommand '")) {
      return unknown(e.getValue(), e.getCommandLine().getCommandSpec()); // asked of "help"
    }
    if (e instanceof MissingParameterException missing) {
      ArgSpec first = missing.getMissing().get(0);
      return first instanceof OptionSpec option
          ? "no value: give " + written(option)
          : e.getMessage();
    }
    if (e.getCause() instanceof IllegalArgumentException cause && isPath(e.getArgSpec())) {
      String name = e.getArgSpec() instanceof OptionSpec option ? option.longestName() + ": " : "";
      return name + cause.getMessage();
    }
    return e.getArgSpec() instanceof OptionSpec option ? wrong(option, e) : e.getMessage();
  }

  private static boolean isPath(ArgSpec argument) {
    return argument != null
        && Stream.of(argument.auxiliaryTypes())
            .anyMatch(type -> type == Path.class || type == CarriedFiles.class);
  }

  private static String written(OptionSpec option) {
    return option.longestName() + " " + option.paramLabel();
  }

  private static String wrong(OptionSpec option, ParameterException e) {
    String value = "'" + e.getValue() + "'";
    if (option.isMultiValue() && option.typeInfo().isMap()) {
      return option.longestName() + " is written " + written(option) + ", not " + value;
    }
    if (option.arity().max() == 0) {
      return option.longestName() + " takes no value, not " + value;
    }
    return option.longestName() + " must be " + kind(option) + ", not " + value;
  }

  private static String kind(OptionSpec option) {
    Class<?> type = option.typeInfo().isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
    if (type == long.class || type == Long.class) {
      return "a whole number within -2^63 .. 2^63-1";
    }
    if (type == Integer.class) {
      return "a whole number";
    }
    return type == Double.class ? "a number" : "of another kind";
  }

  /** Where an argument comes from that was not typed. */
  private static String origin(String word, List<String> given) {
    List<String> files = given.stream().filter(one -> one.matches("@[^@].*")).toList();
    boolean typed = given.contains(word);
    return typed || files.size() != 1 ? "" : " (in " + files.get(0).substring(1) + ")";
  }

  private static String unknown(UnmatchedArgumentException e) {
    String given = e.getUnmatched().get(0);
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (given.startsWith("-")) {
      List<String> names = new ArrayList<>();
      spec.options().forEach(option -> names.addAll(List.of(option.names())));
      String name = given.replaceFirst("=.*", "");
      return "unknown option '" + name + "'" + meant(name, names);
    }
    return spec.subcommands().isEmpty()
        ? "unexpected argument '" + given + "'"
        : unknown(given, spec);
  }

  private static String unknown(String command, CommandSpec spec) {
    List<String> names = commands(spec);
    String hint = meant(command, names);
    return "unknown command '"
        + command
        + "'"
        + (hint.isEmpty() ? "; there is " + String.join(", ", names) : hint);
  }

  /** The names of the commands that are shown. */
  static List<String> commands(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String meant(String given, List<String> known) {
    return Spelling.nearest(given, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /** A text of any size as one line of bounded length: how it begins and how it ends. */
  static String oneLine(String text) {
    if (text == null || text.isBlank()) {
      return "no reason given";
    }
    int half = LONGEST / 2;
    String bounded =
        text.length() <= LONGEST
            ? text
            : text.substring(0, half) + " ... " + text.substring(text.length() - half);
    return Visible.line(bounded.strip().replaceAll("\\s*\\R\\s*", "; "));
  }
}
