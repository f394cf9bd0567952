package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.session.Session;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax session}: jobs in and results out, for programs. */
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Serve jobs to a program, such as Python, until its end.",
    customSynopsis = "parallax session [options]",
    description = {
      "",
      "Requests are lines of JSON on standard input, answers on standard output.",
      "The Python package starts it by itself; docs/session.md has the messages.",
      ""
    })
final class SessionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  private final SessionJobs.Line line;

  /**
   * The command.
   *
   * @param line runs the command lines of jobs
   */
  SessionCommand(SessionJobs.Line line) {
    this.line = line;
  }

  @Override
  public Integer call() {
    try {
      engine.check();
      engine.checkMaster();
      engine.checkMemory(false);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    PrintStream users = System.out;
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8)); // a user's prints
    try (SessionJobs jobs = new SessionJobs(engine, line);
        Session session = new Session(jobs, System.in, new FileOutputStream(FileDescriptor.out))) {
      Object former = Signals.register("INT", session::cancelAll);
      session.serve();
      Signals.unregister("INT", former);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    } finally {
      System.setOut(users);
    }
    return ExitStatus.DONE;
  }
}
