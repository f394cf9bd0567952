package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.Interrupts;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.json.JsonText;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax demo}: the notebook's three jobs, at its sizes. */
@Command(
    name = DemoCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run an example of each workload: serial, on threads and on Spark.",
    customSynopsis = "parallax demo [options]",
    description = {
      "",
      "  grid                 3000 points, each the sum of 100,000 normal draws",
      "  primes by division   10,000 random integers below 100,000, by trial division",
      "  primes               the same integers, by a fast test",
      "  bootstrap            200,000 resamples of a correlation: Hubble's data of 1929",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  static final String NAME = "demo";

  @Spec private CommandSpec spec;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--no-serial",
      description = "Run each job once, on the engine that a job of yours would get.")
  private boolean noSerial;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Topic(Topic.Heading.RESULTS)
  @Affects(Effect.EXECUTION)
  @Option(names = "--json", description = "Print the results as one line of JSON.")
  private boolean json;

  @Mixin private EngineOptions engine;

  @Override
  @SuppressWarnings("try") // what interrupts do, they do on their own
  public Integer call() {
    try {
      engine.check();
      engine.checkMaster();
      engine.checkMemory(!noSerial);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    Interrupts interrupts = new Interrupts(this::interrupted);
    try (interrupts) {
      if (noSerial) {
        asAUser(interrupts);
      } else {
        compare(interrupts);
      }
      return ExitStatus.DONE;
    } catch (CancellationException e) {
      interrupted();
      return interrupts.status();
    }
  }

  /** Runs the jobs on what a user's job would get. */
  private void asAUser(Interrupts interrupts) {
    try (Engine given = interrupts.cancels(engine.open("demo"))) {
      say("The three workloads\n\n" + DemoJob.Row.header("time", List.of()));
      List<DemoJob.Row> rows = rows(job -> job.run(given));
      String on = given.choice().map(Engine.Choice::text).orElse("on " + given.master());
      report(rows, OptionalDouble.empty(), List.of("  " + on));
    }
  }

  /** Runs the jobs on all engines that there are on this machine, or that are asked for. */
  private void compare(Interrupts interrupts) {
    try (Engine serial = interrupts.cancels(new SequentialEngine());
        Engine threads = interrupts.cancels(engine.threadsBesideSpark())) {
      if (!engine.hasSpark()) {
        compare(List.of(serial, threads), OptionalDouble.empty());
        return;
      }
      long start = System.nanoTime();
      try (Engine spark = interrupts.cancels(engine.openSpark())) {
        spark.ready();
        double seconds = (System.nanoTime() - start) * 1e-9;
        compare(List.of(serial, threads, spark), OptionalDouble.of(seconds));
      }
    }
  }

  /**
   * Runs the jobs on all these engines.
   *
   * @param start how many seconds the last took to start, if that is Spark
   */
  private void compare(List<Engine> engines, OptionalDouble start) {
    List<String> masters = engines.stream().skip(1).map(engine -> "on " + engine.master()).toList();
    List<String> names = List.of("threads", "Spark").subList(0, masters.size());
    say(
        "The three workloads, warm: serial, "
            + String.join(", ", masters)
            + "\n\n"
            + DemoJob.Row.header("serial", names));
    List<DemoJob.Row> rows = rows(job -> job.run(engines));
    List<String> notes = DemoJob.Row.notes(rows);
    start.ifPresent(seconds -> notes.add(cold(seconds)));
    report(rows, start, notes);
  }

  private static String cold(double start) {
    return String.format(
        Locale.ROOT,
        "  A cold process waits %.1f s more until Spark has started;\n"
            + "  serial and threads need no start.",
        start);
  }

  private void say(String lines) {
    if (!json) {
      lines.lines().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
    }
  }

  /** Runs the jobs, each row shown as it is done. */
  private List<DemoJob.Row> rows(Function<DemoJob, DemoJob.Row> run) {
    List<DemoJob.Row> rows = new ArrayList<>();
    for (DemoJob job : DemoJob.all(seed)) {
      DemoJob.Row row = run.apply(job);
      rows.add(row);
      say(row.line());
    }
    return rows;
  }

  private void interrupted() {
    spec.commandLine().getErr().println("parallax: interrupted");
    spec.commandLine().getErr().flush();
  }

  private void report(List<DemoJob.Row> rows, OptionalDouble start, List<String> notes) {
    say("\n" + String.join("\n", notes));
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>(Map.of("seed", seed));
      start.ifPresent(seconds -> fields.put("spark_start_s", seconds));
      fields.put("jobs", rows.stream().map(DemoJob.Row::fields).toList());
      spec.commandLine().getOut().println(JsonText.line(fields));
    }
  }
}
