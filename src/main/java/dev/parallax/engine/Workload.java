package dev.parallax.engine;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  default List<Response> inputs() {
    return List.of();
  }

  /** The inputs of a block's items, one column each, made where they are asked for. */
  default List<Column> inputs(Block block) {
    return List.of();
  }

  /** What is the same for every item and worth a note beside the results, by name. */
  default Map<String, String> constants() {
    return Map.of();
  }

  /** The result columns, in the order of {@link BlockResult#columns}. */
  List<Response> responses();

  /** What is said, and measured, of each item besides its inputs and responses. */
  default ItemDetail detail() {
    return ItemDetail.NONE;
  }

  /** What is done with each block. */
  BlockFunction<S> function();

  /**
   * A pass over the data that gives many items' results together, which is done in place of {@link
   * #function}; none where items are computed one by one. The results are those of the pass, which
   * may differ from the function's in rounding.
   */
  default Optional<Pass<?>> pass() {
    return Optional.empty();
  }

  /** What only this block needs; {@code null} where the index says everything. */
  S data(Block block);

  /**
   * Is told, once the first items were tried on the driver and before the first slice, how many
   * seconds each core will be at work. What takes time to prepare can be worth it then.
   *
   * @return whether items may take less time from now on
   */
  default boolean foreseen(double seconds) {
    return false;
  }

  /**
   * How many seconds a slice takes beside its items, such as to start a process, measured now; 0
   * where that is no matter.
   *
   * @throws RuntimeException if a slice without items fails, as each item will
   */
  default double openingSeconds() {
    return 0;
  }

  /** How many seconds an item takes, where that is known without a trial; 0 where it is not. */
  default double itemSeconds() {
    return 0;
  }

  /** The block with its data. */
  default Slice<S> slice(Block block) {
    return new Slice<>(block, data(block));
  }

  /**
   * A pass over a job's data that gives the results of many items together, where that is cheaper
   * than one by one. The pass is a workload itself, whose items are pieces of the data.
   *
   * @param <T> the type of the data that travel with a slice of the pass
   */
  interface Pass<T extends Serializable> {
    /** What the pass is called, in words of letters and hyphens. */
    String name();

    /**
     * The pass that gives some of the job's items.
     *
     * @param items their indices, in order
     */
    Workload<T> over(long[] items);

    /**
     * The results of the job's items, computed on the driver.
     *
     * @param items their indices, in order
     * @param pass the outcomes of {@link #over} these items, in item order
     * @return an entry of each column for each of them
     * @throws EngineException if an item of the pass failed, which is an error of ours
     */
    BlockResult results(long[] items, Iterable<Outcome> pass);
  }
}
