package dev.parallax.workload.map;

import dev.parallax.engine.Workload;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import java.util.Optional;

/** Array maps: a function over integers, real numbers or texts. */
public final class MapKind implements JobKind {
  /** The kind, as the registry makes it. */
  public MapKind() {}

  @Override
  public String name() {
    return "map";
  }

  @Override
  public JobOptions options() {
    return new MapOptions();
  }

  @Override
  public Optional<Job.Conclusion> conclusion(Workload<?> workload) {
    return workload instanceof ArrayMap
        ? Optional.of((run, runner) -> MapFindings.of(run))
        : Optional.empty();
  }
}
