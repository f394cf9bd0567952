package dev.parallax.cli;

import dev.parallax.engine.EngineException;
import dev.parallax.spelling.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A command that runs one job. */
interface JobCommand extends Callable<Integer> {

  /** The command as picocli knows it. */
  CommandSpec spec();

  /** The options that mean the same everywhere. */
  RunOptions options();

  /**
   * The job that the options describe.
   *
   * @throws IllegalArgumentException if the user's input is wrong
   */
  Job job();

  /** What is printed when something else than a run is asked for. */
  default Optional<List<String>> instead(Job job) {
    return Optional.empty();
  }

  @Override
  default Integer call() {
    CommandLine command = spec().commandLine();
    JobRun run;
    try {
      options().check();
      Job job = job();
      Optional<List<String>> instead = instead(job);
      if (instead.isPresent()) {
        instead.get().forEach(command.getOut()::println);
        return Main.DONE;
      }
      run = JobRun.prepare(job, options(), command);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, Thrown.message(e), e);
    } catch (RuntimeException e) {
      throw complained(e);
    }
    try {
      return run.execute();
    } catch (RuntimeException e) {
      throw complained(e);
    }
  }

  /**
   * What the user's code threw, as a line: picocli would ask it for its message, which may throw.
   */
  private static RuntimeException complained(RuntimeException e) {
    return UserJars.complaint(e)
        .<RuntimeException>map(text -> new EngineException(text, e))
        .orElse(e);
  }
}
