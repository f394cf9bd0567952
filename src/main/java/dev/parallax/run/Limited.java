package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import java.io.Serializable;
import java.util.List;

/**
 * A job whose items are held to limits.
 *
 * @param job the job
 * @param limits what its items are allowed
 */
record Limited<S extends Serializable>(Workload<S> job, ItemLimits limits) implements Workload<S> {

  @Override
  public String name() {
    return job.name();
  }

  @Override
  public long items() {
    return job.items();
  }

  @Override
  public long seed() {
    return job.seed();
  }

  @Override
  public List<Response> inputs() {
    return job.inputs();
  }

  @Override
  public List<Column> inputs(Block block) {
    return job.inputs(block);
  }

  @Override
  public List<Response> responses() {
    return job.responses();
  }

  @Override
  public BlockFunction<S> function() {
    return limits.around(job.function());
  }

  @Override
  public S data(Block block) {
    return job.data(block);
  }
}
