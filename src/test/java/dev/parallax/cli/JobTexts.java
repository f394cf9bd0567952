package dev.parallax.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The job file of a command line that is not run. */
final class JobTexts {
  private JobTexts() {}

  static String of(List<String> arguments) {
    ParseResult parsed =
        new CommandLine(new RootCommand())
            .setOverwrittenOptionsAllowed(true)
            .parseArgs(arguments.toArray(String[]::new));
    return JobText.of(parsed.subcommand());
  }
}
