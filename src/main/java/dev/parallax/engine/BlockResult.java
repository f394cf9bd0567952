package dev.parallax.engine;

import java.io.Serializable;
import java.util.List;

/**
 * What a block function returns.
 *
 * @param columns one per response of the workload, each with an entry for each item of the block
 * @param failures the items that failed, in item order
 */
public record BlockResult(List<Column> columns, List<Failure> failures) implements Serializable {

  /** Copies both lists. */
  public BlockResult {
    columns = List.copyOf(columns);
    failures = List.copyOf(failures);
  }

  /** How many items it has results of; as many as the block has, where there are no columns. */
  int size(Block block) {
    return columns.isEmpty() ? block.size() : columns.get(0).size();
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
        : new BlockResult(columns.stream().map(c -> c.part(0, end)).toList(), failures);
  }
}
