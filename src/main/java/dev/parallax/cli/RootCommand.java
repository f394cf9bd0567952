package dev.parallax.cli;

import dev.parallax.Parallax;
import dev.parallax.cli.process.ExitWatch;
import dev.parallax.workload.JobKinds;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command of which the others are subcommands. */
@Command(
    name = "parallax",
    version = RootCommand.NAME_AND_VERSION,
    mixinStandardHelpOptions = true,
    customSynopsis = {"parallax COMMAND [options]", "       parallax @FILE [options]"},
    header = "Embarrassingly parallel science on Apache Spark.",
    description = "%nThe same command gives the same numbers on a laptop and on a cluster.%n",
    footer = {
      "",
      "parallax COMMAND --help shows the options of a command.",
      "A job file has a command line in it: parallax @jobs/hubble.job --seed 7",
      "",
      "@|bold Exit status:|@",
      "  0 done, 1 error, 2 wrong input, 3 some items failed,",
      "  129, 130 or 143 interrupted: to continue, add --resume (needs --output)"
    })
final class RootCommand implements Runnable, JobRun.Watched {
  static final String VERSION = Parallax.VERSION;

  static final String NAME_AND_VERSION = "parallax " + VERSION;

  @Spec private CommandSpec spec;

  private final ExitWatch watch;

  private final Optional<RunOptions.Host> host;

  private List<String> given = List.of();

  RootCommand(ExitWatch watch) {
    this(watch, Optional.empty());
  }

  /**
   * The command as a session has it run.
   *
   * @param host the session, if there is one
   */
  RootCommand(ExitWatch watch, Optional<RunOptions.Host> host) {
    this.watch = watch;
    this.host = host;
  }

  @Override
  public Optional<RunOptions.Host> host() {
    return host;
  }

  /** Is told its words as they were given. */
  void given(List<String> arguments) {
    given = List.copyOf(arguments);
  }

  @Override
  public List<String> given() {
    return given;
  }

  /** The command line with the demo or one kind of job as its only command; none for others. */
  Optional<CommandLine> command(String name) {
    if (name.equals(DemoCommand.NAME)) {
      return Optional.of(new CommandLine(this).addSubcommand(new DemoCommand()));
    }
    return JobKinds.all().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .map(kind -> new CommandLine(this).addSubcommand(JobCommand.of(kind)));
  }

  /** The command line, with a command for each kind of job. */
  CommandLine commands() {
    CommandLine commands = new CommandLine(this).addSubcommand(new DemoCommand());
    JobKinds.all().forEach(kind -> commands.addSubcommand(JobCommand.of(kind)));
    if (host.isEmpty()) {
      commands.addSubcommand(new ShellCommand());
    }
    commands.addSubcommand(new ListCommand());
    add(commands, "help", new CommandLine.HelpCommand(), "Show the help of a command.");
    if (host.isPresent()) {
      return commands;
    }
    return add(
        commands,
        "completion",
        new AutoComplete.GenerateCompletion(),
        "Print what makes bash or zsh complete these words.");
  }

  /** Adds a command of picocli's, and says of it what it does, as we say it of ours. */
  private static CommandLine add(
      CommandLine commands, String name, Runnable picoclis, String header) {
    CommandLine command = new CommandLine(picoclis);
    command.getCommandSpec().name(name).usageMessage().header(header);
    return commands.addSubcommand(command);
  }

  @Override
  public ExitWatch watch() {
    return watch;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command; there is " + String.join(", ", Complaints.commands(spec)) + " (or --help)");
  }
}
