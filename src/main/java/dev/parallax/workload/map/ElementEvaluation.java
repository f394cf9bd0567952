package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.ElementFunction.BatchPredicate;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluates a function at the elements of a block.
 *
 * @param function the function
 * @param elements finds the block's elements
 * @param seed what the items' random streams come from
 * @param nanFails whether an item fails whose value is not a number
 */
record ElementEvaluation(
    ElementFunction function, IntegerArray.Elements elements, long seed, boolean nanFails)
    implements BlockFunction<Share> {
  private static final int PIECE = 1 << 16;

  static ColumnType type(ElementFunction function) {
    if (function instanceof ElementFunction.ToBoolean) {
      return ColumnType.BOOLEAN;
    }
    return function instanceof ElementFunction.ToLong ? ColumnType.LONG : ColumnType.DOUBLE;
  }

  @Override
  public List<Column> apply(Slice<Share> slice, ItemLoop items) {
    Block block = slice.block();
    long[] values = elements.of(block, slice.data().integers());
    return List.of(column(values, items, RandomStream.of(seed, block.first()), block));
  }

  /** In pieces, so that an interrupt does not wait for the whole block. */
  private static boolean[] testAll(BatchPredicate batch, long[] values, ItemLoop items) {
    boolean[] results = new boolean[values.length];
    items.forEachPiece(
        PIECE,
        (from, to) -> {
          boolean[] answers = new boolean[to - from];
          batch.testAll(Arrays.copyOfRange(values, from, to), answers);
          System.arraycopy(answers, 0, results, from, answers.length);
        });
    return results;
  }

  private Column column(long[] values, ItemLoop items, RandomStream random, Block block) {
    if (function instanceof BatchPredicate batch) {
      return new Column.Booleans(testAll(batch, values, items));
    }
    if (function instanceof ElementFunction.ToBoolean predicate) {
      boolean[] results = new boolean[values.length];
      items.forEach(i -> results[i] = predicate.test(values[i], random.moveTo(block.item(i))));
      return new Column.Booleans(results);
    }
    if (function instanceof ElementFunction.ToLong whole) {
      long[] results = new long[values.length];
      items.forEach(i -> results[i] = whole.apply(values[i], random.moveTo(block.item(i))));
      return new Column.Longs(results);
    }
    ElementFunction.ToDouble real = (ElementFunction.ToDouble) function;
    double[] results = new double[values.length];
    items.forEach(i -> results[i] = checked(real.apply(values[i], random.moveTo(block.item(i)))));
    return new Column.Doubles(results);
  }

  private double checked(double value) {
    if (nanFails && Double.isNaN(value)) {
      throw new ArithmeticException("response '" + function.response() + "' is NaN");
    }
    return value;
  }
}
