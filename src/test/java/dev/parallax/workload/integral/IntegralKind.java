package dev.parallax.workload.integral;

import dev.parallax.engine.Workload;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import java.util.Optional;

/** Integrals of formulas over a box, by random points. */
public final class IntegralKind implements JobKind {
  /** The kind, as the registry makes it. */
  public IntegralKind() {}

  @Override
  public String name() {
    return "integrate";
  }

  @Override
  public JobOptions options() {
    return new IntegralOptions();
  }

  @Override
  public Optional<Job.Conclusion> conclusion(Workload<?> workload) {
    return workload instanceof Integral integral
        ? Optional.of((run, runner) -> IntegralFindings.of(integral, run))
        : Optional.empty();
  }
}
