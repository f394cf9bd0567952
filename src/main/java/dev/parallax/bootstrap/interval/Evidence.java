package dev.parallax.bootstrap.interval;

import dev.parallax.model.Range;
import java.util.Optional;

/**
 * What is known of one value of a statistic when its intervals are made.
 *
 * @param estimate its value on the data
 * @param replicates its bootstrap distribution
 * @param jackknife its jackknife, where there is one
 * @param studentization the standard errors on data and resamples, where there are any
 * @param abc the ABC rule, where the statistic takes weights
 * @param stepped whether leaving out rows moves it between two or three places, as it does a median
 * @param perturbed whether the replicates are of values with errors drawn anew and added to them
 * @param range where the value always lies
 */
public record Evidence(
    double estimate,
    BootstrapDistribution replicates,
    Optional<JackknifeResult> jackknife,
    Optional<Studentization> studentization,
    Optional<EndRule> abc,
    boolean stepped,
    boolean perturbed,
    Range range) {

  /** An estimate with its replicates and nothing else. */
  public static Evidence of(double estimate, BootstrapDistribution replicates) {
    return new Evidence(
        estimate,
        replicates,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Range.ALL);
  }

  /** This with a jackknife. */
  public Evidence with(JackknifeResult other) {
    return new Evidence(
        estimate, replicates, Optional.of(other), studentization, abc, stepped, perturbed, range);
  }

  /** This with standard errors on data and resamples. */
  public Evidence with(Studentization other) {
    return new Evidence(
        estimate, replicates, jackknife, Optional.of(other), abc, stepped, perturbed, range);
  }

  /** This with an ABC rule. */
  public Evidence with(EndRule rule) {
    Optional<EndRule> known = Optional.of(rule);
    return new Evidence(
        estimate, replicates, jackknife, studentization, known, stepped, perturbed, range);
  }

  /** This of a statistic that moves in steps, or not. */
  public Evidence moving(boolean inSteps) {
    return new Evidence(
        estimate, replicates, jackknife, studentization, abc, inSteps, perturbed, range);
  }

  /** This of replicates whose values have their errors twice, or not. */
  public Evidence perturbed(boolean added) {
    return new Evidence(
        estimate, replicates, jackknife, studentization, abc, stepped, added, range);
  }

  /** This of a value that always lies within a range. */
  public Evidence within(Range other) {
    return new Evidence(
        estimate, replicates, jackknife, studentization, abc, stepped, perturbed, other);
  }
}
