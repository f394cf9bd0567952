package dev.parallax.bootstrap;

import dev.parallax.model.Statistic;
import java.util.Arrays;

/**
 * The ABC interval: BCa without resampling, from numerical derivatives of a statistic that takes
 * weights (DiCiccio and Efron 1992, doi:10.1093/biomet/79.2.231; quadratic form). The step is 0.01
 * / n: with a tenth of it, as elsewhere, rounding reaches the seventh digit.
 */
final class Abc implements EndRule {
  private static final double STEP = 0.01;

  private final Statistic.Weighted statistic;
  private final int response;
  private final double[] values;
  private final double[] even;
  private final double step;
  private final double acceleration;
  private final double correction;

  /** The least favourable direction; far along it, some weights are negative. */
  private final double[] direction;

  /**
   * The rule for one value of a statistic.
   *
   * @param statistic a thread's own evaluator
   * @param rows how many rows the data have
   * @param responses how many values the statistic has
   * @param response which of them is meant
   */
  Abc(Statistic.Weighted statistic, int rows, int responses, int response) {
    this.statistic = statistic;
    this.response = response;
    values = new double[responses];
    even = new double[rows];
    Arrays.fill(even, 1.0 / rows);
    step = STEP / rows;
    double estimate = at(even);
    double[] slope = new double[rows];
    double curvature = 0;
    for (int i = 0; i < rows; i++) {
      double up = towards(i, step);
      double down = towards(i, -step);
      slope[i] = (up - down) / (2 * step);
      curvature += (up - 2 * estimate + down) / (step * step);
    }
    double n = rows;
    double error = Math.sqrt(sum(slope, 2)) / n;
    acceleration = error == 0 ? 0 : sum(slope, 3) / (6 * n * n * n * error * error * error);
    direction = Arrays.stream(slope).map(s -> error == 0 ? 0 : s / (n * n * error)).toArray();
    double bend = along(step) - 2 * estimate + along(-step);
    double quadratic = error == 0 ? 0 : bend / (2 * error * step * step);
    double bias = curvature / (2 * n * n);
    correction = acceleration - (error == 0 ? 0 : bias / error - quadratic);
  }

  /** Whether the statistic has the derivatives that the interval is made of: a median has none. */
  boolean usable() {
    return Double.isFinite(correction) && Arrays.stream(direction).anyMatch(d -> d != 0);
  }

  private static double sum(double[] values, int power) {
    double sum = 0;
    for (double v : values) {
      sum += power == 2 ? v * v : v * v * v;
    }
    return sum;
  }

  /** The statistic with the weights moved towards one row. */
  private double towards(int row, double by) {
    double[] weights = even.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 1 - by;
    }
    weights[row] += by;
    return at(weights);
  }

  private double along(double by) {
    double[] weights = even.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] += by * direction[i];
    }
    return at(weights);
  }

  private double at(double[] weights) {
    statistic.weigh(weights, values);
    return values[response];
  }

  @Override
  public End at(double p) {
    double z = correction + StandardNormal.quantile(p);
    double stretch = 1 - acceleration * z;
    return End.fixed(stretch > 0 ? along(z / (stretch * stretch)) : Double.NaN);
  }
}
