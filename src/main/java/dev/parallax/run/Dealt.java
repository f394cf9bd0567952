package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A store whose items were dealt to slices like cards, as one in item order. What it is made of
 * keeps each hand's items side by side and knows of no deal but that there is one.
 *
 * @param kept the store with the items at their places
 * @param cards where the items are
 */
record Dealt(Store kept, Deal cards) implements Store {

  /** The store in item order: itself, if nothing was dealt. */
  static Store inOrder(Store store) {
    return store instanceof Dealt
        ? store
        : store.deal().<Store>map(deal -> new Dealt(store, deal)).orElse(store);
  }

  /** Deals the items of a run that is to begin. */
  static Store begun(Store store, long items, int hands) {
    long count = Block.count(items, Math.min(hands, Deal.MOST_HANDS));
    if (count > Deal.MOST_HANDS) {
      throw new IllegalArgumentException(
          items + " items are too many to be dealt to " + Deal.MOST_HANDS + " slices");
    }
    if (count > 0) {
      store.deal(new Deal((int) count, items));
    }
    return inOrder(store);
  }

  @Override
  public Optional<Deal> deal() {
    return Optional.of(cards);
  }

  @Override
  public void deal(Deal other) {
    throw new IllegalStateException("the cards are dealt");
  }

  @Override
  public void add(Outcome outcome) {
    kept.add(
        new Outcome(cards.places(outcome.block()), placed(outcome.result()), outcome.effort()));
  }

  private BlockResult placed(BlockResult result) {
    return new BlockResult(
        result.columns(),
        result.failures().stream().map(f -> f.at(cards.place(f.item()))).toList(),
        result.times());
  }

  @Override
  public void amend(long[] items, BlockResult result) {
    int[] order =
        IntStream.range(0, items.length)
            .boxed()
            .sorted(Comparator.comparingLong(k -> cards.place(items[k])))
            .mapToInt(k -> k)
            .toArray();
    BlockResult placed = placed(result);
    List<Failure> failures =
        placed.failures().stream().sorted(Comparator.comparingLong(Failure::item)).toList();
    kept.amend(
        Arrays.stream(order).mapToLong(k -> cards.place(items[k])).toArray(),
        new BlockResult(
            placed.columns().stream().map(column -> column.inOrder(order)).toList(),
            failures,
            placed.times().inOrder(order)));
  }

  /** The blocks of items, in the order of the hands. */
  @Override
  public List<Block> blocks() {
    return kept.blocks().stream().map(cards::items).toList();
  }

  @Override
  public List<Effort> efforts() {
    return kept.efforts();
  }

  @Override
  public long[] failed() {
    return LongStream.of(kept.failed()).map(cards::item).sorted().toArray();
  }

  @Override
  public List<Block> remaining(long items, int parts) {
    List<Block> blocks = new ArrayList<>();
    for (Block places : kept.remaining(items, parts)) {
      for (long first = places.first(); first < places.end(); ) {
        int size = (int) (Math.min(places.end(), cards.end(first)) - first);
        blocks.add(cards.items(new Block(blocks.size(), first, size)));
        first += size;
      }
    }
    return blocks;
  }

  @Override
  public Outcome part(long first, long end) {
    throw new UnsupportedOperationException("items that were dealt are read in order");
  }

  /** The items in order, some at a time, once all are there. */
  @Override
  public Iterator<Outcome> iterator() {
    Stream<Outcome> beyond =
        kept.blocks().stream()
            .filter(block -> block.first() >= cards.items())
            .map(block -> kept.part(block.first(), block.end()));
    return Stream.concat(new Gathering(kept, cards).outcomes(), beyond).iterator();
  }

  @Override
  public void close() {
    kept.close();
  }
}
