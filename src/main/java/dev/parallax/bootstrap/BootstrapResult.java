package dev.parallax.bootstrap;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * What a bootstrap says about an estimate.
 *
 * @param estimate the observed statistic
 * @param bias the mean of the replicates minus the estimate
 * @param standardError the standard deviation of the replicates, with divisor B - 1; NaN for fewer
 *     than two
 * @param resamples how many resamples were drawn, B
 * @param undefined how many of them have no finite statistic and enter nothing else
 * @param intervals the confidence intervals
 */
public record BootstrapResult(
    double estimate,
    double bias,
    double standardError,
    long resamples,
    long undefined,
    List<Interval> intervals) {

  static BootstrapResult of(double estimate, double[] replicates, List<Double> levels) {
    double[] defined = Arrays.stream(replicates).filter(Double::isFinite).toArray();
    double bias = new Mean().evaluate(defined) - estimate;
    double error = defined.length < 2 ? Double.NaN : new StandardDeviation().evaluate(defined);
    List<Interval> intervals = PercentileInterval.of(defined, levels);
    int undefined = replicates.length - defined.length;
    return new BootstrapResult(estimate, bias, error, replicates.length, undefined, intervals);
  }

  static BootstrapResult exact(
      double estimate, double[] replicates, double[] probabilities, List<Double> levels) {
    BootstrapDistribution all = BootstrapDistribution.exact(replicates, probabilities);
    List<Interval> intervals =
        levels.stream()
            .map(
                level ->
                    new Interval(
                        "percentile",
                        level,
                        all.quantile((1 - level) / 2),
                        all.quantile((1 + level) / 2)))
            .toList();
    long undefined = Arrays.stream(replicates).filter(v -> !Double.isFinite(v)).count();
    return new BootstrapResult(
        estimate,
        all.mean() - estimate,
        all.standardDeviation(),
        replicates.length,
        undefined,
        intervals);
  }
}
