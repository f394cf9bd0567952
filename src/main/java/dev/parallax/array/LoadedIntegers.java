package dev.parallax.array;

import dev.parallax.engine.Block;
import java.util.Arrays;

/** Integers in memory: a slice's share travels with that slice only. */
public final class LoadedIntegers implements IntegerArray {
  private final long[] values;

  /** Takes the integers, without a copy. */
  LoadedIntegers(long[] values) {
    this.values = values;
  }

  @Override
  public long size() {
    return values.length;
  }

  @Override
  public long[] data(Block block) {
    return Arrays.copyOfRange(values, (int) block.first(), (int) block.end());
  }

  @Override
  public Elements elements(long seed) {
    return (block, data) -> data;
  }
}
