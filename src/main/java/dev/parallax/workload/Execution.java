package dev.parallax.workload;

import dev.parallax.engine.Engine;
import dev.parallax.engine.EngineException;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.Workload;
import dev.parallax.findings.Findings;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Store;
import dev.parallax.run.Verification;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A job on an engine, whatever its kind: its items, more of them while the results are not precise
 * enough, what the results say, and whether they are had again.
 *
 * @param job the job
 * @param runner runs it
 */
public record Execution(Job job, Runner runner) {
  /** Jobs of so many seconds of one core are run whole to be warm; of longer ones, items are. */
  private static final double SHORT = 1;

  private static final long STEADY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final double FASTER = 0.9;

  /** Runs all items, with the results in memory or a temporary folder. */
  public Run run() {
    return grown(runner.run(job.workload()));
  }

  /**
   * Runs the items that a store does not have.
   *
   * @param again whether those that failed before are tried again
   */
  public Run run(Store store, boolean again) {
    return grown(
        again ? runner.retryFailed(job.workload(), store) : runner.run(job.workload(), store));
  }

  /** The run with as many items more as the job finds it needs. */
  private Run grown(Run begun) {
    Run run = begun;
    for (Optional<Workload<?>> more = job.growth().more(run, runner);
        more.isPresent();
        more = job.growth().more(run, runner)) {
      run = runner.run(more.get(), run.store()).after(run);
    }
    return run;
  }

  /**
   * Brings the job's code and an engine to speed, so that what is timed next is timed warm.
   *
   * @param quiet runs the job, with the limits to an item's time, and tells nobody
   */
  public void warm(Runner quiet) {
    if (runner.tried(job.workload(), SHORT) <= SHORT) {
      steady(quiet, job.workload());
    }
  }

  /**
   * Runs a short job whole, until the JVM has compiled what it will: until it no longer gets
   * faster; or once, if it turns out to be a long one.
   */
  public static void steady(Runner quiet, Workload<?> workload) {
    double best = Double.POSITIVE_INFINITY;
    double wall;
    long now;
    long since = 0;
    do {
      Run run = quiet.run(workload);
      run.close();
      wall = run.timing().wall();
      now = System.nanoTime();
      since = wall < FASTER * best ? now : since;
      best = Math.min(best, wall);
    } while (wall <= SHORT && now - since < STEADY);
  }

  /** What the results say. */
  public Findings findings(Run run) {
    return job.conclusion().of(run, runner);
  }

  /**
   * A run with the time that the same items take serially.
   *
   * @param serial runs them on one core
   * @param quiet does so too, and tells nobody
   * @throws EngineException if their results differ
   */
  public static Run compared(Run run, Runner serial, Runner quiet) {
    if (run.timing().items() <= SHORT) {
      steady(quiet, run.workload());
    }
    Run alone = serial.run(run.workload());
    alone.close();
    if (!alone.digest().equals(run.digest())) {
      throw new EngineException(
          "serial and parallel results differ: " + alone.digest() + " and " + run.digest(), null);
    }
    return run.withSerialSeconds(alone.timing().wall());
  }

  /**
   * Findings with a line that items were computed again.
   *
   * @param serial what they are computed on again
   * @param limits what each is allowed
   * @param items how many
   * @throws EngineException with both values, if one differs
   */
  public static Findings verified(
      Run run, Findings findings, Engine serial, ItemLimits limits, int items) {
    Verification verification = Verification.of(run.workload(), run.store(), serial, limits, items);
    List<String> differences = verification.differences();
    String again = Numbers.count(verification.items(), "item");
    if (!differences.isEmpty()) {
      int more = differences.size() - 1;
      throw new EngineException(
          differences.get(0)
              + (more == 0 ? "" : ", and " + more + " more differ")
              + " of "
              + again
              + " computed again",
          null);
    }
    List<Findings.Line> lines = new ArrayList<>(findings.lines());
    lines.add(new Findings.Line("verified", again + " computed again, the same bit for bit"));
    Map<String, Object> fields = new LinkedHashMap<>(findings.fields());
    fields.put("verified", (long) verification.items());
    return findings.with(lines, fields);
  }
}
