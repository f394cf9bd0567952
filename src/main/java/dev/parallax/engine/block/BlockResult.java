package dev.parallax.engine.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came out of a block.
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

  /** Those of blocks one after the other, of one kind of job, as one. */
  public static BlockResult joined(List<BlockResult> parts) {
    List<Column> columns =
        IntStream.range(0, parts.get(0).columns().size())
            .mapToObj(c -> Column.joined(parts.stream().map(p -> p.columns().get(c)).toList()))
            .toList();
    List<Failure> failures = parts.stream().flatMap(part -> part.failures().stream()).toList();
    return new BlockResult(columns, failures, joinedTimes(parts));
  }

  private static ItemTimes joinedTimes(List<BlockResult> parts) {
    if (parts.stream().noneMatch(part -> part.times().areKnown())) {
      return ItemTimes.NONE;
    }
    float[] all = new float[parts.stream().mapToInt(BlockResult::size).sum()];
    int next = 0;
    for (BlockResult part : parts) {
      for (int i = 0; i < part.size(); i++) {
        all[next++] = part.times().seconds(i);
      }
    }
    return ItemTimes.of(all);
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

  /**
   * A response of the block's items as doubles; NaN where an item failed.
   *
   * @param column its place among the columns
   */
  public double[] doubles(int column, Block block) {
    double[] values = new double[block.size()];
    Arrays.setAll(values, columns.get(column)::number);
    failures.forEach(failure -> values[block.place(failure.item())] = Double.NaN);
    return values;
  }

  /** How many items it has results of; 0 where there are no columns. */
  public int size() {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  /** How many items it has results of; as many as the block has, where there are no columns. */
  public int size(Block block) {
    return columns.isEmpty() ? block.size() : size();
  }
}
