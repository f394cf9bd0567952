package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Slice;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * For every replicate of a Poisson bootstrap the sums over some stretches of rows: of the counts w,
 * and of w x, w y, w x², w y² and w x y. The items are the stretches, the columns the sums of the
 * first replicate, of the second, and so on. A stretch is summed in the order of its rows, so
 * nothing depends on which stretches share a slice.
 */
final class PoissonSums implements BlockFunction<RowSpan> {
  private static final long serialVersionUID = 1L;

  /** How many rows a stretch has; a multiple of {@link PoissonCounts#RUN}. */
  static final int STRETCH = 16 * PoissonCounts.RUN;

  /** How many sums there are. */
  static final int SUMS = 6;

  private final int resamples;
  private final long seed;

  PoissonSums(int resamples, long seed) {
    this.resamples = resamples;
    this.seed = seed;
  }

  @Override
  public List<Column> apply(Slice<RowSpan> slice, ItemLoop items) {
    Block block = slice.block();
    double[][] sums = new double[SUMS * resamples][block.size()];
    RandomStream random = RandomStream.of(seed, Purpose.RESAMPLE, 0);
    int[] counts = new int[STRETCH];
    items.forEach(
        i -> {
          long run = (block.first() + i) * (STRETCH / PoissonCounts.RUN);
          int from = i * STRETCH;
          int to = Math.min(from + STRETCH, slice.data().x().length);
          for (int b = 0; b < resamples; b++) {
            if (Thread.currentThread().isInterrupted()) {
              throw new InterruptedException();
            }
            PoissonCounts.of(random, b, run, counts, to - from);
            sum(slice.data(), from, to, counts, sums, b, i);
          }
        });
    return Arrays.stream(sums).<Column>map(Column.Doubles::new).toList();
  }

  private static void sum(
      RowSpan rows, int from, int to, int[] counts, double[][] sums, int b, int i) {
    double w = 0, wx = 0, wy = 0, wxx = 0, wyy = 0, wxy = 0;
    for (int row = from; row < to; row++) {
      int count = counts[row - from];
      double x = rows.x()[row];
      double y = rows.y()[row];
      double cx = count * x;
      double cy = count * y;
      w += count;
      wx += cx;
      wy += cy;
      wxx += cx * x;
      wyy += cy * y;
      wxy += cx * y;
    }
    double[] all = {w, wx, wy, wxx, wyy, wxy};
    for (int k = 0; k < SUMS; k++) {
      sums[SUMS * b + k][i] = all[k];
    }
  }
}
