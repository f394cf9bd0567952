package dev.parallax.workload.sweep;

import dev.parallax.engine.Workload;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import java.util.Optional;

/** Parameter sweeps: a model over a grid, a sample or a table of parameters. */
public final class SweepKind implements JobKind {
  /** The kind, as the registry makes it. */
  public SweepKind() {}

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public JobOptions options() {
    return new SweepOptions();
  }

  @Override
  public Optional<Job.Conclusion> conclusion(Workload<?> workload) {
    return workload instanceof Sweep sweep
        ? Optional.of((run, runner) -> SweepFindings.of(sweep, run))
        : Optional.empty();
  }
}
