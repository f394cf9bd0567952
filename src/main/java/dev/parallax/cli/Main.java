package dev.parallax.cli;

import dev.parallax.engine.EngineException;
import dev.parallax.storage.LocalPath;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
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

  /**
   * Runs one command. When all is done it returns: whoever called, a cluster's application master
   * for one, takes an exit for a failure. Otherwise it ends the process with the command's exit
   * status, or, where the driver runs on a cluster, which knows no status, throws.
   */
  public static void main(String[] arguments) {
    Ending ending = new Ending();
    LateModule.load();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, out, err);
    out.flush();
    err.flush();
    ending.with(status);
  }

  /** Runs one command, as tests do. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    System.setProperty("picocli.trace", "OFF"); // a job file's options may be given anew: no note
    CommandLine commands =
        new CommandLine(new RootCommand())
            .setOut(out)
            .setErr(err)
            .setOverwrittenOptionsAllowed(true)
            .setParameterExceptionHandler(Complaints::wrongInput)
            .setExecutionExceptionHandler((e, command, result) -> broken(e, err))
            .registerConverter(Path.class, LocalPath::of);
    HelpText.arrange(commands);
    String[] given = new String[arguments.length];
    try {
      Arrays.setAll(given, i -> JobFile.checked(arguments[i]));
    } catch (IllegalArgumentException e) {
      err.println("parallax: " + Complaints.oneLine(e.getMessage()));
      return WRONG_INPUT;
    }
    try {
      return commands.execute(given);
    } catch (Error e) { // a process with Spark's threads in it would not end by itself
      return broken(e, err);
    }
  }

  private static int broken(Throwable e, PrintWriter err) {
    if (e instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      err.println("parallax: out of memory at " + megabytes + " MB; give Java more with -Xmx");
    } else if (e instanceof EngineException || e instanceof UncheckedIOException) {
      err.println("parallax: " + Complaints.oneLine(e.getMessage()));
    } else {
      err.println("parallax: internal error");
      e.printStackTrace(err);
    }
    return BROKEN;
  }
}
