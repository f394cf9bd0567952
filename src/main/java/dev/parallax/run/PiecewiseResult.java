package dev.parallax.run;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came out of a block, put together from pieces in any order; a later one replaces others. */
final class PiecewiseResult {
  private final Block block;
  private final List<Entries> columns = new ArrayList<>();
  private final TreeMap<Long, Failure> failures = new TreeMap<>();
  private final float[] seconds;
  private boolean timed;

  /** With all the block's items still to come. */
  PiecewiseResult(Block block) {
    this.block = block;
    this.seconds = new float[block.size()];
  }

  /**
   * A block with other results for some of its items.
   *
   * @param entries where in {@code better} each of these items is
   */
  static Outcome amended(Outcome kept, Map<Long, Integer> entries, BlockResult better) {
    PiecewiseResult all = new PiecewiseResult(kept.block());
    all.put(kept.result(), kept.block());
    entries.forEach((item, entry) -> all.put(better, entry, item));
    better.failures().stream().filter(f -> entries.containsKey(f.item())).forEach(all::put);
    return new Outcome(kept.block(), all.result(), kept.effort());
  }

  /** Takes the results of items that are in the block. */
  void put(BlockResult piece, Block items) {
    for (int i = 0; i < items.size(); i++) {
      put(piece, i, items.item(i));
    }
    piece.failures().forEach(this::put);
  }

  /** Takes one of a piece's entries, as that of an item which did not fail. */
  private void put(BlockResult piece, int entry, long item) {
    if (columns.isEmpty()) {
      piece.columns().forEach(column -> columns.add(new Entries(column.type(), block.size())));
    }
    int place = block.place(item);
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).put(place, piece.columns().get(c), entry);
    }
    seconds[place] = piece.times().seconds(entry);
    timed |= piece.times().areKnown();
    failures.remove(item);
  }

  /** Takes it that an item failed. */
  private void put(Failure failure) {
    failures.put(failure.item(), failure);
  }

  BlockResult result() {
    List<Column> all = columns.stream().map(Entries::column).toList();
    ItemTimes times = timed ? ItemTimes.of(seconds) : ItemTimes.NONE;
    return new BlockResult(all, List.copyOf(failures.values()), times);
  }

  /** A column whose entries come one by one. */
  private static final class Entries {
    private final ColumnType type;
    private final long[] bits;
    private final String[] texts;

    Entries(ColumnType type, int size) {
      this.type = type;
      this.bits = new long[type == ColumnType.TEXT ? 0 : size];
      this.texts = new String[type == ColumnType.TEXT ? size : 0];
      Arrays.fill(texts, "");
    }

    void put(int place, Column from, int entry) {
      if (from instanceof Column.Texts some) {
        texts[place] = some.values()[entry];
      } else {
        bits[place] = from.bits(entry);
      }
    }

    Column column() {
      return type == ColumnType.TEXT ? new Column.Texts(texts) : Column.ofBits(type, bits);
    }
  }
}
