package dev.parallax.engine;

import java.io.Serializable;

/**
 * A pass over a job's data that gives the results of many items together, where that is cheaper
 * than one by one. The pass is a workload itself, whose items are pieces of the data.
 *
 * @param <T> the type of the data that travel with a slice of the pass
 */
public interface Pass<T extends Serializable> {
  /** What the pass is called, in words of letters and hyphens. */
  String name();

  /**
   * The pass that gives some of the job's items.
   *
   * @param items their indices, in order
   */
  Workload<T> over(long[] items);

  /**
   * The results of the job's items, computed on the driver.
   *
   * @param items their indices, in order
   * @param pass the outcomes of {@link #over} these items, in item order
   * @return an entry of each column for each of them
   * @throws EngineException if an item of the pass failed, which is an error of ours
   */
  BlockResult results(long[] items, Iterable<Outcome> pass);
}
