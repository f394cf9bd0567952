package dev.parallax.engine;

import java.io.Serializable;
import java.util.Map;

/**
 * A block function under limits.
 *
 * @param function what is done with a block
 * @param limits what its items are allowed
 */
record LimitedFunction<S extends Serializable>(BlockFunction<S> function, ItemLimits limits)
    implements BlockFunction<S> {

  @Override
  public BlockResult apply(Slice<S> slice) {
    return limits.timeout().isZero()
        ? new ItemWatch(limits, Map.of()).apply(function, slice)
        : new Supervisor<>(function, slice, limits).result();
  }
}
