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
 * @param function the job's, within the limits; one object, so that what a pilot prepares is kept
 */
record Limited<S extends Serializable>(Workload<S> job, BlockFunction<S> function)
    implements Workload<S> {

  static <S extends Serializable> Limited<S> of(Workload<S> job, ItemLimits limits) {
    return new Limited<>(job, limits.around(job.function()));
  }

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
  public double openingSeconds() {
    return job.openingSeconds();
  }

  @Override
  public boolean foreseen(double seconds) {
    return job.foreseen(seconds);
  }

  @Override
  public S data(Block block) {
    return job.data(block);
  }
}
