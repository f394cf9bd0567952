package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.ItemTimes;
import dev.parallax.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Makes one block of several, or of a block and new results for some of its items. */
final class Merged {
  private Merged() {}

  /** Adjacent blocks, in item order, as one. */
  static Outcome joined(List<Outcome> parts) {
    Outcome first = parts.get(0);
    int size = parts.stream().mapToInt(part -> part.block().size()).sum();
    List<BlockResult> results = parts.stream().map(Outcome::result).toList();
    List<Failure> failures = results.stream().flatMap(part -> part.failures().stream()).toList();
    List<Column> columns =
        IntStream.range(0, first.result().columns().size())
            .mapToObj(c -> joined(parts, c))
            .toList();
    return new Outcome(
        new Block(first.block().index(), first.block().first(), size),
        new BlockResult(columns, failures, ItemTimes.joined(results)),
        effort(parts.stream().map(Outcome::effort).toList()));
  }

  /**
   * Some items of a block.
   *
   * @param first the index of the first
   * @param end the index after the last, if the block goes so far
   */
  static Outcome part(Outcome whole, long first, long end) {
    Block block = whole.block();
    int from = block.place(first);
    int to = block.place(Math.min(end, block.end()));
    BlockResult result = whole.result();
    return new Outcome(
        new Block(block.index(), first, to - from),
        new BlockResult(
            result.columns().stream().map(column -> column.part(from, to)).toList(),
            result.failures().stream().filter(f -> f.item() >= first && f.item() < end).toList(),
            result.times().part(from, to)),
        whole.effort());
  }

  /** All of them as one. */
  static Effort effort(List<Effort> parts) {
    String where = parts.get(0).where();
    boolean together = parts.stream().allMatch(part -> part.where().equals(where));
    return new Effort(
        parts.stream().mapToDouble(Effort::seconds).sum(),
        together ? where : "several",
        parts.stream().mapToDouble(Effort::began).min().orElse(Double.NaN));
  }

  private static Column joined(List<Outcome> parts, int column) {
    return Column.joined(parts.stream().map(part -> part.result().columns().get(column)).toList());
  }

  /**
   * Gives items other results.
   *
   * @param items their indices, in order
   * @param better an entry of each column for each of them, and those that failed
   * @param kept finds the block that an item is in
   * @param store takes each block that has changed
   */
  static void amend(
      long[] items, BlockResult better, LongFunction<Outcome> kept, Consumer<Outcome> store) {
    int from = 0;
    while (from < items.length) {
      Outcome block = kept.apply(items[from]);
      int to = from;
      while (to < items.length && items[to] < block.block().end()) {
        to++;
      }
      store.accept(amended(block, items, from, to, better));
      from = to;
    }
  }

  /**
   * A block with other results for some of its items.
   *
   * @param items the indices of all items that have other results, in order
   * @param from the place in {@code items} of the first that is in the block
   * @param to the place after the last one's
   */
  private static Outcome amended(Outcome kept, long[] items, int from, int to, BlockResult better) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < better.columns().size(); c++) {
      Column old = kept.result().columns().get(c);
      long[] bits = new long[old.size()];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = old.bits(i);
      }
      for (int k = from; k < to; k++) {
        bits[kept.block().place(items[k])] = better.columns().get(c).bits(k);
      }
      columns.add(Column.ofBits(old.type(), bits));
    }
    TreeMap<Long, Failure> failures = new TreeMap<>();
    kept.result().failures().forEach(failure -> failures.put(failure.item(), failure));
    for (int k = from; k < to; k++) {
      failures.remove(items[k]);
    }
    better.failures().stream()
        .filter(f -> f.item() >= kept.block().first() && f.item() < kept.block().end())
        .forEach(failure -> failures.put(failure.item(), failure));
    ItemTimes times = times(kept, items, from, to, better.times());
    BlockResult result = new BlockResult(columns, List.copyOf(failures.values()), times);
    return new Outcome(kept.block(), result, kept.effort());
  }

  private static ItemTimes times(Outcome kept, long[] items, int from, int to, ItemTimes better) {
    ItemTimes before = kept.result().times();
    if (!before.areKnown() && !better.areKnown()) {
      return ItemTimes.NONE;
    }
    float[] seconds = new float[kept.block().size()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = before.seconds(i);
    }
    for (int k = from; k < to; k++) {
      seconds[kept.block().place(items[k])] = better.seconds(k);
    }
    return ItemTimes.of(seconds);
  }
}
