package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.Column;
import dev.parallax.model.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes results of replicates: for each value of the statistic its bias, standard error and
 * intervals. Standard errors that a statistic brings with it are used, and have no results.
 */
public final class BootstrapAnalysis {
  /** Up to so many rows, what takes n evaluations of n rows is done without being asked for. */
  public static final int CHEAP_ROWS = 20_000;

  private final Bootstrap bootstrap;
  private final Function<String, double[]> replicates;
  private final Optional<double[]> weights;
  private final Optional<Function<String, double[]>> leftOut;

  private BootstrapAnalysis(
      Bootstrap bootstrap,
      Function<String, double[]> replicates,
      Optional<double[]> weights,
      Optional<Function<String, double[]>> leftOut) {
    this.bootstrap = bootstrap;
    this.replicates = replicates;
    this.weights = weights;
    this.leftOut = leftOut;
  }

  /**
   * The analysis of a bootstrap's replicates, which are those of an exact one if it is.
   *
   * @param replicates the statistic's values on all resamples, by the value's name, such as {@code
   *     run::doubles}
   */
  public static BootstrapAnalysis of(Bootstrap bootstrap, Function<String, double[]> replicates) {
    return new BootstrapAnalysis(
        bootstrap, replicates, bootstrap.probabilities(), Optional.empty());
  }

  /**
   * The analysis with a jackknife, computed here, if one is of use and the rows are not too many.
   */
  static BootstrapAnalysis whole(Bootstrap bootstrap, Function<String, double[]> replicates) {
    BootstrapAnalysis analysis = of(bootstrap, replicates);
    return bootstrap.sample().rows() <= CHEAP_ROWS && Jackknife.suits(bootstrap)
        ? analysis.withJackknife(Jackknife.of(bootstrap).values())
        : analysis;
  }

  /**
   * All of a bootstrap on this thread, without an engine: for many small ones, which are what is
   * spread then.
   *
   * @throws IllegalArgumentException if there are more resamples than one block may have
   */
  public static BootstrapResult here(Bootstrap bootstrap, Intervals intervals) {
    Block all = new Block(0, 0, (int) Math.min(bootstrap.items(), Block.MAX_SIZE + 1L));
    List<Column> columns = bootstrap.function().apply(bootstrap.slice(all)).columns();
    List<String> names = bootstrap.statistic().responses();
    return whole(bootstrap, n -> ((Column.Doubles) columns.get(names.indexOf(n))).values())
        .results(intervals)
        .get(0);
  }

  /**
   * This with a jackknife, for BCa intervals.
   *
   * @param values the statistic's values without each row, by the value's name
   */
  public BootstrapAnalysis withJackknife(Function<String, double[]> values) {
    return new BootstrapAnalysis(bootstrap, replicates, weights, Optional.of(values));
  }

  /**
   * Checks that intervals can be made, before any work is done.
   *
   * @throws IllegalArgumentException if the statistic is undefined on the data, its value is
   *     outside the transform's domain, or it does not allow an interval that is asked for
   */
  public static void check(Bootstrap bootstrap, Intervals intervals) {
    double[] estimates = bootstrap.estimates();
    List<String> names = bootstrap.statistic().responses();
    for (int k = 0; k < estimates.length; k++) {
      if (!StandardErrors.isError(names, k)) {
        intervals.transform().check(estimates[k]);
      }
    }
    refuse(
        intervals.names(IntervalMethod.BCA) && !Jackknife.suits(bootstrap),
        "a bca interval needs a jackknife, and so rows or clusters drawn all equally likely");
    refuse(
        intervals.names(IntervalMethod.ABC) && !rowsAlone(bootstrap),
        "an abc interval is for rows drawn one by one, all equally likely");
    refuse(
        intervals.names(IntervalMethod.ABC) && weighted(bootstrap).isEmpty(),
        "an abc interval is for a statistic that takes weights, and this one does not");
    refuse(
        bootstrap.statistic() instanceof StandardErrors && !rowsAlone(bootstrap),
        "a studentized interval by the jackknife is for rows drawn one by one, all equally likely");
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }

  private static boolean rowsAlone(Bootstrap bootstrap) {
    return Jackknife.suits(bootstrap) && !bootstrap.sample().roles().structured();
  }

  /** Whether the intervals need a jackknife, or it costs next to nothing. */
  public static boolean wantsJackknife(Bootstrap bootstrap, Intervals intervals) {
    return intervals.methods().isEmpty()
        ? bootstrap.sample().rows() <= CHEAP_ROWS && Jackknife.suits(bootstrap)
        : intervals.names(IntervalMethod.BCA);
  }

  private static Optional<Statistic.Prepared> weighted(Bootstrap bootstrap) {
    Statistic statistic = StandardErrors.without(bootstrap.statistic());
    Statistic.Prepared prepared = statistic.prepare(bootstrap.sample().columns());
    return prepared.evaluator() instanceof Statistic.Weighted
        ? Optional.of(prepared)
        : Optional.empty();
  }

  /** The result of each value of the statistic, in their order. */
  public List<BootstrapResult> results(Intervals intervals) {
    List<String> names = bootstrap.statistic().responses();
    double[] estimates = bootstrap.estimates();
    List<BootstrapResult> results = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      if (!StandardErrors.isError(names, k)) {
        results.add(result(names, k, estimates, intervals));
      }
    }
    return results;
  }

  private BootstrapResult result(
      List<String> names, int k, double[] estimates, Intervals intervals) {
    double[] values = replicates.apply(names.get(k));
    BootstrapDistribution distribution =
        weights
            .map(w -> BootstrapDistribution.exact(values, w))
            .orElseGet(() -> BootstrapDistribution.of(values));
    Evidence evidence = Evidence.of(estimates[k], distribution);
    if (leftOut.isPresent()) {
      double[] without = leftOut.get().apply(names.get(k));
      evidence =
          evidence.with(
              JackknifeResult.of(estimates[k], without, Jackknife.of(bootstrap).samples()));
    }
    int error = StandardErrors.place(names, k);
    if (error >= 0 && weights.isEmpty()) {
      double[] errors = replicates.apply(names.get(error));
      evidence = evidence.with(new Studentization(estimates[error], values, errors));
    }
    Optional<Abc> abc = abc(k, intervals);
    evidence = abc.isPresent() ? evidence.with(abc.get()) : evidence;
    int rows = bootstrap.sample().rows();
    return BootstrapResult.of(names.get(k), evidence, intervals, values.length, rows);
  }

  private Optional<Abc> abc(int k, Intervals intervals) {
    int rows = bootstrap.sample().rows();
    boolean wanted =
        intervals.methods().isEmpty() ? rows <= CHEAP_ROWS : intervals.names(IntervalMethod.ABC);
    int values = StandardErrors.without(bootstrap.statistic()).responses().size();
    return wanted && k < values
        ? weighted(bootstrap)
            .map(statistic -> new Abc(statistic, rows, values, k))
            .filter(Abc::usable)
        : Optional.empty();
  }
}
