package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A Monte Carlo bootstrap: a statistic on resamples of a table's rows, drawn whole and with
 * replacement. The items are the resamples (Efron 1979, doi:10.1214/aos/1176344552).
 */
public final class Bootstrap implements Workload<Nothing> {
  /** The replicates are sorted in one array. */
  private static final long MOST_RESAMPLES = Integer.MAX_VALUE - 8;

  private final Statistic statistic;
  private final Sample sample;
  private final long resamples;
  private final long seed;

  private Bootstrap(Statistic statistic, Sample sample, long resamples, long seed) {
    this.statistic = statistic;
    this.sample = sample;
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
    if (columns.length != statistic.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the statistic is of %d column%s, not of %d",
              statistic.columns(),
              statistic.columns() == 1 ? "" : "s",
              columns.length));
    }
    return new Bootstrap(statistic, Sample.of(table, List.of(columns)), 10_000, 1);
  }

  /**
   * This bootstrap with another number of resamples.
   *
   * @throws IllegalArgumentException if it is not positive, or above what an array can hold
   */
  public Bootstrap withResamples(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("resamples must be 1 or more, not " + count);
    }
    if (count > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          "resamples must be at most " + MOST_RESAMPLES + ", not " + count);
    }
    return new Bootstrap(statistic, sample, count, seed);
  }

  /** This bootstrap with another seed. */
  public Bootstrap withSeed(long other) {
    return new Bootstrap(statistic, sample, resamples, other);
  }

  /** The rows that are resampled. */
  public Sample sample() {
    return sample;
  }

  /**
   * The statistic of the rows as they are.
   *
   * @throws IllegalArgumentException if it is undefined or throws
   */
  public double estimate() {
    double estimate = observed();
    if (Double.isNaN(estimate)) {
      throw new IllegalArgumentException(
          "the statistic is undefined for these rows of " + String.join(", ", sample.names()));
    }
    return estimate;
  }

  private double observed() {
    try {
      Statistic.Prepared prepared = statistic.prepare(sample.columns());
      return prepared.evaluator().evaluate(Resample.everyRow(sample.rows()));
    } catch (RuntimeException e) { // a user's own
      throw new IllegalArgumentException(
          "the statistic fails on the rows as they are: " + Failure.of(0, e).message(), e);
    }
  }

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public long items() {
    return resamples;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> inputs() {
    return List.of();
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of();
  }

  @Override
  public List<Response> responses() {
    return List.of(new Response("replicate", ColumnType.DOUBLE));
  }

  @Override
  public BlockFunction<Nothing> function() {
    return new Replication(statistic, sample.columns(), Resampling.cases(), seed);
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  /**
   * What the replicates say about the estimate, with intervals at these confidence levels.
   *
   * @throws IllegalArgumentException if a level is not between 0 and 1
   */
  public BootstrapResult result(double[] replicates, double... levels) {
    return result(replicates, Arrays.stream(levels).boxed().toList());
  }

  /**
   * What the replicates say about the estimate, with intervals at these confidence levels.
   *
   * @throws IllegalArgumentException if a level is not between 0 and 1
   */
  public BootstrapResult result(double[] replicates, List<Double> levels) {
    return BootstrapResult.of(estimate(), replicates, levels);
  }
}
