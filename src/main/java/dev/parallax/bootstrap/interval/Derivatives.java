package dev.parallax.bootstrap.interval;

import dev.parallax.model.Expansion;
import dev.parallax.model.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Derivatives of a statistic by weights, where these are equal.
 *
 * @param first the first towards each row: its influence value
 * @param second the second towards each row
 * @param curvature the second along a direction
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Derivatives(double[] first, double[] second, ToDoubleFunction<double[]> curvature) {
  /** Rows whose derivatives one thread takes. */
  private static final int CHUNK = 512;

  /** Steps are a share of a row's weight, but no longer than is good for few rows. */
  private static final double STEP = 0.1;

  private static final double LONGEST = 1e-3;

  /** The derivatives; where they are differences, these by other steps as well, the best first. */
  static List<Derivatives> of(Weighing weighing, int rows) {
    return weighing.evaluator() instanceof Statistic.Smooth smooth
        ? List.of(told(weighing, smooth, rows))
        : differences(weighing, rows);
  }

  double bend(double[] direction) {
    return curvature.applyAsDouble(direction);
  }

  private static Derivatives told(Weighing weighing, Statistic.Smooth smooth, int rows) {
    double[] first = new double[rows];
    double[] second = new double[rows];
    chunks(rows)
        .forEach(
            chunk -> {
              var own = (Statistic.Smooth) weighing.another().evaluator();
              for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                Expansion towards = own.towards(weighing.response(), row);
                first[row] = towards.first();
                second[row] = towards.second();
              }
            });
    return new Derivatives(
        first, second, direction -> smooth.along(weighing.response(), direction).second());
  }

  private static IntStream chunks(int rows) {
    return IntStream.range(0, (rows - 1) / CHUNK + 1).parallel();
  }

  /** Central differences by a step and by half of it; first what both extrapolate to. */
  private static List<Derivatives> differences(Weighing weighing, int rows) {
    double step = Math.min(LONGEST, STEP / rows);
    Derivatives whole = differences(weighing, rows, step);
    Derivatives half = differences(weighing, rows, step / 2);
    Derivatives best =
        new Derivatives(
            extrapolated(whole.first, half.first),
            extrapolated(whole.second, half.second),
            direction -> extrapolated(whole.bend(direction), half.bend(direction)));
    return List.of(best, whole, half);
  }

  private static double[] extrapolated(double[] whole, double[] half) {
    double[] values = new double[whole.length];
    Arrays.setAll(values, row -> extrapolated(whole[row], half[row]));
    return values;
  }

  /** Without the error that is quadratic in the step (Richardson). */
  private static double extrapolated(double whole, double half) {
    return half + (half - whole) / 3;
  }

  private static Derivatives differences(Weighing weighing, int rows, double step) {
    double estimate = weighing.ofEven(rows);
    double[] first = new double[rows];
    double[] second = new double[rows];
    chunks(rows)
        .forEach(
            chunk -> {
              Weighing own = weighing.another();
              double[] more = filled(rows, (1 - step) / rows);
              double[] less = filled(rows, (1 + step) / rows);
              for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                more[row] += step;
                less[row] -= step;
                double up = own.of(more);
                double down = own.of(less);
                more[row] = (1 - step) / rows;
                less[row] = (1 + step) / rows;
                first[row] = (up - down) / (2 * step);
                second[row] = second(up, estimate, down, step);
              }
            });
    return new Derivatives(
        first, second, direction -> bend(weighing, direction, estimate, rows, step));
  }

  private static double[] filled(int rows, double value) {
    double[] all = new double[rows];
    Arrays.fill(all, value);
    return all;
  }

  private static double second(double up, double middle, double down, double step) {
    return ((up - middle) - (middle - down)) / (step * step);
  }

  private static double bend(
      Weighing weighing, double[] direction, double estimate, int rows, double step) {
    double[] weights = new double[rows];
    Arrays.setAll(weights, row -> 1.0 / rows + step * direction[row]);
    double up = weighing.of(weights);
    Arrays.setAll(weights, row -> 1.0 / rows - step * direction[row]);
    double down = weighing.of(weights);
    return second(up, estimate, down, step);
  }

  /** One value of a statistic that takes weights. Not for several threads. */
  static final class Weighing {
    private final Statistic.Prepared statistic;
    private final Statistic.Weighted evaluator;
    private final double[] values;
    private final int response;

    Weighing(Statistic.Prepared statistic, int responses, int response) {
      this.statistic = statistic;
      this.response = response;
      evaluator = (Statistic.Weighted) statistic.evaluator();
      values = new double[responses];
    }

    /** The same for another thread. */
    Weighing another() {
      return new Weighing(statistic, values.length, response);
    }

    /** Of rows that are all equally likely. */
    double ofEven(int rows) {
      return of(filled(rows, 1.0 / rows));
    }

    double of(double[] weights) {
      evaluator.weigh(weights, values);
      return values[response];
    }

    Statistic.Weighted evaluator() {
      return evaluator;
    }

    int response() {
      return response;
    }
  }
}
