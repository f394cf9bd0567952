package dev.parallax.array;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Slice;
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
    implements BlockFunction<long[]> {

  /** The values of all elements, or why there are none. */
  @FunctionalInterface
  private interface Values {
    double at(int place) throws Throwable;
  }

  @Override
  public BlockResult apply(Slice<long[]> slice) {
    double[] results = new double[slice.block().size()];
    Values values = values(slice);
    ItemLoop loop = new ItemLoop(slice.block());
    loop.forEach(i -> results[i] = checked(values.at(i)));
    return loop.result(List.of(new Column.Doubles(results)));
  }

  private Values values(Slice<long[]> slice) {
    Block block = slice.block();
    RandomStream random = RandomStream.of(seed, block.first());
    long[] given = elements.of(block, slice.data()).clone(); // the slice may be computed again
    try {
      double[] values = function.apply(given, place -> random.moveTo(block.item(place)));
      int count = values == null ? 0 : values.length;
      if (count != block.size()) {
        throw new IllegalStateException(
            "the function returned " + count + " values for " + block.size() + " elements");
      }
      return place -> values[place];
    } catch (Throwable e) { // every item is to fail of it
      return place -> {
        throw e;
      };
    }
  }

  private double checked(double value) {
    if (nanFails && Double.isNaN(value)) {
      throw new ArithmeticException("response '" + function.response() + "' is NaN");
    }
    return value;
  }
}
