package dev.parallax.workload.sweep;

import dev.parallax.sum.ExactMoments;
import dev.parallax.workload.sweep.design.Saltelli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of a response's variance is due to each parameter, by the points of a {@link Saltelli}
 * design, with the jackknife's standard errors over its rows.
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
  /** Copies the lists. */
  public Sensitivity {
    first = List.copyOf(first);
    total = List.copyOf(total);
  }

  /**
   * An index.
   *
   * @param value the index; NaN where the response does not vary
   * @param standardError of it, from its values without each row; NaN where one of them is none
   */
  public record Index(double value, double standardError) {}

  /**
   * The indices of a response.
   *
   * @param responses its value at each point of the design, NaN where there is none
   * @param parameters how many parameters the design has
   */
  public static Sensitivity of(double[] responses, int parameters) {
    int points = parameters + 2;
    List<double[]> rows = defined(responses, points);
    centre(rows);
    double[] terms = new double[2 + 3 * parameters];
    double[] sums = sums(rows, terms);
    double[] found = indices(sums, rows.size());
    double[] errors = errors(found, sums, rows, terms);
    List<Index> all =
        IntStream.range(0, 2 * parameters).mapToObj(i -> new Index(found[i], errors[i])).toList();
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
   * Makes rows of f(A), f(B) and all f(AB<sub>i</sub>) those of f(A) and f(B) from their mean, and
   * of the changes from f(A) to f(AB<sub>i</sub>), in a unit in which their squares are in range.
   */
  private static void centre(List<double[]> rows) {
    // Twice: the mean as a double, and what is left of the mean beside it.
    double centre = mean(rows, 0);
    double off = mean(rows, centre);
    int exponent = exponent(rows, centre);
    for (double[] row : rows) {
      for (int i = 2; i < row.length; i++) {
        row[i] = Math.scalb(row[i] - row[0], -exponent);
      }
      row[0] = Math.scalb(row[0] - centre - off, -exponent);
      row[1] = Math.scalb(row[1] - centre - off, -exponent);
    }
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

  /** The sums over all rows. */
  private static double[] sums(List<double[]> rows, double[] terms) {
    List<ExactMoments> sums = Stream.generate(ExactMoments::new).limit(terms.length).toList();
    for (double[] row : rows) {
      fill(row, terms);
      for (int t = 0; t < terms.length; t++) {
        sums.get(t).add(terms[t]);
      }
    }
    return sums.stream().mapToDouble(ExactMoments::sum).toArray();
  }

  /**
   * What a row adds to the sums.
   *
   * @param terms where it goes: f(A) + f(B), the sum of their squares, then for each parameter its
   *     term of the first-order index, then for each that of the total one, then for each the
   *     change
   */
  private static void fill(double[] row, double[] terms) {
    int parameters = row.length - 2;
    terms[0] = row[0] + row[1];
    terms[1] = row[0] * row[0] + row[1] * row[1];
    for (int i = 0; i < parameters; i++) {
      double change = row[2 + i];
      terms[2 + i] = row[1] * change;
      terms[2 + parameters + i] = change * change / 2;
      terms[2 + 2 * parameters + i] = change;
    }
  }

  /**
   * First-order and total indices of some rows.
   *
   * @param sums over these rows; their mean need not be 0
   */
  private static double[] indices(double[] sums, int rows) {
    int parameters = (sums.length - 2) / 3;
    double n = rows;
    double mean = sums[0] / (2 * n);
    double variance = sums[1] / (2 * n) - mean * mean;
    double[] indices = new double[2 * parameters];
    for (int i = 0; i < parameters; i++) {
      double own = sums[2 + i] - mean * sums[2 + 2 * parameters + i];
      indices[i] = variance > 0 ? own / n / variance : Double.NaN;
      indices[parameters + i] = variance > 0 ? sums[2 + parameters + i] / n / variance : Double.NaN;
    }
    return indices;
  }

  /** The jackknife's standard errors: of each index, from its values without each row. */
  private static double[] errors(
      double[] found, double[] sums, List<double[]> rows, double[] terms) {
    double n = rows.size();
    double[] sum = new double[found.length];
    double[] squares = new double[found.length];
    double[] others = new double[sums.length];
    for (double[] row : rows) {
      fill(row, terms);
      for (int t = 0; t < others.length; t++) {
        others[t] = sums[t] - terms[t];
      }
      double[] without = indices(others, rows.size() - 1);
      for (int i = 0; i < found.length; i++) {
        double moved = without[i] - found[i];
        sum[i] += moved;
        squares[i] += moved * moved;
      }
    }
    return IntStream.range(0, found.length)
        .mapToDouble(i -> (squares[i] - sum[i] * sum[i] / n) * (n - 1) / n)
        .map(variance -> Math.sqrt(Math.max(0, variance)))
        .toArray();
  }
}
