package dev.parallax.bootstrap.interval;

import dev.parallax.model.Range;
import dev.parallax.text.Digits;
import java.util.List;
import java.util.Optional;

/**
 * What a bootstrap says about one value of a statistic.
 *
 * @param name the value's name
 * @param estimate the observed statistic
 * @param bias the mean of the replicates minus the estimate
 * @param biasError the Monte Carlo error of the bias: how far that of other seeds scatters, as a
 *     standard deviation; 0 for an exact distribution
 * @param standardError the standard deviation of the replicates, with divisor B - 1, or none where
 *     the distribution is exact; NaN for fewer than two
 * @param standardErrorError the Monte Carlo error of the standard error
 * @param resamples how many resamples were drawn, B
 * @param undefined how many of them have no finite statistic and enter nothing else
 * @param distribution the others
 * @param range where the value always lies, whatever the ends of intervals are
 * @param jackknife what the jackknife says, where there was one
 * @param intervals the confidence intervals, level by level
 * @param cautions what should be known before any of this is quoted, a sentence each
 */
public record BootstrapResult(
    String name,
    double estimate,
    double bias,
    double biasError,
    double standardError,
    double standardErrorError,
    long resamples,
    long undefined,
    BootstrapDistribution distribution,
    Range range,
    Optional<JackknifeResult> jackknife,
    List<Interval> intervals,
    List<String> cautions) {

  public static BootstrapResult of(
      String name, Evidence evidence, Intervals wanted, long resamples, int rows) {
    BootstrapDistribution d = evidence.replicates();
    List<Interval> intervals = wanted.of(evidence);
    return new BootstrapResult(
        name,
        evidence.estimate(),
        d.mean() - evidence.estimate(),
        MonteCarloError.ofMean(d),
        d.standardDeviation(),
        MonteCarloError.ofDeviation(d),
        resamples,
        resamples - d.size(),
        d,
        evidence.range(),
        evidence.jackknife(),
        intervals,
        Cautions.of(evidence, intervals, wanted.transform(), rows));
  }

  /** Estimate, standard error and intervals in one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    text.append(": estimate ").append(Digits.shortest(estimate));
    text.append(", bias ").append(Digits.shortest(bias));
    text.append(", standard error ").append(Digits.shortest(standardError));
    for (Interval interval : intervals) {
      text.append(", ").append(interval);
    }
    return text.toString();
  }
}
