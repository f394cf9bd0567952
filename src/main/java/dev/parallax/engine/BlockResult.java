package dev.parallax.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What a block function returns.
 *
 * @param columns one per response of the workload, each with an entry for each item of the block
 * @param failures the items that failed, in item order
 * @param times how long each item took, if they were timed
 */
public record BlockResult(List<Column> columns, List<Failure> failures, ItemTimes times)
    implements Serializable {

  /** Copies both lists. */
  public BlockResult {
    columns = List.copyOf(columns);
    failures = List.copyOf(failures);
  }

  /** The result of items that were not timed. */
  public BlockResult(List<Column> columns, List<Failure> failures) {
    this(columns, failures, ItemTimes.NONE);
  }

  /** How each item of the block went. */
  public ItemStatus[] statuses(Block block) {
    ItemStatus[] statuses = new ItemStatus[block.size()];
    Arrays.fill(statuses, ItemStatus.OK);
    for (Column column : columns) {
      if (column instanceof Column.Doubles doubles) {
        for (int i = 0; i < statuses.length; i++) {
          statuses[i] = Double.isNaN(doubles.values()[i]) ? ItemStatus.NAN : statuses[i];
        }
      }
    }
    failures.forEach(failure -> statuses[block.place(failure.item())] = ItemStatus.FAILED);
    return statuses;
  }

  /** How many items it has results of; 0 where there are no columns. */
  int size() {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  /** How many items it has results of; as many as the block has, where there are no columns. */
  int size(Block block) {
    return columns.isEmpty() ? block.size() : size();
  }

  /**
   * The result without the items from {@code end} on, and with entries of 0 where an item failed:
   * one that was late may have stored something.
   */
  BlockResult upTo(int end, Block block) {
    for (Failure failure : failures) {
      columns.forEach(column -> column.clear(block.place(failure.item())));
    }
    return end >= block.size()
        ? this
        : new BlockResult(
            columns.stream().map(c -> c.part(0, end)).toList(), failures, times.part(0, end));
  }
}
