package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.Abc;
import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Evidence;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.interval.Studentization;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Observed;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.model.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes results of replicates: for each value of the statistic its bias, standard error and
 * intervals. Standard errors that a statistic brings with it are used, and have no results.
 */
public final class BootstrapAnalysis {
  /** Up to so many rows, what takes n evaluations of n rows is done without being asked for. */
  public static final int CHEAP_ROWS = 20_000;

  private static final int STEPS = 3;

  /** What a change of a value may be off by, and that in units of the value's last place. */
  private static final double SAME = 1e-6;

  private static final double PLACES = 1024;

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
   * What the replicates of a statistic of one value say about its estimate, with every interval
   * that they and a jackknife allow at these levels.
   */
  public static BootstrapResult result(Bootstrap bootstrap, double[] replicates, double... levels) {
    return result(bootstrap, replicates, Intervals.at(levels));
  }

  /** What the replicates say about the estimate, with these intervals. */
  public static BootstrapResult result(
      Bootstrap bootstrap, double[] replicates, Intervals intervals) {
    return whole(bootstrap, name -> replicates, intervals).results(intervals).get(0);
  }

  /**
   * The analysis with a jackknife, computed here, if one is of use and the rows are not too many.
   */
  static BootstrapAnalysis whole(
      Bootstrap bootstrap, Function<String, double[]> replicates, Intervals intervals) {
    BootstrapAnalysis analysis = of(bootstrap, replicates);
    boolean wanted = bootstrap.sample().rows() <= CHEAP_ROWS || intervals.names(IntervalMethod.BCA);
    return wanted && Jackknife.suits(bootstrap)
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
    BlockResult made = ItemTask.of(bootstrap.function()).result(bootstrap.slice(all));
    List<String> names = bootstrap.statistic().responses();
    return whole(bootstrap, name -> made.doubles(names.indexOf(name), all), intervals)
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
    checkStudentized(bootstrap, intervals);
    double[] estimates = bootstrap.estimates();
    List<String> names = bootstrap.statistic().responses();
    for (int k = 0; k < estimates.length; k++) {
      if (!StandardErrors.isError(names, k)) {
        intervals.transform().check(estimates[k]);
      }
    }
    refuse(
        intervals.names(IntervalMethod.BCA) && !Jackknife.suits(bootstrap),
        "a bca interval needs a jackknife, and so rows or clusters drawn all equally likely;"
            + " --interval percentile needs none");
    refuse(
        intervals.names(IntervalMethod.ABC) && !rowsAlone(bootstrap),
        "an abc interval is for rows drawn one by one, all equally likely; --interval percentile is"
            + " for all");
    refuse(
        intervals.names(IntervalMethod.ABC) && weighted(bootstrap).isEmpty(),
        "an abc interval is for a statistic that takes weights, and this one does not");
    refuse(
        intervals.names(IntervalMethod.ABC) && !differentiable(bootstrap, intervals),
        "an abc interval needs derivatives that are finite and not all 0, and these are not;"
            + " --interval bca needs none");
  }

  private static void checkStudentized(Bootstrap bootstrap, Intervals intervals) {
    refuse(
        bootstrap.statistic() instanceof StandardErrors && !rowsAlone(bootstrap),
        "a studentized interval by the jackknife is for rows drawn one by one, all equally likely;"
            + " --interval percentile is for all");
    List<String> names = bootstrap.statistic().responses();
    refuse(
        intervals.names(IntervalMethod.STUDENTIZED)
            && IntStream.range(0, names.size())
                .anyMatch(
                    k -> !StandardErrors.isError(names, k) && StandardErrors.place(names, k) < 0),
        "a studentized interval needs a standard error of each value");
  }

  private static boolean differentiable(Bootstrap bootstrap, Intervals intervals) {
    BootstrapAnalysis analysis =
        new BootstrapAnalysis(bootstrap, name -> new double[0], Optional.empty(), Optional.empty());
    int values = StandardErrors.without(bootstrap.statistic()).responses().size();
    return IntStream.range(0, values).allMatch(k -> analysis.abc(k, intervals).isPresent());
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
    double[] rounding = Observed.rounding(bootstrap.statistic(), bootstrap.sample());
    List<BootstrapResult> results = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      if (!StandardErrors.isError(names, k)) {
        results.add(result(names, k, estimates, rounding, intervals));
      }
    }
    return results;
  }

  private BootstrapResult result(
      List<String> names, int k, double[] estimates, double[] rounding, Intervals intervals) {
    double[] values = replicates.apply(names.get(k));
    Optional<JackknifeResult> jackknife =
        leftOut.map(there -> jackknife(k, estimates[k], there.apply(names.get(k))));
    double[][] controls = controls(k, estimates[k], values, jackknife);
    BootstrapDistribution distribution =
        weights
            .<BootstrapDistribution>map(w -> ExactDistribution.of(values, w, rounding[k]))
            .orElseGet(() -> ReplicateDistribution.of(values, rounding[k], controls));
    Evidence evidence = evidence(k, estimates[k], distribution, jackknife);
    int error = StandardErrors.place(names, k);
    if (error >= 0) {
      double[] errors = replicates.apply(names.get(error));
      evidence =
          evidence.with(new Studentization(estimates[error], values, errors, controls, weights));
    }
    Optional<Abc> abc = abc(k, intervals);
    evidence = abc.isPresent() ? evidence.with(abc.get()) : evidence;
    int rows = bootstrap.sample().rows();
    return BootstrapResult.of(names.get(k), evidence, intervals, values.length, rows);
  }

  private Evidence evidence(
      int k,
      double estimate,
      BootstrapDistribution distribution,
      Optional<JackknifeResult> jackknife) {
    Evidence evidence =
        Evidence.of(estimate, distribution)
            .within(StandardErrors.without(bootstrap.statistic()).range(k))
            .perturbed(bootstrap.errorMode() != ErrorMode.RESAMPLE);
    return jackknife
        .map(known -> evidence.with(known).moving(stepped(known.leftOut())))
        .orElse(evidence);
  }

  private JackknifeResult jackknife(int k, double estimate, double[] without) {
    int[] samples = Jackknife.of(bootstrap).samples();
    return told(k, without.length)
        .filter(changes -> agree(changes, estimate, without))
        .map(changes -> JackknifeResult.ofChanges(changes, without, samples))
        .orElseGet(() -> JackknifeResult.of(estimate, without, samples));
  }

  /**
   * Whether changes are those of values but for rounding: not where one row is all of the spread,
   * of which nothing is left without it.
   */
  private static boolean agree(double[] changes, double estimate, double[] without) {
    return IntStream.range(0, changes.length)
        .allMatch(
            row -> {
              double change = without[row] - estimate;
              double places = Math.ulp(Math.max(Math.abs(estimate), Math.abs(without[row])));
              double room = SAME * Math.abs(change) + PLACES * places;
              return Math.abs(change - changes[row]) <= room;
            });
  }

  /** How a value changes without each row, where the statistic tells it. */
  private Optional<double[]> told(int k, int rows) {
    boolean known = k < StandardErrors.without(bootstrap.statistic()).responses().size();
    if (!known || !rowsAlone(bootstrap)) {
      return Optional.empty();
    }
    return weighted(bootstrap)
        .map(Statistic.Prepared::evaluator)
        .filter(Statistic.Smooth.class::isInstance)
        .map(Statistic.Smooth.class::cast)
        .filter(smooth -> Double.isFinite(smooth.without(k, 0).change()))
        .map(
            smooth ->
                IntStream.range(0, rows)
                    .mapToDouble(row -> smooth.without(k, row).change())
                    .toArray());
  }

  /** What balance takes away from chance, which a jackknife knows best even if none is shown. */
  private double[][] controls(
      int k, double estimate, double[] values, Optional<JackknifeResult> jackknife) {
    if (bootstrap.kind() != ResamplingKind.BALANCED) {
      return new double[0][];
    }
    List<String> own = StandardErrors.without(bootstrap.statistic()).responses();
    boolean cheap = bootstrap.sample().rows() <= CHEAP_ROWS && Jackknife.suits(bootstrap);
    Optional<JackknifeResult> known =
        jackknife.isPresent() || !cheap || k >= own.size()
            ? jackknife
            : Optional.of(
                jackknife(k, estimate, Jackknife.of(bootstrap).values().apply(own.get(k))));
    return BalancedControls.of(bootstrap, values, known);
  }

  private Optional<Abc> abc(int k, Intervals intervals) {
    int rows = bootstrap.sample().rows();
    boolean wanted =
        intervals.methods().isEmpty()
            ? rows <= CHEAP_ROWS && rowsAlone(bootstrap)
            : intervals.names(IntervalMethod.ABC);
    int values = StandardErrors.without(bootstrap.statistic()).responses().size();
    return wanted && k < values
        ? weighted(bootstrap)
            .map(statistic -> new Abc(statistic, rows, values, k))
            .filter(abc -> abc.usable() || intervals.names(IntervalMethod.ABC))
        : Optional.empty();
  }

  /**
   * Whether leaving out one row moves a statistic to one of few places, whatever the row's numbers
   * are: a median, but not a mean of few different numbers.
   */
  private boolean stepped(double[] leftOut) {
    int places = ReplicateDistribution.of(leftOut).distinct();
    if (places > STEPS || weighted(bootstrap).isPresent()) {
      return false;
    }
    double[][] columns = bootstrap.sample().columns();
    long different =
        IntStream.range(0, columns[0].length)
            .mapToObj(row -> Arrays.stream(columns).map(column -> column[row]).toList())
            .distinct()
            .limit(2L * STEPS + 1)
            .count();
    return places == 1 || different > 2L * places;
  }
}
