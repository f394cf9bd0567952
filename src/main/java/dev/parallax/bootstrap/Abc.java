package dev.parallax.bootstrap;

import dev.parallax.model.Statistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ABC interval: BCa without resampling, from numerical derivatives of a statistic that takes
 * weights (DiCiccio and Efron 1992, doi:10.1093/biomet/79.2.231; quadratic form). The step is 0.01
 * / n: with a tenth of it, as elsewhere, rounding reaches the seventh digit.
 */
final class Abc implements EndRule {
  private static final double STEP = 0.01;

  /** Rows whose derivatives one thread takes. */
  private static final int CHUNK = 512;

  private final Statistic.Prepared statistic;
  private final int responses;
  private final int response;
  private final int rows;
  private final double acceleration;
  private final double correction;

  /** The least favourable direction; far along it, some weights are negative. */
  private final double[] direction;

  /**
   * The rule for one value of a statistic.
   *
   * @param statistic makes evaluators that are weighted
   * @param rows how many rows the data have
   * @param responses how many values the statistic has
   * @param response which of them is meant
   */
  Abc(Statistic.Prepared statistic, int rows, int responses, int response) {
    this.statistic = statistic;
    this.responses = responses;
    this.response = response;
    this.rows = rows;
    double step = STEP / rows;
    double[] even = new double[rows];
    Arrays.fill(even, 1.0 / rows);
    double estimate = new Weighing().of(even);
    double[] slope = new double[rows];
    double[] bend = new double[rows];
    IntStream.range(0, (rows - 1) / CHUNK + 1)
        .parallel()
        .forEach(chunk -> derivatives(chunk, step, estimate, slope, bend));
    double n = rows;
    double error = Math.sqrt(Arrays.stream(slope).map(s -> s * s).sum()) / n;
    double cubes = Arrays.stream(slope).map(s -> s * s * s).sum();
    acceleration = error == 0 ? 0 : cubes / (6 * n * n * n * error * error * error);
    direction = Arrays.stream(slope).map(s -> error == 0 ? 0 : s / (n * n * error)).toArray();
    double curve = along(step) - 2 * estimate + along(-step);
    double quadratic = error == 0 ? 0 : curve / (2 * error * step * step);
    double bias = Arrays.stream(bend).sum() / (2 * n * n);
    correction = acceleration - (error == 0 ? 0 : bias / error - quadratic);
  }

  /** Takes the first and second derivatives towards a chunk's rows. */
  private void derivatives(int chunk, double step, double estimate, double[] slope, double[] bend) {
    Weighing weighing = new Weighing();
    double[] more = new double[rows];
    double[] less = new double[rows];
    Arrays.fill(more, (1 - step) / rows);
    Arrays.fill(less, (1 + step) / rows);
    for (int i = chunk * CHUNK; i < Math.min(rows, (chunk + 1) * CHUNK); i++) {
      more[i] = (1 - step) / rows + step;
      less[i] = (1 + step) / rows - step;
      double up = weighing.of(more);
      double down = weighing.of(less);
      more[i] = (1 - step) / rows;
      less[i] = (1 + step) / rows;
      slope[i] = (up - down) / (2 * step);
      bend[i] = (up - 2 * estimate + down) / (step * step);
    }
  }

  /** One thread's evaluator. */
  private final class Weighing {
    private final Statistic.Weighted evaluator = (Statistic.Weighted) statistic.evaluator();
    private final double[] values = new double[responses];

    double of(double[] weights) {
      evaluator.weigh(weights, values);
      return values[response];
    }
  }

  /** Whether the statistic has the derivatives that the interval is made of: a median has none. */
  boolean usable() {
    return Double.isFinite(correction) && Arrays.stream(direction).anyMatch(d -> d != 0);
  }

  private double along(double by) {
    double[] weights = Arrays.stream(direction).map(d -> 1.0 / rows + by * d).toArray();
    return new Weighing().of(weights);
  }

  @Override
  public End at(double p) {
    double z = correction + StandardNormal.quantile(p);
    double stretch = 1 - acceleration * z;
    return End.fixed(stretch > 0 ? along(z / (stretch * stretch)) : Double.NaN);
  }
}
