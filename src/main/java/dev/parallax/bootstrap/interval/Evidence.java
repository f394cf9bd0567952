package dev.parallax.bootstrap.interval;

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
 */
public record Evidence(
    double estimate,
    BootstrapDistribution replicates,
    Optional<JackknifeResult> jackknife,
    Optional<Studentization> studentization,
    Optional<EndRule> abc,
    boolean stepped) {

  /** An estimate with its replicates and nothing else. */
  public static Evidence of(double estimate, BootstrapDistribution replicates) {
    return new Evidence(
        estimate, replicates, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** This with a jackknife. */
  public Evidence with(JackknifeResult other) {
    return new Evidence(estimate, replicates, Optional.of(other), studentization, abc, stepped);
  }

  /** This with standard errors on data and resamples. */
  public Evidence with(Studentization other) {
    return new Evidence(estimate, replicates, jackknife, Optional.of(other), abc, stepped);
  }

  /** This with an ABC rule. */
  public Evidence with(EndRule rule) {
    return new Evidence(
        estimate, replicates, jackknife, studentization, Optional.of(rule), stepped);
  }

  /** This of a statistic that moves in steps, or not. */
  public Evidence moving(boolean inSteps) {
    return new Evidence(estimate, replicates, jackknife, studentization, abc, inSteps);
  }
}
