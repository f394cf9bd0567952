package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Workload;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Keeps the finished blocks of a run and gives them back in item order, as often as asked. */
public interface Store extends Iterable<Outcome>, AutoCloseable {

  /** Keeps a block. */
  void add(Outcome outcome);

  /**
   * Replaces the results of single items of the blocks that are kept.
   *
   * @param items the items' indices, in order
   * @param result an entry of each column for each of them, and those that failed
   */
  void amend(long[] items, BlockResult result);

  /** The blocks kept so far, in item order. */
  List<Block> blocks();

  /** What each of the {@link #blocks} took. */
  List<Effort> efforts();

  /** The items that failed, in order. */
  default long[] failed() {
    LongStream.Builder failed = LongStream.builder();
    forEach(outcome -> outcome.result().failures().forEach(f -> failed.add(f.item())));
    return failed.build().toArray();
  }

  /**
   * Blocks for the items that are not here yet.
   *
   * @param items how many items there are in all
   * @param parts into how many parts all of them would go
   */
  default List<Block> remaining(long items, int parts) {
    return Slicing.remaining(items, blocks(), parts);
  }

  /**
   * Items of one kept block: those from an index on, up to another or to the block's end.
   *
   * @throws IllegalStateException if the first is not here
   */
  Outcome part(long first, long end);

  /** The order of the items that are kept here, if it is cyclic: their indices are places then. */
  default Optional<CyclicOrder> cyclic() {
    return Optional.empty();
  }

  /**
   * Keeps in mind that the items of a run come in cyclic order, before the first of them is here.
   *
   * @throws UnsupportedOperationException if this store cannot
   */
  default void keepCyclic(CyclicOrder order) {
    throw new UnsupportedOperationException("this store keeps items in their order");
  }

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

  /** Goes through what is kept, in item order. */
  @Override
  Iterator<Outcome> iterator();

  /** Frees what it holds. */
  @Override
  void close();
}
