package dev.parallax.bootstrap;

import dev.parallax.model.Statistic;

/** One value of a statistic that takes weights. Not for several threads. */
final class Weighing {
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
