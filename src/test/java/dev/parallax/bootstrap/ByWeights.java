package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;

/** Statistics by their textbook formulas, with weights. */
public enum ByWeights implements Statistic {
  MEAN(1) {
    @Override
    double value(double[][] c, double[] w) {
      return sum(w, c[0]) / sum(w);
    }
  },
  /** The mean, of weights whose sum is 1. */
  TOTAL(1) {
    @Override
    double value(double[][] c, double[] w) {
      return sum(w, c[0]);
    }
  },
  RATIO(2) {
    @Override
    double value(double[][] c, double[] w) {
      return sum(w, c[1]) / sum(w, c[0]);
    }
  },
  CORRELATION(2) {
    @Override
    double value(double[][] c, double[] w) {
      double x = sum(w, c[0]) / sum(w);
      double y = sum(w, c[1]) / sum(w);
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int i = 0; i < w.length; i++) {
        xx += w[i] * (c[0][i] - x) * (c[0][i] - x);
        yy += w[i] * (c[1][i] - y) * (c[1][i] - y);
        xy += w[i] * (c[0][i] - x) * (c[1][i] - y);
      }
      return xy / Math.sqrt(xx * yy);
    }
  };

  private final int columns;

  ByWeights(int columns) {
    this.columns = columns;
  }

  abstract double value(double[][] columns, double[] weights);

  private static double sum(double[] weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    return sum;
  }

  private static double sum(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public Prepared prepare(double[][] data) {
    return () -> new OfCounts(this, data);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record OfCounts(ByWeights statistic, double[][] data) implements Weighted {
    @Override
    public double evaluate(Resample resample) {
      double[] weights = new double[data[0].length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = resample.counts()[i];
      }
      return statistic.value(data, weights);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      values[0] = statistic.value(data, weights);
    }
  }
}
