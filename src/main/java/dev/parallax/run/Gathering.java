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
 * Puts dealt items back into their order, some at a time, with a piece of every hand.
 *
 * @param kept the items, hand by hand
 * @param deal where they are
 */
record Gathering(Store kept, Deal deal) {
  /** As many as a slice's results have, which fit into a small heap. */
  private static final int ENTRIES = 1 << 18;

  /** A hand's items at a time, so that opening a file for them is worth it. */
  private static final long PIECE = 64;

  /** All items that were dealt, in order. */
  Stream<Outcome> outcomes() {
    int columns = kept.part(0, 1).result().columns().size();
    long rows = Math.max(ENTRIES / Math.max(1, columns), PIECE * deal.hands());
    return Block.split(deal.items(), (int) ((deal.items() - 1) / rows + 1)).stream()
        .map(this::window);
  }

  private Outcome window(Block items) {
    Window window = new Window(items, deal);
    for (int hand = 0; hand < deal.hands(); hand++) {
      long first = firstOf(hand, items.first());
      long end = firstOf(hand, items.end());
      while (first < end) {
        Outcome piece = kept.part(first, end);
        window.take(piece);
        first = piece.block().end();
      }
    }
    return window.outcome();
  }

  /** The place of a hand's first item from a given one on. */
  private long firstOf(int hand, long item) {
    long before = item <= hand ? 0 : (item - hand + deal.hands() - 1) / deal.hands();
    return deal.start(hand) + before;
  }

  /** Some items in order, as they come together. */
  private static final class Window {
    private final Block items;
    private final Deal deal;
    private final List<ColumnType> types = new ArrayList<>();
    private final List<long[]> bits = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final float[] seconds;
    private boolean timed;

    Window(Block items, Deal deal) {
      this.items = items;
      this.deal = deal;
      this.seconds = new float[items.size()];
    }

    void take(Outcome piece) {
      Block some = deal.items(piece.block());
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
      result.failures().forEach(f -> failures.add(f.at(deal.item(f.item()))));
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
