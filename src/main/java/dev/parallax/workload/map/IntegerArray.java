package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.spelling.Numbers;
import java.io.Serializable;

/** Where the integers of an array map come from. */
public sealed interface IntegerArray extends MapArray
    permits RandomIntegers, IntegerRange, LoadedIntegers {

  @Override
  default String counted() {
    return Numbers.count(size(), "item");
  }

  /** Whether some, as far as is known without drawing them, are larger than this, signs aside. */
  boolean exceeds(long bound);

  /** What a slice needs besides the item index: its integers if they were loaded; or nothing. */
  long[] data(Block block);

  /**
   * What finds the integers of a block in a worker.
   *
   * @param seed the job's seed
   */
  Elements elements(long seed);

  /** Finds the integers of a block. */
  @FunctionalInterface
  interface Elements extends Serializable {

    /** The block's integers, given what {@link IntegerArray#data} gave for it. */
    long[] of(Block block, long[] data);
  }

  /** Random integers, uniform from {@code low} up to but without {@code high}. */
  static IntegerArray random(long low, long high, long size) {
    return new RandomIntegers(low, high, size);
  }

  /** The integers from {@code from} up to but without {@code to}. */
  static IntegerArray range(long from, long to) {
    return new IntegerRange(from, to, 1);
  }

  /** The given integers. */
  static IntegerArray of(long... values) {
    return new LoadedIntegers(values.clone(), "");
  }
}
