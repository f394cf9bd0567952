package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Outcome;
import java.util.Iterator;
import java.util.List;

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

  /** Goes through what is kept, in item order. */
  @Override
  Iterator<Outcome> iterator();

  /** Frees what it holds. */
  @Override
  void close();
}
