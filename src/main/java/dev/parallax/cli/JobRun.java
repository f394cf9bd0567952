package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.report.ConsoleSummary;
import dev.parallax.report.Findings;
import dev.parallax.report.ProgressDisplay;
import dev.parallax.report.RunFolder;
import dev.parallax.report.SummaryJson;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import java.io.PrintWriter;
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
   * @throws IllegalArgumentException if that is not possible
   */
  JobRun(Job job, RunOptions options, String jobText, CommandLine command) {
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
    try (Engine engine = options.open();
        Interrupts interrupts = new Interrupts(engine)) {
      return run(engine);
    } catch (CancellationException e) {
      err.println(
          "parallax: interrupted"
              + folder.map(f -> "; the same command goes on from what is done").orElse(""));
      return Main.INTERRUPTED;
    }
  }

  private int run(Engine engine) {
    Runner runner = Runner.on(engine).withProgress(progress());
    if (options.slices != null) {
      runner = runner.withSlices(options.slices);
    }
    if (options.compareSerial) {
      runner.warm(job.workload());
    }
    Run run =
        folder.isPresent()
            ? runner.run(job.workload(), folder.get().store())
            : runner.run(job.workload());
    if (options.compareSerial) {
      run = compared(run);
    }
    Findings findings = job.findings().apply(run);
    long failed = run.failed();
    if (folder.isPresent()) {
      folder.get().finish(run, findings, options.tableFormat());
    }
    print(run, findings);
    return failed > 0 ? Main.FAILED_ITEMS : Main.DONE;
  }

  private Run compared(Run run) {
    Run serial = Runner.serial(job.workload(), progress());
    if (!serial.digest().equals(run.digest())) {
      throw new IllegalStateException(
          "serial and parallel results differ: " + serial.digest() + " and " + run.digest());
    }
    return run.withSerialSeconds(serial.timing().wall());
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
