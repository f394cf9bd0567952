package dev.parallax.cli;

import dev.parallax.engine.Block;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.report.ConsoleSummary;
import dev.parallax.report.Findings;
import dev.parallax.report.Numbers;
import dev.parallax.report.ProgressDisplay;
import dev.parallax.report.RunFolder;
import dev.parallax.report.SummaryJson;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/** Runs a job as the options say: on an engine, with files, a summary and an exit status. */
final class JobRun {
  private final Job job;
  private final RunOptions options;
  private final Optional<RunFolder> folder;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * Prepares the output folder.
   *
   * @throws IllegalArgumentException if that is not possible, or the job too large to be run
   */
  JobRun(Job job, RunOptions options, String jobText, CommandLine command) {
    if (!options.dryRun && job.workload().items() > Runner.MOST_ITEMS) {
      throw new IllegalArgumentException(
          job.workload().items()
              + " items are too many; a run has "
              + Runner.MOST_ITEMS
              + " at most");
    }
    this.job = job;
    this.options = options;
    this.out = command.getOut();
    this.err = command.getErr();
    this.folder =
        options.dryRun
            ? Optional.empty()
            : Optional.ofNullable(options.output).map(path -> RunFolder.open(path, jobText));
  }

  @SuppressWarnings("try") // what interrupts do, they do on their own
  int execute() {
    if (options.dryRun) {
      DryRun.print(job, options, out);
      return Main.DONE;
    }
    if (!options.json && !options.quiet) {
      job.notices().forEach(out::println);
      out.println(job.title());
      out.println();
      out.flush();
    }
    try (Interrupts interrupts = new Interrupts(this::interrupted);
        ExitWatch watch = new ExitWatch(err);
        Engine engine = interrupts.cancels(options.open())) {
      return run(engine, interrupts);
    } catch (CancellationException e) {
      interrupted();
      return Main.INTERRUPTED;
    }
  }

  private void interrupted() {
    err.println(
        "parallax: interrupted"
            + folder.map(f -> "; the same command goes on from what is done").orElse(""));
    err.flush();
  }

  private int run(Engine engine, Interrupts interrupts) {
    Runner runner = Runner.on(engine).withProgress(progress());
    if (options.slices != null) {
      runner = runner.withSlices(options.slices);
    }
    if (options.compareSerial) {
      runner.warm(job.workload());
    }
    Run run =
        folder.isPresent()
            ? runner.run(job.workload(), store(folder.get()))
            : runner.run(job.workload());
    run = grown(run, runner);
    if (options.compareSerial) {
      run = compared(run, interrupts);
    }
    Findings findings = job.conclusion().of(run, runner);
    long failed = run.failed();
    if (folder.isPresent()) {
      folder
          .get()
          .finish(run, findings, options.tableFormat())
          .ifPresent(complaint -> err.println("parallax: " + complaint));
    }
    print(run, findings);
    if (folder.isEmpty()) {
      run.close();
    }
    return failed > 0 ? Main.FAILED_ITEMS : Main.DONE;
  }

  /** The run with as many items more as the job finds it needs. */
  private Run grown(Run begun, Runner runner) {
    Run run = begun;
    for (Optional<Workload<?>> more = job.growth().more(run, runner);
        more.isPresent();
        more = job.growth().more(run, runner)) {
      run = runner.run(more.get(), run.store()).after(run);
    }
    return run;
  }

  /** The output folder's store; says what an interrupted run left in it. */
  private Store store(RunFolder output) {
    DiskStore store = output.store();
    for (Path file : store.dropped()) {
      err.println("parallax: " + file + " is damaged; its items are computed again");
    }
    long done = store.blocks().stream().mapToLong(Block::size).sum();
    if (done > 0 && !options.json && !options.quiet) {
      String all = Numbers.count(job.workload().items(), "item");
      out.println("  going on: " + done + " of " + all + " were done before\n");
      out.flush();
    }
    return store;
  }

  private Run compared(Run run, Interrupts interrupts) {
    try (SequentialEngine serial = interrupts.cancels(new SequentialEngine())) {
      Run alone = Runner.on(serial).withProgress(progress()).run(run.workload());
      alone.close();
      if (!alone.digest().equals(run.digest())) {
        throw new IllegalStateException(
            "serial and parallel results differ: " + alone.digest() + " and " + run.digest());
      }
      return run.withSerialSeconds(alone.timing().wall());
    }
  }

  private Progress progress() {
    return options.quiet || !Terminal.isTerminal()
        ? Progress.NONE
        : new ProgressDisplay(System.err);
  }

  private void print(Run run, Findings findings) {
    if (options.json) {
      out.println(SummaryJson.line(run, findings));
    } else if (!options.quiet) {
      ConsoleSummary.lines(run, findings).forEach(out::println);
      folder.ifPresent(
          f -> out.println("  written to " + options.output + ": " + String.join(", ", f.files())));
    }
    out.flush();
  }
}
