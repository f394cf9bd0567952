package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;
import java.util.List;

/**
 * Evaluates a function at all elements of a block at once.
 *
 * @param function the function
 * @param elements finds the block's elements
 * @param seed what the items' random streams come from
 * @param nanFails whether an item fails whose value is not a number
 */
record SliceEvaluation(
    ElementFunction.OfSlice function, IntegerArray.Elements elements, long seed, boolean nanFails)
    implements BlockFunction<Share> {

  @Override
  public List<Column> apply(Slice<Share> slice, ItemLoop items) {
    double[] results = new double[slice.block().size()];
    items.forEachAfter(() -> fill(results, slice), i -> check(results[i]));
    return List.of(new Column.Doubles(results));
  }

  private void fill(double[] results, Slice<Share> slice) throws Exception {
    Block block = slice.block();
    RandomStream random = RandomStream.of(seed, block.first());
    long[] given =
        elements.of(block, slice.data().integers()).clone(); // the slice may be computed again
    double[] values = function.apply(given, place -> random.moveTo(block.item(place)));
    int count = values == null ? 0 : values.length;
    if (count != block.size()) {
      throw new IllegalStateException(
          "the function returned " + count + " values for " + block.size() + " elements");
    }
    System.arraycopy(values, 0, results, 0, count);
  }

  private void check(double value) {
    if (nanFails && Double.isNaN(value)) {
      throw new ArithmeticException("response '" + function.response() + "' is NaN");
    }
  }
}
