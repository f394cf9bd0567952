package dev.parallax.cli;

import dev.parallax.ProgressLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one command line did.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int status, String out, String err) {
  private static final Pattern DIGEST = Pattern.compile("digest\"?[ :]+\"?([0-9a-f]{64})");

  /** Runs a command line in this process. */
  static CommandRun of(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            arguments.toArray(String[]::new),
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new CommandRun(status, out.toString(), ProgressLines.removed(err.toString()));
  }

  /** Runs a command line written as one text, in which a tilde stands for a blank. */
  static CommandRun of(String line, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(line.split(" ")).stream().map(word -> word.replace('~', ' ')).toList());
    arguments.addAll(List.of(more));
    return of(arguments);
  }

  /** The digest that the summary or its JSON form shows. */
  String digest() {
    Matcher found = DIGEST.matcher(out);
    if (!found.find()) {
      throw new AssertionError("no digest in:\n" + out + err);
    }
    return found.group(1);
  }
}
