package dev.parallax.array;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Slice;
import dev.parallax.kernel.BatchPredicate;
import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

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
    implements BlockFunction<long[]> {
  private static final int PIECE = 1 << 16;

  static ColumnType type(ElementFunction function) {
    if (function instanceof ElementFunction.ToBoolean) {
      return ColumnType.BOOLEAN;
    }
    return function instanceof ElementFunction.ToLong ? ColumnType.LONG : ColumnType.DOUBLE;
  }

  @Override
  public BlockResult apply(Slice<long[]> slice) {
    Block block = slice.block();
    long[] values = elements.of(block, slice.data());
    ItemLoop loop =
        function instanceof BatchPredicate ? new ItemLoop(block) : ItemLoop.timed(block);
    Column column = column(values, loop, RandomStream.of(seed, block.first()), block);
    return loop.result(List.of(column));
  }

  /** In pieces, so that an interrupt does not wait for the whole block. */
  private static boolean[] testAll(BatchPredicate batch, long[] values) {
    boolean[] results = new boolean[values.length];
    for (int from = 0; from < values.length; from += PIECE) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      long[] piece = Arrays.copyOfRange(values, from, Math.min(values.length, from + PIECE));
      boolean[] answers = new boolean[piece.length];
      batch.testAll(piece, answers);
      System.arraycopy(answers, 0, results, from, answers.length);
    }
    return results;
  }

  private Column column(long[] values, ItemLoop loop, RandomStream random, Block block) {
    if (function instanceof BatchPredicate batch) {
      return new Column.Booleans(testAll(batch, values));
    }
    if (function instanceof ElementFunction.ToBoolean predicate) {
      boolean[] results = new boolean[values.length];
      loop.forEach(i -> results[i] = predicate.test(values[i], random.moveTo(block.item(i))));
      return new Column.Booleans(results);
    }
    if (function instanceof ElementFunction.ToLong whole) {
      long[] results = new long[values.length];
      loop.forEach(i -> results[i] = whole.apply(values[i], random.moveTo(block.item(i))));
      return new Column.Longs(results);
    }
    ElementFunction.ToDouble real = (ElementFunction.ToDouble) function;
    double[] results = new double[values.length];
    loop.forEach(i -> results[i] = checked(real.apply(values[i], random.moveTo(block.item(i)))));
    return new Column.Doubles(results);
  }

  private double checked(double value) {
    if (nanFails && Double.isNaN(value)) {
      throw new ArithmeticException("response '" + function.response() + "' is NaN");
    }
    return value;
  }
}
