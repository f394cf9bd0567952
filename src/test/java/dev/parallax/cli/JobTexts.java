package dev.parallax.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The job file of a command line that is not run. */
final class JobTexts {
  private JobTexts() {}

  static String of(List<String> arguments) {
    try (ExitWatch watch = new ExitWatch(new PrintWriter(System.err, true))) {
      ParseResult parsed =
          new RootCommand(watch)
              .commands()
              .setOverwrittenOptionsAllowed(true)
              .parseArgs(arguments.toArray(String[]::new));
      return JobText.of(parsed.subcommand());
    }
  }
}
