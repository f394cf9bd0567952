package dev.parallax.run;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps the finished blocks of a run and gives them back in item order, as often as asked. */
public interface Store extends Iterable<Outcome>, AutoCloseable {
  /** Entries that are gathered at a time: as many as a slice's, which fit into a small heap. */
  int GATHERED_ENTRIES = 1 << 18;

  /** Items of a part that are gathered at a time, so that opening a file for them is worth it. */
  long LEAST_PIECE = 64;

  /** Keeps a block. */
  void add(Outcome outcome);

  /**
   * Replaces the results of single items of the blocks that are kept.
   *
   * @param items the items' indices, in order
   * @param result an entry of each column for each of them, and those that failed
   */
  default void amend(long[] items, BlockResult result) {
    TreeMap<Long, Block> blocks = new TreeMap<>(CyclicOrder.comparator(cyclic()));
    blocks().forEach(block -> blocks.put(block.first(), block));
    Map<Block, Map<Long, Integer>> entries = new LinkedHashMap<>();
    for (int k = 0; k < items.length; k++) {
      Block block = blocks.floorEntry(items[k]).getValue();
      entries.computeIfAbsent(block, b -> new HashMap<>()).put(items[k], k);
    }
    entries.forEach((block, some) -> add(PiecewiseResult.amended(read(block), some, result)));
  }

  /** The blocks kept so far, in item order, or in {@link #cyclic} order. */
  List<Block> blocks();

  /** How many items are done. */
  default long size() {
    return blocks().stream().mapToLong(Block::size).sum();
  }

  /** What each of the {@link #blocks} took. */
  List<Effort> efforts();

  /** The items that failed, in order. */
  default long[] failed() {
    return blocks().stream()
        .flatMap(block -> read(block).result().failures().stream())
        .mapToLong(Failure::item)
        .sorted()
        .toArray();
  }

  /**
   * Blocks for the items that are not here yet.
   *
   * @param items how many items there are in all
   * @param parts into how many parts all of them would go
   */
  default List<Block> remaining(long items, int parts) {
    return Slicing.remaining(items, blocks(), parts, cyclic());
  }

  /** A kept block. */
  Outcome read(Block block);

  /**
   * Items of one kept block: those from an index on, up to another or to the block's end.
   *
   * @throws IllegalStateException if the first is not here
   */
  Outcome part(long first, long end);

  /** The order of the items that are kept here, if it is cyclic. */
  Optional<CyclicOrder> cyclic();

  /**
   * Keeps in mind that the items of a run come in cyclic order.
   *
   * @throws IllegalStateException if some of them are here
   */
  void keepCyclic(CyclicOrder order);

  /**
   * A store for what is computed beside these items, which lasts no longer than they do; the same
   * one each time. If these are kept on disk, so are those, and a run that stopped goes on there.
   *
   * @param name what is computed, in letters and hyphens
   * @param stage the workload whose results are to be kept
   * @param temporary makes the store where these items are not kept on disk
   * @throws UncheckedIOException if it cannot be made
   */
  Store stage(String name, Workload<?> stage, Supplier<Store> temporary);

  /** Deletes what was kept for stages, now and by runs that stopped. */
  void forgetStages();

  /**
   * Goes through what is kept, in item order; where that is not the order here, once all is here.
   */
  @Override
  default Iterator<Outcome> iterator() {
    return cyclic()
        .map(this::inOrder)
        .orElseGet(() -> blocks().stream().map(this::read))
        .iterator();
  }

  private Stream<Outcome> inOrder(CyclicOrder order) {
    int columns = part(0, 1).result().columns().size();
    long most = Math.max(GATHERED_ENTRIES / Math.max(1, columns), LEAST_PIECE * order.parts());
    int windows = (int) ((order.items() - 1) / most + 1);
    return Stream.concat(
        Block.split(order.items(), windows).stream().map(window -> gathered(window, order)),
        blocks().stream().filter(block -> block.first() >= order.items()).map(this::read));
  }

  /** Items in their own order, of which every part has a piece. */
  private Outcome gathered(Block window, CyclicOrder order) {
    PiecewiseResult all = new PiecewiseResult(window);
    for (int part = 0; part < order.parts(); part++) {
      long next = window.first() + Math.floorMod(part - window.first(), order.parts());
      while (next < window.end()) {
        Outcome piece = part(next, window.end());
        all.put(piece.result(), piece.block());
        next = piece.block().last() + order.parts();
      }
    }
    return new Outcome(window, all.result(), new Effort(0, "several", Double.NaN));
  }

  /** Frees what it holds. */
  @Override
  void close();
}
