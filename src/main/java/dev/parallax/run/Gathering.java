package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.ItemTimes;
import dev.parallax.engine.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts items that went to slices cyclically back into their order, some at a time, with a piece of
 * every part.
 *
 * @param kept the items, part by part
 * @param order where they are
 */
record Gathering(Store kept, CyclicOrder order) {
  /** As many as a slice's results have, which fit into a small heap. */
  private static final int ENTRIES = 1 << 18;

  /** Items of a part at a time, so that opening a file for them is worth it. */
  private static final long PIECE = 64;

  /** All items of the parts, in order. */
  Stream<Outcome> outcomes() {
    int columns = kept.part(0, 1).result().columns().size();
    long rows = Math.max(ENTRIES / Math.max(1, columns), PIECE * order.parts());
    return Block.split(order.items(), (int) ((order.items() - 1) / rows + 1)).stream()
        .map(this::window);
  }

  private Outcome window(Block items) {
    Window window = new Window(items, order);
    for (int part = 0; part < order.parts(); part++) {
      long first = firstOf(part, items.first());
      long end = firstOf(part, items.end());
      while (first < end) {
        Outcome piece = kept.part(first, end);
        window.take(piece);
        first = piece.block().end();
      }
    }
    return window.outcome();
  }

  /** The place of the first item of a part from a given one on. */
  private long firstOf(int part, long item) {
    long before = item <= part ? 0 : (item - part + order.parts() - 1) / order.parts();
    return order.start(part) + before;
  }

  /** Some items in order, as they come together. */
  private static final class Window {
    private final Block items;
    private final CyclicOrder order;
    private final List<ColumnType> types = new ArrayList<>();
    private final List<long[]> bits = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final float[] seconds;
    private boolean timed;

    Window(Block items, CyclicOrder order) {
      this.items = items;
      this.order = order;
      this.seconds = new float[items.size()];
    }

    void take(Outcome piece) {
      Block some = order.items(piece.block());
      BlockResult result = piece.result();
      if (types.isEmpty()) {
        result.columns().forEach(column -> types.add(column.type()));
        result.columns().forEach(column -> bits.add(new long[items.size()]));
      }
      for (int i = 0; i < some.size(); i++) {
        int place = items.place(some.item(i));
        for (int c = 0; c < bits.size(); c++) {
          bits.get(c)[place] = result.columns().get(c).bits(i);
        }
        seconds[place] = result.times().seconds(i);
      }
      timed |= result.times().areKnown();
      result.failures().forEach(f -> failures.add(f.at(order.item(f.item()))));
    }

    Outcome outcome() {
      List<Column> columns = new ArrayList<>();
      for (int c = 0; c < bits.size(); c++) {
        columns.add(Column.ofBits(types.get(c), bits.get(c)));
      }
      failures.sort(Comparator.comparingLong(Failure::item));
      ItemTimes times = timed ? ItemTimes.of(seconds) : ItemTimes.NONE;
      BlockResult result = new BlockResult(columns, failures, times);
      return new Outcome(items, result, new Effort(0, "several", Double.NaN));
    }
  }
}
