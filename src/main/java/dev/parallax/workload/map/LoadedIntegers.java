package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.Optional;

/** Integers in memory: a slice's share travels with that slice only. */
public final class LoadedIntegers implements IntegerArray {
  private final long[] values;
  private final String source;
  private final Optional<Table> table;

  /** Takes the integers, without a copy, and what is said of where they come from. */
  LoadedIntegers(long[] values, String source) {
    this.values = values;
    this.source = source;
    this.table = Optional.empty();
  }

  /** Takes a column of a table. */
  LoadedIntegers(long[] values, Table table) {
    this.values = values;
    this.source = table.toString();
    this.table = Optional.of(table);
  }

  @Override
  public Optional<Table> table() {
    return table;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public long size() {
    return values.length;
  }

  @Override
  public boolean exceeds(long bound) {
    return Arrays.stream(values).anyMatch(value -> value < -bound || value > bound);
  }

  @Override
  public long[] loaded(Block block) {
    long[] data = new long[block.size()];
    Arrays.setAll(data, i -> values[(int) block.item(i)]);
    return data;
  }

  @Override
  public Elements elements(long seed) {
    return (block, data) -> data;
  }
}
