package dev.parallax.workload.sweep;

import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.sum.ExactMoments;
import dev.parallax.workload.sweep.design.Saltelli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a response's variance is due to each parameter, by the points of a {@link Saltelli}
 * design, with bootstrap standard errors over its rows.
 *
 * <p>With f(A), f(B) and f(AB<sub>i</sub>) the responses of a row, less the mean of all f(A) and
 * f(B), and V the variance of these, the first-order index of parameter i is the mean of f(B)
 * (f(AB<sub>i</sub>) - f(A)) over V (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018), and its
 * total index half the mean of (f(A) - f(AB<sub>i</sub>))<sup>2</sup> over V (Jansen 1999,
 * doi:10.1016/S0010-4655(98)00154-4). Rows in which a response is not a finite number are left out.
 *
 * <p>The errors are those of rows drawn at random, and so rather too large for the even rows of a
 * sequence.
 *
 * @param first for each parameter, what it explains by itself
 * @param total for each parameter, what it explains together with others
 * @param rows how many rows the indices are of
 * @param left how many rows were left out
 */
public record Sensitivity(List<Index> first, List<Index> total, int rows, int left) {
  /** How many resamples of the rows the standard errors come from: known to 5 %. */
  public static final int RESAMPLES = 200;

  /** Copies the lists. */
  public Sensitivity {
    first = List.copyOf(first);
    total = List.copyOf(total);
  }

  /**
   * An index.
   *
   * @param value the index; NaN where the response does not vary
   * @param standardError of it; NaN where there is none
   */
  public record Index(double value, double standardError) {}

  /**
   * The indices of a response.
   *
   * @param responses its value at each point of the design, NaN where there is none
   * @param parameters how many parameters the design has
   * @param seed what the bootstrap's streams come from
   */
  public static Sensitivity of(double[] responses, int parameters, long seed) {
    int points = parameters + 2;
    List<double[]> rows = defined(responses, points);
    double[] terms = terms(rows, parameters);
    double[] found = indices(exactSums(terms, parameters), rows.size());
    double[][] resampled =
        IntStream.range(0, RESAMPLES)
            .parallel() // each from its own stream
            .mapToObj(
                b -> indices(sums(terms, drawn(rows.size(), seed, b), parameters), rows.size()))
            .toArray(double[][]::new);
    List<Index> all =
        IntStream.range(0, 2 * parameters)
            .mapToObj(i -> new Index(found[i], deviation(resampled, i)))
            .toList();
    return new Sensitivity(
        all.subList(0, parameters),
        all.subList(parameters, 2 * parameters),
        rows.size(),
        responses.length / points - rows.size());
  }

  /** The rows of which every response is a number. */
  private static List<double[]> defined(double[] responses, int points) {
    List<double[]> rows = new ArrayList<>();
    for (int from = 0; from + points <= responses.length; from += points) {
      double[] row = Arrays.copyOfRange(responses, from, from + points);
      if (Arrays.stream(row).allMatch(Double::isFinite)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * What is summed over rows, one row after another: f(A) + f(B), the sum of their squares, then
   * for each parameter its term of the first-order index, then for each that of the total one.
   */
  private static double[] terms(List<double[]> rows, int parameters) {
    // Twice: the mean as a double, and what is left of the mean beside it.
    double centre = mean(rows, 0);
    double off = mean(rows, centre);
    int exponent = exponent(rows, centre);
    int size = 2 + 2 * parameters;
    double[] terms = new double[Math.multiplyExact(rows.size(), size)];
    int at = 0;
    for (double[] row : rows) {
      double a = Math.scalb(row[0] - centre - off, -exponent);
      double b = Math.scalb(row[1] - centre - off, -exponent);
      terms[at] = a + b;
      terms[at + 1] = a * a + b * b;
      for (int i = 0; i < parameters; i++) {
        double change = Math.scalb(row[2 + i] - row[0], -exponent);
        terms[at + 2 + i] = b * change;
        terms[at + 2 + parameters + i] = change * change / 2;
      }
      at += size;
    }
    return terms;
  }

  /** The mean of f(A) and f(B), less a centre. */
  private static double mean(List<double[]> rows, double centre) {
    ExactMoments moments = new ExactMoments();
    for (double[] row : rows) {
      moments.add(row[0] - centre);
      moments.add(row[1] - centre);
    }
    return moments.mean();
  }

  /** Of the unit in which no distance from a centre is above 2, so that squares are in range. */
  private static int exponent(List<double[]> rows, double centre) {
    double largest =
        rows.stream()
            .flatMapToDouble(Arrays::stream)
            .map(value -> Math.abs(value - centre))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  private static int[] drawn(int rows, long seed, int resample) {
    int[] drawn = new int[rows];
    if (rows > 0) {
      RandomStream.of(seed, Purpose.RESAMPLE, resample).bounded(rows, drawn, 0, rows);
    }
    return drawn;
  }

  private static double[] sums(double[] terms, int[] chosen, int parameters) {
    double[] sums = new double[2 + 2 * parameters];
    for (int row : chosen) {
      for (int t = 0; t < sums.length; t++) {
        sums[t] += terms[row * sums.length + t];
      }
    }
    return sums;
  }

  private static double[] exactSums(double[] terms, int parameters) {
    double[] sums = new double[2 + 2 * parameters];
    for (int t = 0; t < sums.length; t++) {
      ExactMoments sum = new ExactMoments();
      for (int at = t; at < terms.length; at += sums.length) {
        sum.add(terms[at]);
      }
      sums[t] = sum.sum();
    }
    return sums;
  }

  private static double[] indices(double[] sums, double n) {
    double mean = sums[0] / (2 * n);
    double variance = sums[1] / (2 * n) - mean * mean;
    return IntStream.range(2, sums.length)
        .mapToDouble(t -> variance > 0 ? sums[t] / n / variance : Double.NaN)
        .toArray();
  }

  private static double deviation(double[][] resampled, int index) {
    double mean = Arrays.stream(resampled).mapToDouble(r -> r[index]).sum() / RESAMPLES;
    double squares =
        Arrays.stream(resampled).mapToDouble(r -> (r[index] - mean) * (r[index] - mean)).sum();
    return Math.sqrt(squares / (RESAMPLES - 1));
  }
}
