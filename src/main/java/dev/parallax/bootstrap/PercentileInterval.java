package dev.parallax.bootstrap;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * The percentile interval: the quantiles (1 - level) / 2 and (1 + level) / 2 of the replicates, by
 * linear interpolation between order statistics (type 7 of Hyndman and Fan 1996,
 * doi:10.1080/00031305.1996.10473566).
 */
final class PercentileInterval {
  private PercentileInterval() {}

  static List<Interval> of(double[] replicates, List<Double> levels) {
    levels.forEach(PercentileInterval::checkLevel);
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    quantiles.setData(replicates);
    return levels.stream()
        .map(
            level ->
                new Interval(
                    "percentile",
                    level,
                    quantile(quantiles, (1 - level) / 2),
                    quantile(quantiles, (1 + level) / 2)))
        .toList();
  }

  private static double quantile(Percentile quantiles, double p) {
    return quantiles.evaluate(100 * p);
  }

  private static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + level);
    }
  }
}
