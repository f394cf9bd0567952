package dev.parallax.cli;

import dev.parallax.Parallax;
import dev.parallax.engine.Engine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.findings.Findings;
import dev.parallax.model.PointModel;
import dev.parallax.model.python.PythonModel;
import dev.parallax.random.Changeover;
import dev.parallax.report.Page;
import dev.parallax.report.RunFolder;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.session.Commands;
import dev.parallax.session.KeptRun;
import dev.parallax.workload.Job;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.sweep.Sweep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the command lines of a session on its engine, which stays. */
final class SessionJobs implements Commands, AutoCloseable {
  private final EngineOptions options;
  private final Line line;
  private final Optional<SparkEngine> spark;

  /** Runs a command line; its exit status. */
  @FunctionalInterface
  interface Line {
    int run(String[] words, PrintWriter out, PrintWriter err, Optional<RunOptions.Host> session);
  }

  /**
   * Starts Spark, if it is asked for.
   *
   * @param line runs the command lines
   * @throws dev.parallax.engine.EngineException if it does not start
   */
  SessionJobs(EngineOptions options, Line line) {
    this.options = options;
    this.line = line;
    this.spark = options.isSparkAskedFor() ? Optional.of(options.openSparkNow()) : Optional.empty();
  }

  @Override
  public Map<String, Object> hello() {
    Engine engine = engine();
    Map<String, Object> hello = new LinkedHashMap<>();
    hello.put("parallax", Parallax.VERSION);
    hello.put("master", engine.master());
    hello.put("parallelism", engine.parallelism());
    return hello;
  }

  /** For one job: it can be cancelled, and closed, without the next. */
  @Override
  public Engine engine() {
    return spark.<Engine>map(SparkEngine::ofJob).orElseGet(options::threadsBesideSpark);
  }

  /** Whether its engine's workers are other machines. */
  boolean isOnCluster() {
    return options.isOnCluster();
  }

  @Override
  public Answer run(List<String> words, Watcher watcher) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Hosted hosted = new Hosted(watcher);
    int status =
        line.run(
            words.toArray(String[]::new),
            new PrintWriter(out),
            new PrintWriter(err),
            Optional.of(hosted));
    return new Answer(status, out.toString(), err.toString(), hosted.kept);
  }

  @Override
  public void idle() {
    if (!isOnCluster()) {
      Changeover.idle();
    }
  }

  /** A command line of the session. */
  final class Hosted implements RunOptions.Host {
    private final Watcher watcher;
    private Optional<KeptRun> kept = Optional.empty();

    private Hosted(Watcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public boolean isOnCluster() {
      return SessionJobs.this.isOnCluster();
    }

    @Override
    public Engine engine() {
      return SessionJobs.this.engine();
    }

    @Override
    public Engine cancels(Engine engine) {
      return watcher.cancels(engine);
    }

    @Override
    public Progress begun(Job job) {
      watcher.begun(job.title(), job.notices(), job.workload().items());
      return watcher.progress();
    }

    @Override
    public void ended(
        Job job, Run run, Findings findings, Page page, Supplier<RunFolder.JobText> file) {
      kept = Optional.of(new KeptRun(run, findings, job.title(), file, page, answers(job)));
    }

    private List<List<String>> answers(Job job) {
      Optional<PointModel> model =
          job.workload() instanceof Sweep sweep
              ? Optional.of(sweep.model())
              : job.workload() instanceof ArrayMap map ? map.model() : Optional.empty();
      return model
          .filter(PythonModel.class::isInstance)
          .map(python -> ((PythonModel) python).answers())
          .orElse(List.of());
    }
  }

  @Override
  public void close() {
    spark.ifPresent(SparkEngine::close);
  }
}
