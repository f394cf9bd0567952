package dev.parallax.cli;

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

  @Override
  default Integer call() {
    CommandLine command = spec().commandLine();
    JobRun run;
    try {
      options().check();
      run = new JobRun(job(), options(), JobText.of(command.getParseResult()), command);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
    return run.execute();
  }
}
