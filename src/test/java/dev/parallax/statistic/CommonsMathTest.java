package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Statistic.Evaluator;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.Precision;
import org.junit.jupiter.api.Test;

/** Each statistic against Commons Math on copied rows, for thousands of resamples. */
class CommonsMathTest {
  private final SplittableRandom random = new SplittableRandom(20);

  /** Correlated columns; {@code steps} > 0 rounds them to steps, so that the data has ties. */
  private double[][] columns(int n, int steps) {
    double[][] columns = new double[2][n];
    double share = random.nextDouble(-1, 1);
    for (int row = 0; row < n; row++) {
      double x = random.nextGaussian();
      double y = share * x + random.nextGaussian();
      columns[0][row] = steps > 0 ? whole(x * steps) : x;
      columns[1][row] = steps > 0 ? whole(y * steps) : 1e3 * y + 5;
    }
    return columns;
  }

  /** Never -0, which Commons Math ranks below 0. */
  private static double whole(double value) {
    return Math.rint(value) + 0.0;
  }

  void compare(
      dev.parallax.model.Statistic ours, ToDoubleFunction<double[][]> oracle, double tolerance) {
    for (int n : new int[] {2, 3, 5, 8, 15, 24, 100, 301}) {
      for (int steps = 0; steps < 4; steps++) {
        double[][] columns = columns(n, steps);
        double[][] asked = ours.columns() == 2 ? columns : new double[][] {columns[0]};
        Evaluator evaluator = ours.prepare(asked).evaluator();
        for (int b = 0; b < 100; b++) {
          Drawn drawn = Drawn.random(n, random);
          double[][] copied = {drawn.copy(columns[0]), drawn.copy(columns[1])};
          double expected = oracle.applyAsDouble(copied);
          double value = evaluator.evaluate(drawn);
          double slack = tolerance * Math.max(1, Math.abs(expected));
          boolean agree =
              undefined(ours, copied) || Double.isNaN(expected)
                  ? Double.isNaN(value)
                  : Math.abs(value - expected) <= slack;
          assertTrue(agree, () -> "n " + copied[0].length + ": " + value + " for " + expected);
        }
      }
    }
  }

  /** Commons Math's own answer for constant columns may be rounding noise. */
  private static boolean undefined(dev.parallax.model.Statistic ours, double[][] columns) {
    boolean x = constant(columns[0]);
    if (ours instanceof Slope || ours instanceof Intercept) {
      return x;
    }
    return ours instanceof Skewness ? x : correlation(ours) && (x || constant(columns[1]));
  }

  private static boolean correlation(dev.parallax.model.Statistic ours) {
    return ours instanceof Pearson || ours instanceof Spearman || ours instanceof Kendall;
  }

  private static boolean constant(double[] column) {
    for (double value : column) {
      if (value != column[0]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void pearson() {
    compare(new Pearson(), c -> new PearsonsCorrelation().correlation(c[0], c[1]), 1e-12);
  }

  @Test
  void spearman() {
    compare(new Spearman(), c -> new SpearmansCorrelation().correlation(c[0], c[1]), 1e-13);
  }

  @Test
  void slope() {
    compare(new Slope(), CommonsMathTest::regression, 1e-11);
  }

  private static double regression(double[][] columns) {
    SimpleRegression line = new SimpleRegression();
    for (int row = 0; row < columns[0].length; row++) {
      line.addData(columns[0][row], columns[1][row]);
    }
    return line.getSlope();
  }

  @Test
  void mean() {
    compare(
        new Mean(),
        c -> new org.apache.commons.math3.stat.descriptive.moment.Mean().evaluate(c[0]),
        4e-15);
  }

  @Test
  void standardDeviation() {
    compare(
        new dev.parallax.statistic.StandardDeviation(),
        c -> new StandardDeviation().evaluate(c[0]),
        1e-14);
  }

  @Test
  void median() {
    compare(
        new dev.parallax.statistic.Median(), c -> new Median().evaluate(c[0]), Precision.EPSILON);
  }

  /** The oracle of the slope is what it is taken for. */
  @Test
  void regressionOfALine() {
    assertEquals(2, regression(new double[][] {{0, 1, 2}, {1, 3, 5}}), 1e-15);
  }
}
