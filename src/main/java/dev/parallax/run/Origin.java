package dev.parallax.run;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import java.util.List;

/**
 * What blocks are results of. It lies in each block's file, so that another job's are not taken for
 * this one's.
 *
 * @param job tells the job from all others, such as a digest of all that its numbers depend on
 * @param columns what its responses are
 */
public record Origin(String job, List<ColumnType> columns) {

  /** Copies the list. */
  public Origin {
    if (job.isEmpty()) {
      throw new IllegalArgumentException("a job without a name");
    }
    columns = List.copyOf(columns);
  }

  /** That of a workload's results. */
  public static Origin of(String job, Workload<?> workload) {
    return new Origin(job, workload.responses().stream().map(Response::type).toList());
  }
}
