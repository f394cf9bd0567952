package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.model.Statistic;
import dev.parallax.model.command.CommandStatistic;
import dev.parallax.model.command.CommandStatistic.Telling;
import dev.parallax.model.python.PythonStatistic;
import dev.parallax.table.Table;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.CarriedFiles;
import dev.parallax.workload.CommandText;
import dev.parallax.workload.Effect;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of a statistic that is a program in any language. */
@Topic(Topic.Heading.PROGRAM)
@Command
final class ScriptOptions {
  private static final String FORM = "--command LINE";
  private static final List<String> DETAILS =
      List.of("--columns", "--protocol", "--responses", "--file");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--command",
      paramLabel = "LINE",
      converter = CommandText.Reader.class,
      description = "Run a program as the statistic, in any language, such as 'python3 fit.py'.")
  private CommandText command;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--columns",
      paramLabel = "NAME,...",
      description = "The columns that the program receives, in a file.")
  private String columns;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = {
        "How the program receives a resample.",
        "lines (default): a line of row numbers, from 0;",
        "counts: a line that says how often each row was drawn;",
        "json: an object with the row numbers; it answers in JSON."
      })
  private String protocol;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--responses",
      paramLabel = "NAME,...",
      split = ",",
      hideParamSyntax = true,
      description = "Names of the program's values (default: one value without a name).")
  private List<String> responses = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--file",
      paramLabel = "PATH",
      converter = CarriedFiles.Reader.class,
      description =
          "Copy a file, a folder or 'data/**/*.txt' into the program's working folder, "
              + "on every worker.")
  private List<CarriedFiles> files = List.of();

  @Affects(value = Effect.NUMBERS, code = true)
  @Option(
      names = "--python",
      paramLabel = "FILE",
      hidden = true,
      description = "A function of the Python package parallax, which writes the file.")
  private Path python;

  /** The statistic with the names that the table's columns have. */
  private CommandStatistic statistic;

  private PythonStatistic function;

  /**
   * Whether there is a program.
   *
   * @param names the statistics that are given by their names, null if none is
   * @param formulas whether there are formulas
   * @throws IllegalArgumentException if there are both, or something is said of a program that was
   *     not given
   */
  boolean given(String names, boolean formulas) {
    if (python != null) {
      checkAlone(names, formulas);
      return true;
    }
    if (command == null) {
      for (String name : DETAILS) {
        if (!spec.findOption(name).originalStringValues().isEmpty()) {
          throw new IllegalArgumentException(name + " goes with " + FORM);
        }
      }
      return false;
    }
    if (names != null || formulas) {
      String other = names != null ? "--statistic" : "--expression";
      throw new IllegalArgumentException(other + " and --command exclude each other");
    }
    return true;
  }

  private void checkAlone(String names, boolean formulas) {
    String other = names != null ? "--statistic" : formulas ? "--expression" : "--command";
    if (names != null || formulas || command != null) {
      throw new IllegalArgumentException(other + " and --python exclude each other");
    }
  }

  /** Whether there is a program. */
  boolean isGiven() {
    return command != null || python != null;
  }

  /** What the statistic is called. */
  String line() {
    return function != null ? function.title() : command.text();
  }

  /** What its values are called in pictures. */
  List<String> shown() {
    if (python != null && function.responses().size() > 1) {
      return function.responses();
    }
    return responses.isEmpty() ? List.of(line()) : responses;
  }

  /** The columns that it is given; none if there is no program. */
  List<String> columns() {
    if (function != null) {
      return function.names();
    }
    return command == null || columns == null ? List.of() : List.of(columns.split(",", -1));
  }

  /**
   * The statistic that the options describe.
   *
   * @param run where it will run, and for how long at most
   * @throws IllegalArgumentException if one of them is wrong
   */
  Statistic found(RunSettings run) {
    if (python != null) {
      function = PythonStatistic.of(python, run.onCluster()).withLimit(run.limits().timeout());
      return function;
    }
    if (columns == null) {
      throw new IllegalArgumentException(
          "--command needs --columns NAME,...: the columns of the table that the program is given");
    }
    Telling telling =
        protocol == null ? Telling.LINES : Choices.find("protocol", Telling.class, protocol);
    List<Path> carried = files.stream().map(CarriedFiles::written).toList();
    statistic = CommandStatistic.of(line(), telling, columns(), responses, carried);
    if (run.onCluster()) {
      statistic.checkTravels();
    }
    Duration longest = run.limits().timeout();
    statistic = longest.isZero() ? statistic : statistic.withLimit(longest);
    return statistic;
  }

  /** The same with its columns called as they are in the table, where it had them by number. */
  Statistic named(Table table) {
    if (function != null) {
      return function;
    }
    List<String> names = columns().stream().map(name -> table.column(name).name()).toList();
    statistic = statistic.withColumns(names);
    return statistic;
  }

  /**
   * Checks that the program does with the rows as they are.
   *
   * @throws IllegalArgumentException if it does not: in one line, with what it says of its error
   */
  void check(Sample sample) {
    if (statistic != null) {
      statistic.check(sample.columns());
    } else if (function != null) {
      function.check(sample.columns());
    }
  }
}
