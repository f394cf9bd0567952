package dev.parallax.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Writes a command line as a job file: what the numbers depend on, and nothing else. */
final class JobText {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:,=+*\\[\\]-]+");

  private JobText() {}

  static String of(ParseResult command) {
    List<String> lines = new ArrayList<>();
    lines.add("# parallax " + Parallax.VERSION + "; to run it again: parallax @run.job");
    lines.add(command.commandSpec().name());
    for (ArgSpec argument : command.commandSpec().args()) {
      if (argument instanceof OptionSpec option) {
        option(option, lines);
      } else {
        argument.originalStringValues().forEach(value -> lines.add(quoted(value)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void option(OptionSpec option, List<String> lines) {
    String name = option.longestName();
    if (RunOptions.HOW.contains(name) || option.usageHelp() || option.versionHelp()) {
      return;
    }
    List<String> values = option.originalStringValues();
    if (values.isEmpty() && option.defaultValue() != null) {
      values = List.of(option.defaultValue());
    }
    values.forEach(value -> lines.add(name + " " + quoted(value)));
  }

  /** In a job file, quotes keep blanks and number signs, and a backslash escapes. */
  private static String quoted(String value) {
    return PLAIN.matcher(value).matches()
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
