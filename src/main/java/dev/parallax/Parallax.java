package dev.parallax;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.engine.ChoosingEngine;
import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.ThreadEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.model.Captures;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.model.PointFunction;
import dev.parallax.model.PointModel;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.model.expression.Expression;
import dev.parallax.model.function.FunctionModel;
import dev.parallax.model.function.NumericModel;
import dev.parallax.model.function.ObjectModel;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKinds;
import dev.parallax.workload.bootstrap.BootstrapKind;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import dev.parallax.workload.map.MapArray;
import dev.parallax.workload.map.ValueArray;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import java.util.List;
import java.util.Optional;

/**
 * Runs sweeps, maps and bootstraps: on the cores of this machine, on a cluster, or serially, always
 * with the same numbers.
 *
 * <pre>{@code
 * try (Parallax parallax = Parallax.local()) {
 *   Design grid = Design.factorial(Parameter.linspace("x", -3, 3, 61), Parameter.of("k", 1, 2));
 *   Results ripple =
 *       parallax.sweep(grid, (p, random) -> StrictMath.cos(p.number("k") * p.number("x")));
 *   double[] values = ripple.doubles("value");
 * }
 * }</pre>
 *
 * <p>What is evaluated, a lambda or an object, is sent to workers: it and all it captures can be
 * serialised, or nothing is run and the exception names the field or variable that cannot. The
 * engine starts with the first job; it and what {@link #withSeed} and {@link #withProgress} return
 * are closed together.
 */
public final class Parallax implements AutoCloseable {
  /** The version of Parallax. */
  public static final String VERSION = "0.3.0";

  private final Session session;
  private final long seed;
  private final Progress progress;

  private Parallax(Session session, long seed, Progress progress) {
    this.session = session;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * On every core of this machine, with seed 1: on threads, or, where the first job is foreseen to
   * take so long that the start of Spark is a small part, on Spark.
   */
  public static Parallax local() {
    SparkSettings settings = SparkSettings.ofSpark().withMaster("local[*]");
    return new Parallax(
        new Session(
            () ->
                new ChoosingEngine(
                    ThreadEngine.ofAllCores(),
                    () -> SparkEngine.starting(settings),
                    SparkEngine.START_SECONDS)),
        1,
        Progress.NONE);
  }

  /** On every core of this machine by threads, without Spark, with seed 1. */
  public static Parallax threads() {
    return on(ThreadEngine.ofAllCores());
  }

  /**
   * On threads, or on Spark, with seed 1.
   *
   * @param master {@code threads[N]}, or a master URL of Spark's, such as {@code local[2]} or
   *     {@code spark://host:7077}
   * @throws IllegalArgumentException if it is none
   */
  public static Parallax on(String master) {
    Optional<ThreadEngine> threads = ThreadEngine.named(master);
    if (threads.isPresent()) {
      return on(threads.get());
    }
    SparkSettings settings = SparkSettings.ofSpark().withMaster(master);
    return new Parallax(new Session(() -> SparkEngine.open(settings)), 1, Progress.NONE);
  }

  /** On an engine that is there, which is closed with it; with seed 1. */
  public static Parallax on(Engine engine) {
    return new Parallax(new Session(() -> engine), 1, Progress.NONE);
  }

  /** On one core, one item after another, with seed 1. */
  public static Parallax serial() {
    return new Parallax(new Session(SequentialEngine::new), 1, Progress.NONE);
  }

  /** The same with another seed, from which all randomness comes. */
  public Parallax withSeed(long other) {
    return new Parallax(session, other, progress);
  }

  /** The same telling how far its jobs and their stages are. */
  public Parallax withProgress(Progress listener) {
    return new Parallax(session, seed, listener);
  }

  /**
   * A function at every point of a design; its one response is {@code value}.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results sweep(Design design, PointFunction function) {
    Captures.check("the function", function);
    return sweep(design, FunctionModel.of(function));
  }

  /**
   * A function of several responses at every point of a design.
   *
   * @param responses their names
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results sweep(Design design, List<String> responses, PointFunction.Several function) {
    Captures.check("the function", function);
    return sweep(design, new FunctionModel(responses, function));
  }

  /**
   * A function at every point of a design, with a value of any type: a text, an array of numbers,
   * or a record whose components are the responses; see {@link PointFunction.ToObject}.
   *
   * <pre>{@code
   * record Fate(String kind, long turns, double[] track) {}
   *
   * Results fates = parallax.sweepToObject(grid, (p, random) -> fate(p.number("speed")));
   * List<String> kinds = fates.texts("kind");
   * }</pre>
   *
   * @throws IllegalArgumentException if it cannot be sent to workers, or there are no columns for
   *     what it returns first
   */
  public Results sweepToObject(Design design, PointFunction.ToObject function) {
    Captures.check("the function", function);
    return sweep(design, ObjectModel.of("value", function));
  }

  /**
   * Formulas at every point of a design, such as {@code exp(-x^2/2)} or {@code r = hypot(x, y)}.
   *
   * @throws IllegalArgumentException if one is wrong, with the column
   */
  public Results sweep(Design design, String... expressions) {
    Expression.checkNames(design.names(), List.of(expressions));
    return sweep(design, Expression.of(expressions));
  }

  /**
   * A model at every point of a design.
   *
   * @throws IllegalArgumentException if it has other parameters, or cannot be sent to workers
   */
  public Results sweep(Design design, Model model) {
    Captures.check("the model", model);
    return sweep(design, new NumericModel(model));
  }

  /**
   * A model of points at every point of a design.
   *
   * @throws IllegalArgumentException if it cannot be evaluated there, or be sent to workers
   */
  public Results sweep(Design design, PointModel model) {
    Captures.check("the model", model);
    return run(Sweep.of(model, design).withSeed(seed));
  }

  /**
   * A function with a real value over integers, often a lambda: {@code (n, random) -> n * 0.5}.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results map(IntegerArray array, ElementFunction.ToDouble function) {
    return map(array, (ElementFunction) function);
  }

  /**
   * A function with an integer value over integers.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results mapToLong(IntegerArray array, ElementFunction.ToLong function) {
    return map(array, function);
  }

  /**
   * A property of integers: which have it.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results mapToBoolean(IntegerArray array, ElementFunction.ToBoolean function) {
    return map(array, function);
  }

  /**
   * A function over real numbers, often a lambda: {@code (x, random) -> Math.sqrt(x)}.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers, or a number is not finite
   */
  public Results map(double[] array, ElementFunction.OfReal function) {
    return map(ValueArray.of(array), function);
  }

  /**
   * A function over texts, such as names or paths.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers
   */
  public Results map(List<String> array, ElementFunction.OfText function) {
    return map(ValueArray.of(array), function);
  }

  /**
   * A function over integers, with a value of any type, as {@link PointFunction.ToObject} has it.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers, or there are no columns for
   *     what it returns first
   */
  public Results mapToObject(IntegerArray array, ElementFunction.ToObject function) {
    return map(array, function);
  }

  /** The same over real numbers. */
  public Results mapToObject(double[] array, ElementFunction.OfRealToObject function) {
    return map(ValueArray.of(array), function);
  }

  /** The same over texts. */
  public Results mapToObject(List<String> array, ElementFunction.OfTextToObject function) {
    return map(ValueArray.of(array), function);
  }

  /**
   * A function over integers, real numbers or texts.
   *
   * @throws IllegalArgumentException if it cannot be sent to workers, or is one of other elements
   */
  public Results map(MapArray array, ElementFunction function) {
    Captures.check("the function", function);
    return run(ArrayMap.of(function, array).withSeed(seed));
  }

  /**
   * The bootstrap of a built-in statistic of a table's columns, with 10,000 resamples.
   *
   * @param statistic its name, such as {@code pearson} or {@code quantile:0.9}
   * @throws IllegalArgumentException if there is no such statistic or column, or they do not fit
   */
  public Results bootstrap(Table table, String statistic, String... columns) {
    Bootstrap bootstrap = Bootstrap.of(Statistics.find(List.of(statistic)), table, columns);
    return bootstrap(bootstrap.withSeed(seed), statistic);
  }

  /**
   * The bootstrap of a statistic of a table's columns, with 10,000 resamples.
   *
   * @throws IllegalArgumentException if columns do not fit, or it cannot be sent to workers
   */
  public Results bootstrap(Table table, Statistic statistic, String... columns) {
    return run(Bootstrap.of(statistic, table, columns).withSeed(seed));
  }

  /**
   * The bootstrap of a statistic that is written as formulas of a table's columns, with 10,000
   * resamples.
   *
   * @param formulas such as {@code Aggregation.of("sum(w*x)/sum(w)")}
   * @throws IllegalArgumentException if the table has no such columns
   */
  public Results bootstrap(Table table, Aggregation formulas) {
    FormulaStatistic statistic = FormulaStatistic.of(formulas, table.names());
    return bootstrap(table, statistic, statistic.names().toArray(String[]::new));
  }

  /**
   * A bootstrap as it is, with its own seed: the same as {@link #run}.
   *
   * @param table the table that it is of
   * @throws IllegalArgumentException if it is of another, or its statistic cannot be sent to
   *     workers
   */
  public Results bootstrap(Table table, Bootstrap bootstrap) {
    if (bootstrap.sample().table() != table) {
      throw new IllegalArgumentException(
          "the bootstrap is not of the table '" + table.name() + "' that is given with it");
    }
    return run(bootstrap);
  }

  private Results bootstrap(Bootstrap bootstrap, String statistic) {
    return run(bootstrap, BootstrapKind.conclusion(bootstrap, statistic));
  }

  /**
   * Any job as it is, with its own seed: a {@link Sweep}, an {@link ArrayMap}, a {@link Bootstrap}
   * with all that these can be told.
   *
   * @throws IllegalArgumentException if a bootstrap's statistic cannot be sent to workers
   */
  public Results run(Workload<?> workload) {
    if (workload instanceof Bootstrap bootstrap) {
      Captures.check("the statistic", bootstrap.statistic());
    }
    Workload<?> known = answering(workload);
    return run(known, JobKinds.conclusion(known));
  }

  /**
   * What is evaluated may have to answer once before it is known of which types its columns are.
   */
  private static Workload<?> answering(Workload<?> workload) {
    if (workload instanceof Sweep sweep) {
      return sweep.answering();
    }
    return workload instanceof ArrayMap map ? map.answering() : workload;
  }

  private Results run(Workload<?> workload, Job.Conclusion conclusion) {
    Runner runner = Runner.on(session.engine()).withProgress(progress);
    Run run = runner.run(workload);
    return new Results(run, conclusion.of(run, runner));
  }

  /** Ends the engine, if it was started. */
  @Override
  public void close() {
    session.close();
  }
}
