package dev.parallax.cli;

import dev.parallax.cli.process.Console;
import dev.parallax.cli.process.Ending;
import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.ExitWatch;
import dev.parallax.cli.process.OpenFiles;
import dev.parallax.cli.process.Shell;
import dev.parallax.cli.process.StandardOutput;
import dev.parallax.engine.EngineException;
import dev.parallax.identity.JobFile;
import dev.parallax.model.UserCodeException;
import dev.parallax.random.VectorModule;
import dev.parallax.storage.PathText;
import dev.parallax.terminal.Terminal;
import dev.parallax.text.SystemText;
import dev.parallax.text.Thrown;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;

/** The command line's entry point. */
public final class Main {
  private Main() {}

  /**
   * Runs one command. When all is done it returns: whoever called, a cluster's application master
   * for one, takes an exit for a failure. Otherwise it ends the process with the command's exit
   * status, or, where the driver runs on a cluster, which knows no status, throws.
   */
  public static void main(String[] arguments) {
    Ending ending = new Ending();
    VectorModule.load();
    Thread.currentThread().setUncaughtExceptionHandler(Main::uncaught);
    StandardOutput out = StandardOutput.ofProcess();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = out.checked(onTerminals(arguments, out.writer(), err), err);
    err.flush();
    ending.with(status);
  }

  /**
   * Java ends with status 1 then. Of what needs to be linked here, a manager may forbid the rest.
   */
  private static void uncaught(Thread thread, Throwable thrown) {
    if (thrown instanceof SecurityException || thrown instanceof BootstrapMethodError) {
      System.err.println("parallax: a SecurityManager, set by your code, forbids what is needed");
    } else {
      thrown.printStackTrace();
    }
  }

  private static int inSilence(List<String> arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return run(arguments.toArray(String[]::new), nowhere, nowhere);
  }

  /** Runs one command, as tests do: on no terminal. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return run(arguments, out, err, Optional.empty());
  }

  /** Runs one command of a session, if there is one. */
  static int run(
      String[] arguments, PrintWriter out, PrintWriter err, Optional<RunOptions.Host> session) {
    return run(arguments, console(out, Terminal.NONE), console(err, Terminal.NONE), session);
  }

  /** Runs one command on the terminals, if they are some, that this process writes to. */
  static int onTerminals(String[] arguments, PrintWriter out, PrintWriter err) {
    Console console = console(out, Terminal.ofOutput());
    return run(arguments, console, console(err, Terminal.ofError()), Optional.empty());
  }

  private static Console console(PrintWriter writer, Terminal terminal) {
    return new Console(writer, terminal, Shell.program());
  }

  private static int run(
      String[] arguments, Console out, Console err, Optional<RunOptions.Host> session) {
    try (ExitWatch watch = new ExitWatch(err)) {
      return run(arguments, new RootCommand(watch, session), out, err);
    } catch (RuntimeException
        | Error e) { // with Spark's threads the process would not end by itself
      return broken(e, err);
    }
  }

  private static int run(String[] arguments, RootCommand root, Console out, Console err) {
    System.setProperty("picocli.trace", "OFF"); // a job file's options may be given anew: no note
    root.given(List.of(arguments));
    Optional<CommandLine> first = first(root, out, err);
    CommandLine commands = first.orElseGet(() -> commands(root, out, err));
    String[] given;
    try {
      SystemText.ofProcess()
          .checkUnderstood("the current folder", System.getProperty("user.dir", ""));
      given = JobFile.expanded(root.given(), commands).toArray(String[]::new);
      if (first.isPresent() && !first.get().getSubcommands().containsKey(given[0])) {
        commands = commands(root, out, err); // to say what there is
        given = JobFile.expanded(root.given(), commands).toArray(String[]::new);
      }
    } catch (IllegalArgumentException e) {
      err.println("parallax: " + Complaints.oneLine(e.getMessage()));
      return ExitStatus.WRONG_INPUT;
    }
    return commands.execute(given);
  }

  /** The one command that is asked for, if it is a job's: all of them take longer to make. */
  private static Optional<CommandLine> first(RootCommand root, Console out, Console err) {
    Optional<CommandLine> first = JobFile.command(root.given()).flatMap(root::command);
    first.ifPresent(one -> arrange(one, root, out, err));
    return first;
  }

  /** All commands and their options, for what describes them: the manual, the completion. */
  public static CommandLine commands() {
    Console nowhere = console(new PrintWriter(Writer.nullWriter()), Terminal.NONE);
    try (ExitWatch watch = new ExitWatch(nowhere)) {
      return commands(new RootCommand(watch), nowhere, nowhere);
    }
  }

  private static CommandLine commands(RootCommand root, Console out, Console err) {
    CommandLine commands = root.commands();
    if (root.host().isEmpty()) {
      commands
          .addSubcommand(new SessionCommand(Main::run))
          .addSubcommand(new WarmUpCommand(Main::inSilence));
    }
    arrange(commands, root, out, err);
    return commands;
  }

  private static void arrange(CommandLine commands, RootCommand root, Console out, Console err) {
    commands
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false) // JobFile does
        .setOverwrittenOptionsAllowed(true)
        .setParameterExceptionHandler((e, words) -> Complaints.wrongInput(e, root.given()))
        .setExecutionExceptionHandler((e, command, result) -> broken(e, err))
        .registerConverter(Path.class, PathText::of);
    HelpText.arrange(commands, out.terminal());
  }

  private static boolean isExpected(Throwable e) {
    return e instanceof EngineException
        || e instanceof UncheckedIOException
        || e instanceof UserCodeException;
  }

  private static String line(Throwable e) {
    return Complaints.oneLine(Thrown.text(e));
  }

  private static int broken(Throwable e, PrintWriter err) {
    if (e instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      err.println("parallax: out of memory at " + megabytes + " MB; give Java more with -Xmx");
    } else if (OpenFiles.areExhausted()) {
      err.println("parallax: " + OpenFiles.COMPLAINT);
    } else if (isExpected(e)) {
      err.println("parallax: " + Complaints.oneLine(Thrown.message(e)));
    } else if (e instanceof ServiceConfigurationError) {
      err.println("parallax: a jar's list of services is wrong: " + line(e));
    } else if (e instanceof SecurityException) {
      err.println("parallax: a SecurityManager forbids what is needed: " + line(e));
    } else {
      err.println("parallax: internal error");
      err.println((Object) Thrown.trace(e));
    }
    return ExitStatus.BROKEN;
  }
}
