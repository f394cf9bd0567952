package dev.parallax.bootstrap.resampling;

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
import java.util.stream.Stream;

/**
 * For some replicates of a Poisson bootstrap the sums over stretches of rows: of the counts w, and
 * of w x, w y, w x², w y² and w x y, of values that are centred and scaled. Item {@code i} is
 * replicate {@code i mod r} of the r replicates in stretch {@code i / r}. A stretch is summed in
 * the order of its rows, so nothing depends on which items share a slice.
 *
 * @param rows the columns, one or two, with their centres and exponents
 * @param replicates the numbers of the replicates
 * @param seed what the counts come from
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record PoissonSums(ScaledColumns rows, long[] replicates, long seed) implements Workload<RowSpan> {

  /** How many rows a stretch has; a multiple of {@link PoissonCounts#RUN}. */
  static final int STRETCH = 16 * PoissonCounts.RUN;

  private static final List<Response> SUMS =
      Stream.of("w", "wx", "wy", "wxx", "wyy", "wxy")
          .map(name -> new Response(name, ColumnType.DOUBLE))
          .toList();

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public long items() {
    return ((rows.rows() - 1L) / STRETCH + 1) * replicates.length;
  }

  @Override
  public List<Response> responses() {
    return SUMS;
  }

  @Override
  public RowSpan data(Block block) {
    long end = STRETCH * (block.last() / replicates.length + 1);
    int from = (int) (STRETCH * (block.first() / replicates.length));
    return rows.span(from, (int) Math.min(rows.rows(), end));
  }

  @Override
  public BlockFunction<RowSpan> function() {
    return new Summing(rows.scaling(), replicates, seed);
  }

  /** Sums the rows of a slice's items. */
  private record Summing(ScaledColumns.Scaling scaling, long[] replicates, long seed)
      implements BlockFunction<RowSpan> {
    @Override
    public List<Column> apply(Slice<RowSpan> slice, ItemLoop items) {
      Block block = slice.block();
      double[][] sums = new double[SUMS.size()][block.size()];
      RandomStream random = RandomStream.of(seed, Purpose.RESAMPLE, 0);
      int[] counts = new int[STRETCH];
      Stretch stretch = new Stretch(slice.data(), scaling);
      items.forEach(
          i -> {
            long item = block.item(i);
            stretch.moveTo((int) (item / replicates.length));
            long run = (long) stretch.number * (STRETCH / PoissonCounts.RUN);
            long replicate = replicates[(int) (item % replicates.length)];
            PoissonCounts.of(random, replicate, run, counts, stretch.size);
            sum(stretch.x, stretch.y, counts, stretch.size, sums, i);
          });
      return Arrays.stream(sums).<Column>map(Column.Doubles::new).toList();
    }

    private static void sum(
        double[] xs, double[] ys, int[] counts, int size, double[][] sums, int i) {
      double w = 0, wx = 0, wy = 0, wxx = 0, wyy = 0, wxy = 0;
      for (int row = 0; row < size; row++) {
        int count = counts[row];
        double x = xs[row];
        double y = ys[row];
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
      for (int k = 0; k < all.length; k++) {
        sums[k][i] = all[k];
      }
    }
  }

  /** The scaled rows of the stretch that is summed; of one column, y is x. */
  private static final class Stretch {
    final double[] x = new double[STRETCH];
    final double[] y;
    int number = -1;
    int size;
    private final RowSpan span;
    private final ScaledColumns.Scaling scaling;

    Stretch(RowSpan span, ScaledColumns.Scaling scaling) {
      this.span = span;
      this.scaling = scaling;
      this.y = scaling.columns() == 1 ? x : new double[STRETCH];
    }

    void moveTo(int other) {
      if (other == number) {
        return;
      }
      number = other;
      int from = number * STRETCH;
      size = Math.min(STRETCH, span.end() - from);
      for (int k = 0; k < size; k++) {
        x[k] = scaling.scaled(0, span.value(0, from + k));
      }
      for (int k = 0; y != x && k < size; k++) {
        y[k] = scaling.scaled(1, span.value(1, from + k));
      }
    }
  }
}
