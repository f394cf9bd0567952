package dev.parallax.engine;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.Map;

/**
 * A block function with what its items are allowed.
 *
 * @param <S> the type of the data that travel with a slice
 * @param function what is done with a block
 * @param limits what its items are allowed
 * @param timed whether the time of each item is taken
 */
public record ItemTask<S extends Serializable>(
    BlockFunction<S> function, ItemLimits limits, boolean timed) implements BlockTask<S> {

  /** A function whose items have no limits and are not timed. */
  public static <S extends Serializable> ItemTask<S> of(BlockFunction<S> function) {
    return new ItemTask<>(function, ItemLimits.NONE, false);
  }

  /**
   * A job's function. Its items are timed if the job says how long each took.
   *
   * @param function the job's, {@link Workload#function}, as one object
   */
  public static <S extends Serializable> ItemTask<S> of(
      Workload<S> workload, BlockFunction<S> function, ItemLimits limits) {
    boolean timed = workload.detail() == ItemDetail.STATUS_AND_SECONDS;
    return new ItemTask<>(function, limits, timed);
  }

  @Override
  public BlockResult result(Slice<S> slice) {
    return limits.timeout().isZero()
        ? pass(slice, new ItemWatch(limits, Map.of()))
        : new Supervisor(limits, watch -> pass(slice, watch)).result();
  }

  /** One pass over the block on this thread. */
  private BlockResult pass(Slice<S> slice, ItemWatch watch) {
    ItemLoop items = new ItemLoop(slice.block(), watch, timed);
    return items.result(function.apply(slice, items));
  }
}
