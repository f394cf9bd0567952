package dev.parallax.cli;

import dev.parallax.cli.process.Console;
import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.ExitWatch;
import dev.parallax.cli.process.Interrupts;
import dev.parallax.cli.process.Shell;
import dev.parallax.engine.Engine;
import dev.parallax.engine.EngineException;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.findings.Findings;
import dev.parallax.identity.JobPaths;
import dev.parallax.identity.RequestedJob;
import dev.parallax.report.ConsoleSummary;
import dev.parallax.report.Page;
import dev.parallax.report.ProgressDisplay;
import dev.parallax.report.RunFolder;
import dev.parallax.report.SummaryJson;
import dev.parallax.run.Origin;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.TooManyFailures;
import dev.parallax.text.Thrown;
import dev.parallax.workload.Execution;
import dev.parallax.workload.Job;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/** Runs a job as the options say: on an engine, with files, a summary and an exit status. */
final class JobRun {
  private final Job job;
  private final RunOptions options;
  private final Optional<RunOutput> output;
  private final ProgressDisplay display;
  private final CountedProgress counted;
  private final Optional<RunOptions.Host> host;
  private Optional<Progress> told = Optional.empty(); // what a session is told
  private final CommandLine command;
  private final Console out;
  private final PrintWriter err;
  private final AtomicBoolean complained = new AtomicBoolean();

  /** A command during which an exit from within is noticed. */
  interface Watched {
    /** Is open while the command runs. */
    ExitWatch watch();

    /** The words of its command line, before those of job files are put into it. */
    List<String> given();

    /** The session in which it runs, if it is one's. */
    default Optional<RunOptions.Host> host() {
      return Optional.empty();
    }
  }

  private JobRun(Job job, RunOptions options, Optional<RunOutput> output, CommandLine command) {
    this.job = job;
    this.options = options;
    this.output = output;
    this.command = command;
    this.out = (Console) command.getOut();
    this.err = command.getErr();
    this.host = ((Watched) command.getParent().getCommand()).host();
    boolean silent = options.quiet || host.isPresent();
    this.display = silent ? ProgressDisplay.none() : ProgressDisplay.ofProcess(err);
    this.counted =
        new CountedProgress(
            new FailureNotice(display, err),
            job.workload().items(),
            output.map(RunOutput::done).orElse(0L),
            output.map(folder -> again(command)));
  }

  /**
   * Prepares the output folder.
   *
   * @throws IllegalArgumentException if that is not possible, or the job too large to be run
   */
  static JobRun prepare(Job job, RunOptions options, CommandLine command) {
    checkSize(job, options);
    Runner.checkNames(job.workload());
    if (options.dryRun || options.output == null) {
      return new JobRun(job, options, Optional.empty(), command);
    }
    RunOutput output =
        new RunOutput(options.output, options, job, asked(job, options, command), again(command));
    return new JobRun(job, options, Optional.of(output), command);
  }

  private static void checkSize(Job job, RunOptions options) {
    if (!options.dryRun && job.workload().items() > Runner.MOST_ITEMS) {
      throw new IllegalArgumentException(
          job.workload().items()
              + " items are too many; a run has "
              + Runner.MOST_ITEMS
              + " at most");
    }
  }

  /** The command that goes on with this run: as it was given, to resume. */
  private static String again(CommandLine command) {
    List<String> arguments = new ArrayList<>(given(command));
    if (!arguments.contains("--resume") && !arguments.contains("--retry-failed")) {
      arguments.add("--resume");
    }
    return Shell.command(arguments);
  }

  /** The words of a command's line as they were given. */
  private static List<String> given(CommandLine command) {
    return ((Watched) command.getParent().getCommand()).given();
  }

  int execute() {
    if (options.dryRun) {
      DryRun.print(job, options, out);
      return ExitStatus.DONE;
    }
    return host.map(this::hosted).orElseGet(this::alone);
  }

  @SuppressWarnings("try") // what interrupts do, they do on their own
  private int alone() {
    announce();
    ((Watched) command.getParent().getCommand()).watch().begins(this::left);
    Interrupts interrupts = new Interrupts(() -> ended("interrupted"));
    try (interrupts;
        Engine engine = interrupts.cancels(options.open(job.title()))) {
      return ended(() -> run(engine, interrupts::cancels), e -> cancelled(interrupts, e));
    } finally {
      closed();
    }
  }

  private int hosted(RunOptions.Host session) {
    told = Optional.of(session.begun(job));
    try (Engine engine = session.cancels(options.open(job.title()))) {
      return ended(() -> run(engine, session::cancels), e -> ExitStatus.INTERRUPTED);
    } finally {
      closed();
    }
  }

  private void closed() {
    display.close();
    output.ifPresent(RunOutput::close);
  }

  /** The status of a run, or of what ended it. */
  private int ended(IntSupplier run, ToIntFunction<CancellationException> cancelled) {
    try {
      return run.getAsInt();
    } catch (CancellationException e) {
      return cancelled.applyAsInt(e);
    } catch (TooManyFailures e) {
      stopped(e);
      return ExitStatus.FAILED_ITEMS;
    } catch (EngineException | UncheckedIOException e) {
      ended(Complaints.oneLine(Thrown.message(e)));
      return ExitStatus.BROKEN;
    }
  }

  private void stopped(TooManyFailures e) {
    if (e.alike().isPresent() || host.isPresent()) { // a terminal has seen the first of others
      FailureNotice.lines(e.first()).forEach(err::println);
    }
    String more = e.alike().isPresent() ? "; --keep-going computes all" : "";
    ended("stopped as " + e.getMessage() + more);
  }

  private void announce() {
    if (!options.json && !options.quiet) {
      job.notices().forEach(out::println);
      out.heading(job.title());
      out.println();
      checkPrinted();
    }
  }

  private int cancelled(Interrupts interrupts, CancellationException e) {
    if (interrupts.areAsked()) {
      ended("interrupted");
      return interrupts.status();
    }
    Thread.interrupted(); // what comes next is not to be hit
    ended(e.getMessage() + ", by your code");
    return ExitStatus.BROKEN;
  }

  /** Results that have nowhere to go need not be computed. */
  private void checkPrinted() {
    if (out.checkError() && output.isEmpty()) {
      String message = "standard output takes nothing, so nothing was computed";
      throw new UncheckedIOException(message, new IOException(message));
    }
  }

  /** What is left of a run that ends before its time, of which no more progress is shown. */
  private String left() {
    display.close();
    return counted.text();
  }

  /** Tells once how the run ended before its time, and what is left of it. */
  private void ended(String how) {
    if (complained.compareAndSet(false, true)) {
      err.println("parallax: " + how + left());
      err.flush();
    }
  }

  private int run(Engine engine, UnaryOperator<Engine> cancels) {
    Runner runner = runner(engine);
    Execution execution = new Execution(job, runner);
    if (options.compareSerial) {
      execution.warm(quiet(engine));
    }
    Run run = output.map(folder -> continued(execution, folder)).orElseGet(execution::run);
    if (options.compareSerial) {
      run = compared(run, cancels);
    }
    Findings findings = execution.findings(run);
    if (options.verify != null) {
      findings = verified(run, findings, cancels);
    }
    long failed = run.failed();
    boolean kept = host.isPresent() && output.isPresent();
    Run shown = kept ? Runner.apart(run) : run; // its folder's blocks are about to move
    if (output.isPresent()) {
      findings = findings.withComplaints(written(output.get(), run, findings, runner));
    }
    show(
        shown,
        kept ? execution.findings(shown).with(findings.lines(), findings.fields()) : findings);
    return failed > 0 ? ExitStatus.FAILED_ITEMS : ExitStatus.DONE;
  }

  /** Prints a run, or hands it to the session. */
  private void show(Run run, Findings findings) {
    if (host.isPresent()) {
      host.get()
          .ended(job, run, findings, RunPage.of(job.title(), given(command)), () -> text(run));
      return;
    }
    print(run, findings);
    if (output.isEmpty()) {
      run.close();
    }
  }

  private RunFolder.JobText text(Run run) {
    RequestedJob asked = asked(job, options, command);
    Origin origin = Origin.of(asked.fingerprint(), run.workload());
    return new RunFolder.JobText(asked.identity().text(JobPaths.home()), Optional.of(origin));
  }

  private static RequestedJob asked(Job job, RunOptions options, CommandLine command) {
    return RequestedJob.of(
        command.getCommandSpec(),
        command.getParent().getCommandSpec().version()[0],
        options.known,
        job.extensible());
  }

  private Runner runner(Engine engine) {
    Runner runner =
        Runner.on(engine)
            .withProgress(told.orElse(counted))
            .withLimits(options.limits())
            .withScatter(job.scatter());
    return options.slices == null ? runner : runner.withSlices(options.slices);
  }

  /** Writes the results; why some are missing. */
  private List<String> written(RunOutput folder, Run run, Findings findings, Runner runner) {
    List<String> complaints = folder.finish(run, findings, runner, options, page());
    complaints.forEach(complaint -> err.println("parallax: " + Complaints.oneLine(complaint)));
    return complaints;
  }

  private Run continued(Execution execution, RunOutput folder) {
    folder.report(err);
    if (!options.json && !options.quiet) {
      folder.earlier(job.workload().items()).lines().forEach(out::println);
      out.flush();
    }
    return execution.run(folder.store(), options.retryFailed);
  }

  private Run compared(Run run, UnaryOperator<Engine> cancels) {
    try (Engine serial = cancels.apply(new SequentialEngine())) {
      Runner quiet = quiet(serial);
      return Execution.compared(run, quiet.withProgress(display.ofStage("serial")), quiet);
    }
  }

  private Runner quiet(Engine engine) {
    return Runner.on(engine).withLimits(options.timeLimit());
  }

  private Findings verified(Run run, Findings findings, UnaryOperator<Engine> cancels) {
    try (Engine serial = cancels.apply(new SequentialEngine())) {
      return Execution.verified(run, findings, serial, options.timeLimit(), options.verify);
    }
  }

  private Page page() {
    return options.report ? RunPage.of(job.title(), given(command)) : Page.NONE;
  }

  private void print(Run run, Findings findings) {
    if (options.json) {
      out.println(SummaryJson.line(run, findings));
    } else if (!options.quiet) {
      ConsoleSummary.lines(run, findings, out.terminal().columns()).forEach(out::println);
      output.ifPresent(
          f -> out.println("  written to " + options.output + ": " + String.join(", ", f.files())));
    }
    out.flush();
  }
}
