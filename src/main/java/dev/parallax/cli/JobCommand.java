package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.engine.EngineException;
import dev.parallax.identity.Effects;
import dev.parallax.json.JsonText;
import dev.parallax.text.Thrown;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** A command that runs one job: the options of its kind, and those that all have. */
final class JobCommand implements Callable<Integer> {
  private final JobOptions job;
  private final RunOptions options = new RunOptions();
  private final CommandSpec spec;

  private JobCommand(JobKind kind) {
    this.job = kind.options();
    this.spec =
        CommandSpec.wrapWithoutInspection(this)
            .name(kind.name())
            .addMixin("job", CommandSpec.forAnnotatedObject(job))
            .addMixin("run", CommandSpec.forAnnotatedObject(options))
            .mixinStandardHelpOptions(true);
    spec.usageMessage().sortOptions(false);
  }

  /** The command of a kind of job, as picocli knows it. */
  static CommandLine of(JobKind kind) {
    CommandLine command = new CommandLine(new JobCommand(kind).spec);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION, help -> kind.description(help.description()));
    return command;
  }

  /**
   * Runs the job.
   *
   * @throws IllegalStateException if an option of its kind does not say what it affects
   */
  @Override
  public Integer call() {
    Effects.check(spec);
    CommandLine command = spec.commandLine();
    JobRun run;
    try {
      ((JobRun.Watched) command.getParent().getCommand()).host().ifPresent(options::in);
      options.check();
      Job described = job.job(options.settings());
      if (described.answer().isPresent()) {
        print(described.answer().get(), command);
        return ExitStatus.DONE;
      }
      run = JobRun.prepare(described, options, command);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, Thrown.message(e), e);
    } catch (RuntimeException e) {
      throw complained(e);
    }
    return executed(run);
  }

  private static int executed(JobRun run) {
    try {
      return run.execute();
    } catch (RuntimeException e) {
      throw complained(e);
    }
  }

  private void print(Job.Answer answer, CommandLine command) {
    if (options.json) {
      command.getOut().println(JsonText.line(answer.fields()));
    } else {
      answer.lines().forEach(command.getOut()::println);
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
