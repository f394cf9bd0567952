package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.Interrupts;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.report.SummaryJson;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax demo}: the notebook's three jobs, at its sizes. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run the three workloads at a notebook's sizes, serial beside parallel.",
    customSynopsis = "parallax demo [options]",
    description = {
      "",
      "  grid                 3000 points, each the sum of 100,000 normal draws",
      "  primes by division   10,000 random integers below 100,000, by a loop over divisors",
      "  primes               the same integers by the real test",
      "  bootstrap            200,000 resamples of the correlation in Hubble's data of 1929",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Affects(Effect.FINDINGS)
  @Option(names = "--no-serial", description = "Leave the serial passes out.")
  private boolean noSerial;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all randomness comes from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Affects(Effect.EXECUTION)
  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Mixin private EngineOptions engine;

  @Override
  @SuppressWarnings("try") // what interrupts do, they do on their own
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      engine.check();
      engine.checkMaster();
      engine.checkMemory();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    Interrupts interrupts = new Interrupts(this::interrupted);
    try (interrupts;
        Engine serial = interrupts.cancels(new SequentialEngine());
        Engine parallel = interrupts.cancels(engine.open())) {
      report(rows(parallel, serial, out), parallel, out);
      return ExitStatus.DONE;
    } catch (CancellationException e) {
      interrupted();
      return interrupts.status();
    }
  }

  /** Runs the jobs, each row shown as it is done. */
  private List<DemoJob.Row> rows(Engine parallel, Engine serial, PrintWriter out) {
    List<DemoJob.Row> rows = new ArrayList<>();
    if (!json) {
      DemoJob.Row.header(parallel).lines().forEach(out::println);
      out.flush();
    }
    for (DemoJob job : DemoJob.all(seed)) {
      DemoJob.Row row = noSerial ? job.run(parallel) : job.run(parallel, serial);
      rows.add(row);
      if (!json) {
        out.println(row.line());
        out.flush();
      }
    }
    return rows;
  }

  private void interrupted() {
    spec.commandLine().getErr().println("parallax: interrupted");
    spec.commandLine().getErr().flush();
  }

  private void report(List<DemoJob.Row> rows, Engine parallel, PrintWriter out) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("master", parallel.master());
      fields.put("seed", seed);
      fields.put("jobs", rows.stream().map(DemoJob.Row::fields).toList());
      out.println(SummaryJson.line(fields));
    } else {
      DemoJob.Row.notes(rows).forEach(out::println);
    }
  }
}
