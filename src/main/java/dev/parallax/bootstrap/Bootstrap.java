package dev.parallax.bootstrap;

import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.BlockResampling;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ExactSums;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.bootstrap.resampling.Replication;
import dev.parallax.bootstrap.resampling.Resampling;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.resampling.Scheme;
import dev.parallax.bootstrap.resampling.SpreadRows;
import dev.parallax.bootstrap.sample.Observed;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.bootstrap.sample.Simex;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Workload;
import dev.parallax.engine.Workload.Pass;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.random.Changeover;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * A Monte Carlo bootstrap: a statistic on resamples of a table's rows, drawn whole and with
 * replacement. The items are the resamples (Efron 1979, doi:10.1214/aos/1176344552).
 */
public final class Bootstrap implements Workload<Nothing> {
  /** The most resamples there can be: replicates are sorted in one array. */
  public static final long MOST_RESAMPLES = Scheme.MOST_RESAMPLES;

  /** Above, rows are spread over the workers, if they can be. */
  private static final int SPREAD_ROWS = 1 << 20;

  private final Statistic statistic;
  private final Sample sample;
  private final Scheme scheme;

  /** What an exact bootstrap of a mean is computed by, where resamples are too many. */
  private final Optional<ExactSums> sums;

  private final long resamples;
  private final long seed;

  private Bootstrap(
      Statistic statistic,
      Sample sample,
      Scheme scheme,
      Optional<ExactSums> sums,
      long resamples,
      long seed) {
    this.statistic = statistic;
    this.sample = sample;
    this.scheme = scheme;
    this.sums = sums;
    this.resamples = resamples;
    this.seed = seed;
  }

  /**
   * The bootstrap of a statistic of a table's columns, with 10,000 resamples and seed 1. Rows in
   * which one of the columns is missing are left out.
   *
   * @throws IllegalArgumentException if a column is not there or not numeric, if fewer than two
   *     rows are left, if a column is constant, or if the statistic is of another number of columns
   */
  public static Bootstrap of(Statistic statistic, Table table, String... columns) {
    return of(statistic, table, Roles.of(columns));
  }

  /**
   * The bootstrap of a statistic of a table's columns, beside which others may say how rows differ.
   *
   * @throws IllegalArgumentException as for columns alone, or if a role cannot be filled
   */
  public static Bootstrap of(Statistic statistic, Table table, Roles roles) {
    Roles known = roles.of(statistic);
    known.check(statistic);
    Statistic own = StandardErrors.without(statistic);
    if (own.units().size() != own.responses().size()) {
      throw new IllegalArgumentException(
          "the statistic tells units of "
              + own.units().size()
              + " values, and has "
              + own.responses().size());
    }
    Scheme plain = Scheme.of(known);
    Sample sample = Sample.of(table, known, own.takesConstants());
    if (known.measured() && !(own instanceof Simex)) {
      sample.checkErrors();
    }
    return new Bootstrap(statistic, sample, plain, Optional.empty(), 10_000, 1);
  }

  private Bootstrap with(Scheme other) {
    Optional<ExactSums> found = other.sums(statistic, sample);
    other.check(sample, found.isPresent());
    return new Bootstrap(statistic, sample, other, found, resamples, seed);
  }

  /**
   * This bootstrap with another kind of resampling. An exact one has its own number of resamples.
   *
   * @throws IllegalArgumentException if that does not go with the sample, or if there are too many
   *     resamples to enumerate
   */
  public Bootstrap withResampling(ResamplingKind kind) {
    return with(new Scheme(kind, scheme.blocks(), scheme.errors()));
  }

  /**
   * This bootstrap for a series, whose rows are drawn in runs.
   *
   * @param length how many rows a run has, or has on average
   * @throws IllegalArgumentException if there is no such run, or the sample is not one series
   */
  public Bootstrap withBlocks(BlockKind kind, int length) {
    return with(
        new Scheme(scheme.kind(), Optional.of(new BlockResampling(kind, length)), scheme.errors()));
  }

  /** This bootstrap with another use of the measurement errors; the first is both. */
  public Bootstrap withErrorMode(ErrorMode mode) {
    return with(new Scheme(scheme.kind(), scheme.blocks(), mode));
  }

  /**
   * This bootstrap with another number of resamples.
   *
   * @throws IllegalArgumentException if it is not positive, or above what an array can hold
   */
  public Bootstrap withResamples(long count) {
    Scheme.checkCount(count);
    return new Bootstrap(statistic, sample, scheme, sums, count, seed);
  }

  /** The same resamples for another statistic, which must do with the columns there are. */
  public Bootstrap withStatistic(Statistic other) {
    return new Bootstrap(other, sample, scheme, scheme.sums(other, sample), resamples, seed);
  }

  /** This bootstrap with another seed. */
  public Bootstrap withSeed(long other) {
    return new Bootstrap(statistic, sample, scheme, sums, resamples, other);
  }

  /** The rows that are resampled. */
  public Sample sample() {
    return sample;
  }

  /** What is recomputed on each resample. */
  public Statistic statistic() {
    return statistic;
  }

  /** The statistic on the rows that are resampled; one per process is enough. */
  public Statistic.Prepared prepared() {
    return statistic.prepare(sample.columns());
  }

  /**
   * The statistic of the rows as they are; the first value of one that has several.
   *
   * @throws IllegalArgumentException if it is undefined or throws
   */
  public double estimate() {
    return estimates()[0];
  }

  /**
   * All values of the statistic of the rows as they are, in the order of its responses.
   *
   * @throws IllegalArgumentException if one is undefined or the statistic throws
   */
  public double[] estimates() {
    return Observed.values(statistic, sample);
  }

  /**
   * The rows of one replicate, drawn again.
   *
   * @param replicate its number, from 0
   * @throws IllegalArgumentException if it is no single resample's
   */
  public Resample resample(long replicate) {
    if (sums.isPresent()) {
      throw new IllegalArgumentException(
          "this exact distribution is computed from sums, and no replicate has rows of its own");
    }
    return sampler().draw(RandomStream.of(seed, Purpose.RESAMPLE, replicate));
  }

  /** Draws its resamples on one thread. */
  Resampling.Sampler sampler() {
    return resampling().sampler(sample.rows());
  }

  /** Draws its resamples, each keyed by its number. */
  Resampling resampling() {
    return scheme.resampling(sample, resamples);
  }

  /** How its resamples are made. */
  public ResamplingKind kind() {
    return scheme.kind();
  }

  /** What is random of measured values. */
  public ErrorMode errorMode() {
    return scheme.errors();
  }

  /** Whether rows are drawn one by one, or whole clusters, and not in runs of a series. */
  public boolean exchangeable() {
    return scheme.blocks().isEmpty();
  }

  /**
   * Whether a complete enumeration is what this bootstrap approximates, and has at most so many
   * resamples.
   */
  public boolean enumerable(long most) {
    return scheme.enumerable() && Scheme.exact(sample).within(most);
  }

  /** How its resamples are made, as an adjective or two; empty for the ordinary bootstrap. */
  public String manner() {
    return scheme.manner();
  }

  /** Whether it is exact without going through resamples: its items are attainable values. */
  public boolean ofSums() {
    return sums.isPresent();
  }

  /** The probability of each replicate, if the bootstrap is exact. */
  public Optional<double[]> probabilities() {
    if (sums.isPresent()) {
      return Optional.of(sums.get().probabilities().clone());
    }
    return scheme.kind() == ResamplingKind.EXACT
        ? Optional.of(Scheme.exact(sample).probabilities())
        : Optional.empty();
  }

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public long items() {
    if (sums.isPresent()) {
      return sums.get().values().length;
    }
    return scheme.kind() == ResamplingKind.EXACT ? Scheme.exact(sample).checkedCount() : resamples;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> responses() {
    return statistic.responses().stream()
        .map(name -> new Response(name, ColumnType.DOUBLE))
        .toList();
  }

  @Override
  public boolean foreseen(double seconds) {
    return !statistic.elsewhere() && Changeover.foreseen(seconds);
  }

  /** Where each replicate has values of its own, each is begun by itself. */
  @Override
  public double openingSeconds() {
    boolean shared = scheme.perturbation(sample).isEmpty();
    return shared ? statistic.openingSeconds(sample.columns()) : 0;
  }

  @Override
  public BlockFunction<Nothing> function() {
    if (sums.isPresent()) {
      return new ExactSums.Attained(sums.get().values());
    }
    return new Replication(
        statistic,
        sample.columns(),
        resampling(),
        scheme.perturbation(sample).map(List::of).orElse(List.of()),
        seed);
  }

  /** The replicates of a large table by Poisson weights are computed in one pass over its rows. */
  @Override
  public Optional<Pass<?>> pass() {
    return sample.rows() > SPREAD_ROWS && scheme.spreads(sample)
        ? SpreadRows.of(statistic, sample.columns(), seed).map(pass -> pass)
        : Optional.empty();
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }
}
