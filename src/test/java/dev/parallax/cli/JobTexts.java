package dev.parallax.cli;

import dev.parallax.cli.process.ExitWatch;
import dev.parallax.identity.JobFile;
import dev.parallax.identity.RequestedJob;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The job of a command line that is not run. */
final class JobTexts {
  private JobTexts() {}

  /** Its job file. */
  static String of(List<String> arguments) {
    return requested(arguments).identity().text(".");
  }

  /** The job, as one whose first items stay as they are when it has more. */
  static RequestedJob requested(List<String> arguments) {
    CommandLine commands = commands().setOverwrittenOptionsAllowed(true).setExpandAtFiles(false);
    List<String> words = JobFile.expanded(arguments, commands);
    ParseResult parsed = commands.parseArgs(words.toArray(String[]::new));
    return RequestedJob.of(
        parsed.subcommand().commandSpec(), RootCommand.NAME_AND_VERSION, Map.of(), true);
  }

  /** All commands there are. */
  static CommandLine commands() {
    try (ExitWatch watch = new ExitWatch(new PrintWriter(System.err, true))) {
      return new RootCommand(watch).commands();
    }
  }
}
