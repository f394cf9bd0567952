package dev.parallax.bootstrap;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Slice;
import java.util.Arrays;
import java.util.List;

/**
 * Gives replicates that were computed beforehand by their numbers.
 *
 * @param replicates by value of the statistic and replicate
 */
@SuppressWarnings("ArrayRecordComponent") // results that are handed on
record KnownReplicates(double[][] replicates) implements BlockFunction<Nothing> {
  private static final long serialVersionUID = 1L;

  @Override
  public List<Column> apply(Slice<Nothing> slice, ItemLoop items) {
    int size = slice.block().size();
    int first = (int) slice.block().first();
    double[][] some = new double[replicates.length][size];
    items.forEachPiece(
        size,
        (from, to) -> {
          for (int k = 0; k < some.length; k++) {
            System.arraycopy(replicates[k], first + from, some[k], from, to - from);
          }
        });
    return Arrays.stream(some).<Column>map(Column.Doubles::new).toList();
  }
}
