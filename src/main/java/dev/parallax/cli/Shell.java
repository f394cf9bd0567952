package dev.parallax.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as it is typed into a shell. */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Shell() {}

  /** The arguments behind the program's name, quoted where a shell would take them apart. */
  static String command(List<String> arguments) {
    String program = System.getProperty("parallax.command", "parallax");
    return program
        + arguments.stream().map(argument -> " " + quoted(argument)).collect(Collectors.joining());
  }

  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
