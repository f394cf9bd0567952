package dev.parallax.cli;

import dev.parallax.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the user's input. */
final class Complaints {
  private Complaints() {}

  static int wrongInput(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String text =
        e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : e.getMessage();
    command.getErr().println("parallax: " + oneLine(text));
    return Main.WRONG_INPUT;
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
    if (!spec.subcommands().isEmpty()) {
      List<String> names = commands(spec);
      String hint = meant(given, names);
      return "unknown command '"
          + given
          + "'"
          + (hint.isEmpty() ? "; there is " + String.join(", ", names) : hint);
    }
    return "unexpected argument '" + given + "'";
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

  static String oneLine(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
