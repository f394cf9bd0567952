package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Response;
import dev.parallax.table.Table;
import dev.parallax.workload.point.PointSource;
import java.util.Optional;

/** What a function is mapped over: integers, real numbers or texts. */
public sealed interface MapArray permits IntegerArray, ValueArray {
  /** The name of the column of elements, and of the parameter that a model of points takes. */
  String ELEMENT = "element";

  /** How many elements there are. */
  long size();

  /** How many, and of what type: such as {@code 3 texts}; integers are items. */
  String counted();

  /**
   * Which cell of a column it is for which the elements are no integers, or no numbers; none where
   * they are, or no column decides it.
   *
   * @param integers whether integers are meant
   */
  default Optional<String> odd(boolean integers) {
    return Optional.empty();
  }

  /** What was read, in one line, if they come from a file; else empty. */
  default String source() {
    return "";
  }

  /** The table they were read from, if they were. */
  default Optional<Table> table() {
    return Optional.empty();
  }

  /** The column of the elements. */
  Response element();

  /**
   * The elements of a block, as entries of their column.
   *
   * @param seed the job's seed
   */
  Column entries(Block block, long seed);

  /** What a slice needs besides the item index. */
  Share data(Block block);

  /**
   * What finds the elements of a slice in a worker.
   *
   * @param seed the job's seed
   */
  PointSource<Share> points(long seed);
}
