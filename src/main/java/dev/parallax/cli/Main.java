package dev.parallax.cli;

import dev.parallax.engine.EngineException;
import dev.parallax.table.InputFile;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line's entry point. */
public final class Main {
  /** Exit status: everything is done. */
  public static final int DONE = 0;

  /** Exit status: an error of ours, or of the engine. */
  public static final int BROKEN = 1;

  /** Exit status: the user's input is wrong; one line says what, where and what was meant. */
  public static final int WRONG_INPUT = 2;

  /** Exit status: done, with failed items. */
  public static final int FAILED_ITEMS = 3;

  /** Exit status: interrupted; the same command with the same output folder goes on. */
  public static final int INTERRUPTED = 130;

  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    LateModule.load();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command, as tests do. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    System.setProperty("picocli.trace", "OFF"); // a job file's options may be given anew: no note
    CommandLine commands =
        new CommandLine(new Parallax())
            .setOut(out)
            .setErr(err)
            .setOverwrittenOptionsAllowed(true)
            .setParameterExceptionHandler(Complaints::wrongInput)
            .setExecutionExceptionHandler((e, command, result) -> broken(e, err));
    try {
      for (String argument : arguments) {
        checkJobFile(argument);
      }
    } catch (IllegalArgumentException e) {
      err.println("parallax: " + e.getMessage());
      return WRONG_INPUT;
    }
    try {
      return commands.execute(arguments);
    } catch (Error e) { // a process with Spark's threads in it would not end by itself
      return broken(e, err);
    }
  }

  /** picocli would take a job file that is not there for an argument. */
  private static void checkJobFile(String argument) {
    if (argument.length() > 1 && argument.startsWith("@") && !argument.startsWith("@@")) {
      Path file = Path.of(argument.substring(1));
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new IllegalArgumentException("no job file " + file + InputFile.hint(file));
      }
    }
  }

  private static int broken(Throwable e, PrintWriter err) {
    if (e instanceof EngineException || e instanceof UncheckedIOException) {
      err.println("parallax: " + Complaints.oneLine(e.getMessage()));
    } else if (e instanceof OutOfMemoryError) {
      err.println(
          "parallax: out of memory ("
              + e.getMessage()
              + "): give Java more with -Xmx, or more --slices");
    } else {
      err.println("parallax: internal error");
      e.printStackTrace(err);
    }
    return BROKEN;
  }
}
