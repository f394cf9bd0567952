package dev.parallax.statistic.path;

import dev.parallax.model.Expansion;
import dev.parallax.sum.ExactSum;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A statistic that is a function of weighted means, of each row's terms. Along a straight line of
 * weights the means are straight too, or quotients of what is.
 */
public final class PathOfMeans implements Path {

  /** What is averaged: some numbers for each row. */
  @FunctionalInterface
  interface Terms {
    void of(int row, double[] terms);
  }

  private final int rows;
  private final int width;
  private final Terms terms;
  private final Function<Expansion[], Expansion> function;
  private final double[] means;

  PathOfMeans(int rows, int width, Terms terms, Function<Expansion[], Expansion> function) {
    this.rows = rows;
    this.width = width;
    this.terms = terms;
    this.function = function;
    double[] even = new double[rows];
    Arrays.fill(even, 1);
    means = sums(even);
    for (int k = 0; k < width; k++) {
      means[k] /= rows;
    }
  }

  private double[] sums(double[] factors) {
    ExactSum[] sums = new ExactSum[width];
    Arrays.setAll(sums, k -> new ExactSum());
    double[] row = new double[width];
    for (int i = 0; i < rows; i++) {
      terms.of(i, row);
      for (int k = 0; k < width; k++) {
        sums[k].add(factors[i] * row[k]);
      }
    }
    return Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
  }

  @Override
  public Expansion towards(int row) {
    double[] own = new double[width];
    terms.of(row, own);
    Expansion[] all = new Expansion[width];
    for (int k = 0; k < width; k++) {
      all[k] = Expansion.line(means[k], own[k] - means[k]);
    }
    return function.apply(all);
  }

  @Override
  public Expansion without(int row) {
    double[] own = new double[width];
    terms.of(row, own);
    Expansion[] all = new Expansion[width];
    for (int k = 0; k < width; k++) {
      all[k] = Expansion.changing(means[k], (means[k] - own[k]) / (rows - 1));
    }
    return function.apply(all);
  }

  /** The value for weights; NaN where it is infinite. */
  public double at(double[] weights) {
    double[] weighted = sums(weights);
    ExactSum total = new ExactSum();
    for (double weight : weights) {
      total.add(weight);
    }
    Expansion[] all = new Expansion[width];
    Arrays.setAll(all, k -> Expansion.constant(weighted[k] / total.value()));
    double value = function.apply(all).value();
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  @Override
  public Expansion along(double[] direction) {
    double[] slopes = sums(direction);
    ExactSum total = new ExactSum();
    for (double d : direction) {
      total.add(d);
    }
    Expansion weight = Expansion.line(1, total.value());
    Expansion[] all = new Expansion[width];
    for (int k = 0; k < width; k++) {
      all[k] = Expansion.line(means[k], slopes[k]).over(weight);
    }
    return function.apply(all);
  }
}
