package dev.parallax.bootstrap.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.model.Expansion;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How formulas change with the weights of rows, beside differences and beside built-in ones. */
class FormulaChangesTest {
  private static final int N = 30;
  private final double[] x = new SplittableRandom(4).doubles(N, 0.2, 0.9).toArray();
  private final double[] y =
      new SplittableRandom(5).doubles(N, 0.1, 0.8).map(v -> v * v + 0.1).toArray();

  private static FormulaStatistic formula(String text) {
    return FormulaStatistic.of(Aggregation.of(text), List.of("x", "y"));
  }

  private double[][] used(FormulaStatistic formula) {
    return formula.names().stream().map(name -> name.equals("x") ? x : y).toArray(double[][]::new);
  }

  private static double at(Statistic.Smooth smooth, double[] direction, double step) {
    double[] weights = new double[N];
    Arrays.setAll(weights, row -> 1.0 / N + step * direction[row]);
    double[] values = new double[1];
    smooth.weigh(weights, values);
    return values[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(x*y)/sum(x)",
        "count(x > 0.5)/count()",
        "cov(x, y) - var(x)*sd(y)",
        "exp(mean(log(x)))",
        "log(mean(exp(x))) + log10(mean(x)) + log1p(mean(y)) + expm1(mean(y))",
        "sin(mean(x)) + cos(mean(y)) + tan(mean(x))",
        "sinh(mean(x)) - cosh(mean(y)) + tanh(mean(x)) + atan(mean(x)/mean(y))",
        "sqrt(mean(x)) + cbrt(mean(y)) + hypot(mean(x), mean(y))",
        "mean(x)^3 - mean(y)^-2 + mean(x)^0.7 + mean(x)^mean(y) + pow(mean(x), 2)",
        "abs(mean(x) - 5)*sum(x)/(2 - -corr(x, y)) + pi",
        "sum(x)^2/sum(x^2)"
      })
  void asDifferencesComeTo(String text) {
    FormulaStatistic formula = formula(text);
    Statistic.Prepared prepared = formula.prepare(used(formula));
    var smooth = (Statistic.Smooth) prepared.evaluator();
    double all = smooth.evaluate(Resample.everyRow(N));
    for (int row = 0; row < N; row++) {
      double[] direction = new double[N];
      Arrays.fill(direction, -1.0 / N);
      direction[row] += 1;
      Expansion towards = smooth.towards(0, row);
      double up = at(smooth, direction, 1e-4);
      double down = at(smooth, direction, -1e-4);
      double here = at(smooth, direction, 0);
      double size = 1 + Math.abs(towards.first()) + Math.abs(towards.second());
      assertEquals(here, towards.value(), 1e-12 * size);
      assertEquals((up - down) / 2e-4, towards.first(), 1e-6 * size);
      assertEquals(((up - here) - (here - down)) / 1e-8, towards.second(), 1e-5 * size);
      Expansion along = smooth.along(0, direction);
      assertEquals(towards.first(), along.first(), 1e-9 * size);
      assertEquals(towards.second(), along.second(), 1e-9 * size);
      double without = smooth.evaluate(Resample.everyRow(N).leavingOut().at(row));
      assertEquals(without - all, smooth.without(0, row).change(), 1e-12 * size, "row " + row);
    }
  }

  /** ABC's ends are those of the built-in statistic. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pearson | corr(x, y)",
        "slope | cov(x, y)/var(x)",
        "ratio | sum(y)/sum(x)",
        "slope-through-origin | sum(x*y)/sum(x*x)",
        "mean-difference | mean(x - y)"
      })
  void abcOfTheSameStatistic(String name, String text) {
    FormulaStatistic formula = formula(text);
    Abc same = new Abc(formula.prepare(used(formula)), N, 1, 0);
    Abc built = new Abc(Statistics.find(List.of(name)).prepare(new double[][] {x, y}), N, 1, 0);
    for (double p : new double[] {0.025, 0.5, 0.975}) {
      assertEquals(built.at(p).value(), same.at(p).value(), 1e-11);
    }
  }
}
