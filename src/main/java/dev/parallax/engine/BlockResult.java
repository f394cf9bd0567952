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
}
