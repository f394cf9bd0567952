package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.Column;
import dev.parallax.engine.Engine;
import dev.parallax.engine.EngineException;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Slice;
import dev.parallax.model.SampleMoments;
import dev.parallax.model.Statistic.FromMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Poisson bootstrap of a large table in one pass: the rows, not the replicates, are spread over
 * the slices, so that each row is sent to one worker, and no worker needs them all. The counts are
 * those of {@link PoissonResampling}; the sums of the stretches of rows are added in their order,
 * with the rounding errors carried along (Neumaier's summation).
 */
final class SpreadRows {
  /** How many stretches a slice has at most: about a million rows. */
  private static final int SLICE = 16;

  private final double[][] columns;
  private final double[] centres;
  private final int[] exponents;
  private final int resamples;
  private final long seed;

  /** For one or two columns. */
  SpreadRows(double[][] columns, int resamples, long seed) {
    this.columns = columns;
    this.resamples = resamples;
    this.seed = seed;
    centres = new double[columns.length];
    exponents = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      double centre = centre(columns[c]);
      double largest = Arrays.stream(columns[c]).map(v -> Math.abs(v - centre)).max().orElse(0);
      centres[c] = centre;
      exponents[c] = largest == 0 ? 0 : Math.getExponent(largest);
    }
  }

  /** The replicates of a bootstrap, computed row by row. */
  static KnownReplicates of(Bootstrap bootstrap, Engine engine, FromMoments function) {
    SpreadRows rows =
        new SpreadRows(bootstrap.sample().columns(), (int) bootstrap.items(), bootstrap.seed());
    int values = bootstrap.statistic().responses().size();
    return new KnownReplicates(rows.replicates(engine, function, values));
  }

  /** Near the mean, which is near enough. */
  private static double centre(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += (value - column[0]) / column.length;
    }
    return column[0] + sum;
  }

  /** The values of every replicate, by value and replicate. */
  double[][] replicates(Engine engine, FromMoments function, int values) {
    double[][] sums = sums(engine);
    double[][] replicates = new double[values][resamples];
    double[] own = new double[values];
    for (int b = 0; b < resamples; b++) {
      SampleMoments moments = moments(sums, b);
      Arrays.fill(own, Double.NaN);
      if (moments.rows() > 0) {
        function.evaluate(moments, own);
      }
      for (int k = 0; k < values; k++) {
        replicates[k][b] = own[k];
      }
    }
    return replicates;
  }

  /** By sum of {@link PoissonSums} and stretch. */
  private double[][] sums(Engine engine) {
    int stretches = (columns[0].length - 1) / PoissonSums.STRETCH + 1;
    double[][] sums = new double[PoissonSums.SUMS * resamples][stretches];
    int parts = Math.max(engine.parallelism(), (stretches - 1) / SLICE + 1);
    List<Block> blocks = Block.split(stretches, parts);
    ItemTask<RowSpan> task = ItemTask.of(new PoissonSums(resamples, seed));
    int wave = 2 * engine.parallelism(); // so many slices are copied at a time
    for (int first = 0; first < blocks.size(); first += wave) {
      List<Slice<RowSpan>> slices = new ArrayList<>();
      for (Block block : blocks.subList(first, Math.min(first + wave, blocks.size()))) {
        slices.add(new Slice<>(block, span(block)));
      }
      engine.map(task, renumbered(slices), outcome -> take(outcome, sums));
    }
    return sums;
  }

  /** An engine's blocks are numbered from 0. */
  private static List<Slice<RowSpan>> renumbered(List<Slice<RowSpan>> slices) {
    List<Slice<RowSpan>> numbered = new ArrayList<>();
    for (Slice<RowSpan> slice : slices) {
      Block block = slice.block();
      numbered.add(
          new Slice<>(new Block(numbered.size(), block.first(), block.size()), slice.data()));
    }
    return numbered;
  }

  private static void take(Outcome outcome, double[][] sums) {
    if (!outcome.result().failures().isEmpty()) {
      throw new EngineException(outcome.result().failures().get(0).text(), null);
    }
    int first = (int) outcome.block().first();
    for (int k = 0; k < sums.length; k++) {
      double[] values = ((Column.Doubles) outcome.result().columns().get(k)).values();
      System.arraycopy(values, 0, sums[k], first, values.length);
    }
  }

  private RowSpan span(Block block) {
    int from = (int) block.first() * PoissonSums.STRETCH;
    int to = (int) Math.min(columns[0].length, block.end() * PoissonSums.STRETCH);
    double[] x = scaled(0, from, to);
    return new RowSpan(x, columns.length == 1 ? x : scaled(1, from, to));
  }

  private double[] scaled(int column, int from, int to) {
    double[] scaled = new double[to - from];
    for (int row = from; row < to; row++) {
      scaled[row - from] = Math.scalb(columns[column][row] - centres[column], -exponents[column]);
    }
    return scaled;
  }

  private SampleMoments moments(double[][] sums, int b) {
    double[] all = new double[PoissonSums.SUMS];
    for (int k = 0; k < all.length; k++) {
      all[k] = total(sums[PoissonSums.SUMS * b + k]);
    }
    double n = all[0];
    double x = all[1] / n;
    double y = all[2] / n;
    int second = columns.length - 1;
    int ex = exponents[0];
    int ey = exponents[second];
    return new SampleMoments(
        n,
        centres[0] + Math.scalb(x, ex),
        centres[second] + Math.scalb(y, ey),
        Math.scalb(Math.max(0, all[3] / n - x * x), 2 * ex),
        Math.scalb(Math.max(0, all[4] / n - y * y), 2 * ey),
        Math.scalb(all[5] / n - x * y, ex + ey));
  }

  private static double total(double[] terms) {
    double sum = 0;
    double lost = 0;
    for (double term : terms) {
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }
    return sum + lost;
  }
}
