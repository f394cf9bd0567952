package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A store whose items went to slices cyclically, as one in item order. What it is made of keeps
 * each part's items side by side and knows no more of the order than that there is one.
 *
 * @param kept the store with the items at their places
 * @param order where the items are
 */
record CyclicStore(Store kept, CyclicOrder order) implements Store {

  /** The store in item order: itself, if its items are in order. */
  static Store inOrder(Store store) {
    return store instanceof CyclicStore
        ? store
        : store.cyclic().<Store>map(order -> new CyclicStore(store, order)).orElse(store);
  }

  /** A store for a run that is to begin, whose items go to so many parts. */
  static Store begun(Store store, long items, int parts) {
    long count = Block.count(items, Math.min(parts, CyclicOrder.MOST_PARTS));
    if (count > CyclicOrder.MOST_PARTS) {
      throw new IllegalArgumentException(
          items + " items are too many for " + CyclicOrder.MOST_PARTS + " cyclic slices");
    }
    if (count > 0) {
      store.keepCyclic(new CyclicOrder((int) count, items));
    }
    return inOrder(store);
  }

  @Override
  public Optional<CyclicOrder> cyclic() {
    return Optional.of(order);
  }

  @Override
  public void keepCyclic(CyclicOrder other) {
    throw new IllegalStateException("the items have an order");
  }

  @Override
  public void add(Outcome outcome) {
    kept.add(
        new Outcome(order.places(outcome.block()), placed(outcome.result()), outcome.effort()));
  }

  private BlockResult placed(BlockResult result) {
    return new BlockResult(
        result.columns(),
        result.failures().stream().map(f -> f.at(order.place(f.item()))).toList(),
        result.times());
  }

  @Override
  public void amend(long[] items, BlockResult result) {
    int[] sorted =
        IntStream.range(0, items.length)
            .boxed()
            .sorted(Comparator.comparingLong(k -> order.place(items[k])))
            .mapToInt(k -> k)
            .toArray();
    BlockResult placed = placed(result);
    List<Failure> failures =
        placed.failures().stream().sorted(Comparator.comparingLong(Failure::item)).toList();
    kept.amend(
        Arrays.stream(sorted).mapToLong(k -> order.place(items[k])).toArray(),
        new BlockResult(
            placed.columns().stream().map(column -> column.inOrder(sorted)).toList(),
            failures,
            placed.times().inOrder(sorted)));
  }

  /** The blocks of items, in the order of the parts. */
  @Override
  public List<Block> blocks() {
    return kept.blocks().stream().map(order::items).toList();
  }

  @Override
  public List<Effort> efforts() {
    return kept.efforts();
  }

  @Override
  public long[] failed() {
    return LongStream.of(kept.failed()).map(order::item).sorted().toArray();
  }

  @Override
  public List<Block> remaining(long items, int parts) {
    List<Block> blocks = new ArrayList<>();
    for (Block places : kept.remaining(items, parts)) {
      for (long first = places.first(); first < places.end(); ) {
        int size = (int) (Math.min(places.end(), order.end(first)) - first);
        blocks.add(order.items(new Block(blocks.size(), first, size)));
        first += size;
      }
    }
    return blocks;
  }

  @Override
  public Outcome part(long first, long end) {
    throw new UnsupportedOperationException("items in cyclic order are read in item order");
  }

  /** The items in order, some at a time, once all are there. */
  @Override
  public Iterator<Outcome> iterator() {
    Stream<Outcome> beyond =
        kept.blocks().stream()
            .filter(block -> block.first() >= order.items())
            .map(block -> kept.part(block.first(), block.end()));
    return Stream.concat(new Gathering(kept, order).outcomes(), beyond).iterator();
  }

  @Override
  public Store stage(String name, Workload<?> stage, Supplier<Store> temporary) {
    return kept.stage(name, stage, temporary);
  }

  @Override
  public void forgetStages() {
    kept.forgetStages();
  }

  @Override
  public void close() {
    kept.close();
  }
}
