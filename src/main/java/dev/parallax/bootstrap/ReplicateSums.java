package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.bootstrap.resampling.Resampling;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * For each row, of the replicates in whose resamples it does not appear: how many, their sum and
 * that of their squares. Item {@code i} is row {@code i mod n} of the n rows, and chunk {@code i /
 * n} of the replicates; chunks are of one size, so that their sums, added in order, do not depend
 * on which items share a slice. Nothing is evaluated: resamples are drawn again.
 */
public final class ReplicateSums implements Workload<Nothing> {
  private static final int CHUNK = 4096;

  private final Resampling resampling;
  private final int[] samples;
  private final long seed;
  private final double[] replicates;
  private final double centre;
  private final int exponent;

  private ReplicateSums(Bootstrap bootstrap, double[] replicates, double centre, int exponent) {
    this.resampling = bootstrap.resampling();
    this.samples = Jackknife.of(bootstrap).samples();
    this.seed = bootstrap.seed();
    this.replicates = replicates;
    this.centre = centre;
    this.exponent = exponent;
  }

  /**
   * The sums of one value of a statistic.
   *
   * @param replicates the value on all resamples, in order
   */
  public static ReplicateSums of(Bootstrap bootstrap, double[] replicates) {
    BootstrapDistribution distribution = ReplicateDistribution.of(replicates);
    double deviation = distribution.moments().deviation();
    int exponent = deviation > 0 ? Math.getExponent(deviation) : 0;
    return new ReplicateSums(bootstrap, replicates, distribution.mean(), exponent);
  }

  /** What is taken off the replicates. */
  double centre() {
    return centre;
  }

  /** Of the power of two in whose units they are then taken, so that squares are in range. */
  int exponent() {
    return exponent;
  }

  /** The number of each row's sample or stratum. */
  int[] samples() {
    return samples;
  }

  /**
   * How many chunks there are, which is the best number of slices: a slice with only some rows of a
   * chunk draws all of its resamples.
   */
  public int chunks() {
    return (replicates.length - 1) / CHUNK + 1;
  }

  private int rows() {
    return samples.length;
  }

  @Override
  public String name() {
    return "jackknife-after-bootstrap";
  }

  @Override
  public long items() {
    return (long) chunks() * rows();
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> responses() {
    return List.of(
        new Response("count", ColumnType.LONG),
        new Response("first", ColumnType.DOUBLE),
        new Response("second", ColumnType.DOUBLE));
  }

  @Override
  public BlockFunction<Nothing> function() {
    double[] scaled =
        Arrays.stream(replicates).map(value -> Math.scalb(value - centre, -exponent)).toArray();
    return new Summing(resampling, rows(), scaled, seed);
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  /** Sums the replicates of a slice's items. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  private record Summing(Resampling resampling, int rows, double[] scaled, long seed)
      implements BlockFunction<Nothing> {
    @Override
    public List<Column> apply(Slice<Nothing> slice, ItemLoop items) {
      Block block = slice.block();
      long[] count = new long[block.size()];
      double[] first = new double[block.size()];
      double[] second = new double[block.size()];
      Chunk chunk = new Chunk(this, block);
      items.forEach(
          i -> {
            long item = block.item(i);
            chunk.moveTo((int) (item / rows));
            int row = (int) (item % rows);
            count[i] = chunk.count[row];
            first[i] = chunk.first[row];
            second[i] = chunk.second[row];
          });
      return List.of(
          new Column.Longs(count), new Column.Doubles(first), new Column.Doubles(second));
    }
  }

  /** The sums of one chunk's replicates, for those rows that the slice has of it. */
  private static final class Chunk {
    final int[] count;
    final double[] first;
    final double[] second;
    private final Summing summing;
    private final Resampling.Sampler sampler;
    private final RandomStream random;
    private final Block block;
    private int number = -1;

    Chunk(Summing summing, Block block) {
      this.summing = summing;
      this.block = block;
      sampler = summing.resampling.sampler(summing.rows);
      random = RandomStream.of(summing.seed, Purpose.RESAMPLE, 0);
      count = new int[summing.rows];
      first = new double[summing.rows];
      second = new double[summing.rows];
    }

    void moveTo(int other) throws InterruptedException {
      if (other == number) {
        return;
      }
      number = other;
      Arrays.fill(count, 0);
      Arrays.fill(first, 0);
      Arrays.fill(second, 0);
      long origin = (long) number * summing.rows;
      int from = (int) Math.max(0, block.first() - origin);
      int to = (int) Math.min(summing.rows, block.last() + 1 - origin);
      int end = (int) Math.min(summing.scaled.length, (number + 1L) * CHUNK);
      for (int b = number * CHUNK; b < end; b++) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        if (Double.isFinite(summing.scaled[b])) {
          take(sampler.draw(random.moveTo(b)).counts(), summing.scaled[b], from, to);
        }
      }
    }

    private void take(int[] counts, double value, int from, int to) {
      for (int row = from; row < to; row++) {
        if (counts[row] == 0) {
          count[row]++;
          first[row] += value;
          second[row] += value * value;
        }
      }
    }
  }
}
