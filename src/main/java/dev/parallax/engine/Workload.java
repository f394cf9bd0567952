package dev.parallax.engine;

import java.io.Serializable;
import java.util.List;

/**
 * A job: n independent items, each a pure function of the job, the seed and the item's index.
 *
 * @param <S> the type of the data that only one slice needs
 */
public interface Workload<S extends Serializable> {

  /** {@code sweep}, {@code map} or {@code bootstrap}. */
  String name();

  /** How many items there are. */
  long items();

  /** What all randomness of the job comes from. */
  long seed();

  /** What identifies an item besides its index: parameters, or the element; may be empty. */
  List<Response> inputs();

  /** The inputs of a block's items, one column each, made where they are asked for. */
  List<Column> inputs(Block block);

  /** The result columns, in the order of {@link BlockResult#columns}. */
  List<Response> responses();

  /** What is done with each block. */
  BlockFunction<S> function();

  /** What only this block needs; {@code null} where the index says everything. */
  S data(Block block);

  /** The block with its data. */
  default Slice<S> slice(Block block) {
    return new Slice<>(block, data(block));
  }

  /**
   * The job after what has to be done on the engine first, before its items; itself if nothing has.
   */
  default Workload<S> begun(Engine engine) {
    return this;
  }
}
