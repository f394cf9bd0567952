package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Response;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * A statistic of two columns, or of two samples, on data whose second column is shuffled, or whose
 * pairs are swapped: as it would be if the columns had nothing to do with each other, the samples
 * were from one population, or the two values of a pair came in any order. The items are the
 * permutations.
 */
public final class PermutationTest implements Workload<Nothing> {

  /** What is exchanged. */
  public enum Exchange {
    /** The second column's values, or the rows' sample numbers, between all rows. */
    BETWEEN_ROWS,
    /** The two values of a row with each other. */
    WITHIN_ROWS
  }

  private final Statistic statistic;
  private final double[][] columns;
  private final Exchange exchange;
  private final long permutations;
  private final long seed;

  private PermutationTest(
      Statistic statistic, double[][] columns, Exchange exchange, long permutations, long seed) {
    this.statistic = statistic;
    this.columns = columns;
    this.exchange = exchange;
    this.permutations = permutations;
    this.seed = seed;
  }

  /**
   * The test of what a bootstrap resamples, with as many permutations as that has resamples and the
   * same seed; its random numbers are unrelated to the bootstrap's.
   *
   * @throws IllegalArgumentException if the statistic is not of two columns
   */
  public static PermutationTest of(Bootstrap bootstrap, Exchange exchange) {
    Statistic statistic = StandardErrors.without(bootstrap.statistic());
    if (statistic.columns() != 2) {
      throw new IllegalArgumentException(
          "a permutation test is for a statistic of two columns or two samples, not of "
              + statistic.columns());
    }
    double[][] columns = bootstrap.sample().columns();
    return new PermutationTest(statistic, columns, exchange, bootstrap.items(), bootstrap.seed());
  }

  @Override
  public String name() {
    return "permutation-test";
  }

  @Override
  public long items() {
    return permutations;
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
  public BlockFunction<Nothing> function() {
    return new Permuting(statistic, columns, exchange, seed);
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  /**
   * Evaluates the statistic on the permuted data of a block's items.
   *
   * @param statistic the statistic
   * @param columns the data, two columns
   * @param exchange what is exchanged
   * @param seed what the permutations come from
   */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  private record Permuting(Statistic statistic, double[][] columns, Exchange exchange, long seed)
      implements BlockFunction<Nothing> {

    @Override
    public BlockResult apply(Slice<Nothing> slice) {
      Block block = slice.block();
      double[] values = new double[statistic.responses().size()];
      double[][] results = new double[values.length][block.size()];
      Resample all = Resample.everyRow(columns[0].length);
      RandomStream random = RandomStream.of(seed, Purpose.PERMUTE, block.first());
      ItemLoop loop = new ItemLoop(block);
      loop.forEach(
          i -> {
            random.moveTo(block.first() + i);
            statistic.prepare(permuted(random)).evaluator().evaluate(all, values);
            for (int k = 0; k < values.length; k++) {
              results[k][i] = values[k];
            }
          });
      return new BlockResult(
          Arrays.stream(results).<Column>map(Column.Doubles::new).toList(), loop.failures());
    }

    private double[][] permuted(RandomStream random) {
      double[] x = columns[0];
      double[] y = columns[1].clone();
      if (exchange == Exchange.BETWEEN_ROWS) {
        for (int left = y.length; left > 1; left--) { // Fisher and Yates
          int other = random.nextInt(left);
          double last = y[left - 1];
          y[left - 1] = y[other];
          y[other] = last;
        }
        return new double[][] {x, y};
      }
      x = x.clone();
      for (int row = 0; row < y.length; row++) {
        if (random.nextBoolean()) {
          double first = x[row];
          x[row] = y[row];
          y[row] = first;
        }
      }
      return new double[][] {x, y};
    }
  }
}
