package dev.parallax.bootstrap;

import static dev.parallax.bootstrap.ExactStatistic.DIGITS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.Abc;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.interval.StandardNormal;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Statistics, their jackknife and their ABC interval against exact arithmetic, for many rows, at
 * large offsets, and for numbers whose squares are no doubles.
 */
class GridTest {
  private static final BigDecimal STEP = new BigDecimal("1e-30");

  /** The largest error found of each quantity, by statistic. */
  private final Map<String, Double> worst = new TreeMap<>();

  private List<String> chosen = List.of();

  private final boolean loud = Boolean.getBoolean("grid.loud");

  @Test
  void tenRowsEverywhere() {
    for (double offset : new double[] {0.5, 1e3, 1e9, 1e15}) {
      for (int scale : new int[] {-498, 0, 498}) {
        all(10, offset, scale);
      }
    }
  }

  @Test
  void moreRowsFarFromZero() {
    all(200, 1e3, 0);
    all(200, 1e15, 0);
  }

  /** With a spread of 2^scale. */
  private void all(int n, double offset, int scale) {
    ExactData data = ExactData.of(n, offset, scale);
    BigDecimal[] sums = ExactStatistic.sums(data.x(), data.y());
    for (ExactStatistic exact : ExactStatistic.values()) {
      String where = exact.label + " of " + n + " at " + offset + " with spread 2^" + scale;
      if (chosen.isEmpty() || chosen.contains(exact.label)) {
        one(exact, data, sums, where);
      }
    }
  }

  private void one(ExactStatistic exact, ExactData data, BigDecimal[] sums, String where) {
    int n = data.x().length;
    double[][] columns = data.columns(exact.columns);
    Statistic.Prepared prepared = Statistics.find(List.of(exact.label)).prepare(columns);
    BigDecimal[] means = ExactStatistic.divided(sums, n);
    BigDecimal value = exact.of(means, n);
    double estimate = prepared.evaluator().evaluate(Resample.everyRow(n));
    int unit = exact.degree * data.exponent();
    note(exact, "value", error(Math.scalb(estimate, -unit), value, value), where);
    jackknife(exact, data, sums, prepared, where);
    abc(exact, data, means, prepared, where);
  }

  private void jackknife(
      ExactStatistic exact,
      ExactData data,
      BigDecimal[] sums,
      Statistic.Prepared prepared,
      String where) {
    int n = data.x().length;
    BigDecimal value = exact.of(ExactStatistic.divided(sums, n), n);
    BigDecimal[] changes = new BigDecimal[n];
    BigDecimal total = BigDecimal.ZERO;
    for (int row = 0; row < n; row++) {
      BigDecimal[] terms = ExactStatistic.terms(data.x()[row], data.y()[row]);
      BigDecimal[] rest = sums.clone();
      Arrays.setAll(rest, k -> sums[k].subtract(terms[k]));
      changes[row] = exact.of(ExactStatistic.divided(rest, n - 1), n - 1).subtract(value);
      total = total.add(changes[row], DIGITS);
    }
    BigDecimal rows = BigDecimal.valueOf(n);
    BigDecimal others = BigDecimal.valueOf(n - 1);
    BigDecimal mean = total.divide(rows, DIGITS);
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal cubes = BigDecimal.ZERO;
    for (BigDecimal change : changes) {
      BigDecimal d = mean.subtract(change, DIGITS);
      squares = squares.add(d.multiply(d), DIGITS);
      cubes = cubes.add(d.multiply(d).multiply(d), DIGITS);
    }
    BigDecimal se = squares.multiply(others).divide(rows, DIGITS).sqrt(DIGITS);
    BigDecimal six = BigDecimal.valueOf(6);
    BigDecimal a = cubes.divide(six.multiply(squares).multiply(squares.sqrt(DIGITS)), DIGITS);

    var smooth = (Statistic.Smooth) prepared.evaluator();
    double[] told = new double[n];
    Arrays.setAll(told, row -> smooth.without(0, row).change());
    JackknifeResult result = JackknifeResult.ofChanges(told, told, new int[n]);
    int unit = exact.degree * data.exponent();
    note(exact, "jackknife error", error(Math.scalb(result.standardError(), -unit), se, se), where);
    BigDecimal bias = mean.multiply(others);
    note(exact, "jackknife bias", error(Math.scalb(result.bias(), -unit), bias, se), where);
    note(exact, "acceleration", error(result.acceleration(), a, BigDecimal.ONE), where);
  }

  private void abc(
      ExactStatistic exact,
      ExactData data,
      BigDecimal[] means,
      Statistic.Prepared prepared,
      String where) {
    int n = data.x().length;
    BigDecimal value = exact.of(means, n);
    BigDecimal[] slope = new BigDecimal[n];
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal cubes = BigDecimal.ZERO;
    BigDecimal bends = BigDecimal.ZERO;
    for (int row = 0; row < n; row++) {
      BigDecimal[] terms = ExactStatistic.terms(data.x()[row], data.y()[row]);
      BigDecimal up = exact.of(ExactStatistic.towards(means, terms, STEP), n);
      BigDecimal down = exact.of(ExactStatistic.towards(means, terms, STEP.negate()), n);
      slope[row] = up.subtract(down).divide(STEP, DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
      BigDecimal second = up.add(down).subtract(value).subtract(value).divide(STEP.pow(2), DIGITS);
      squares = squares.add(slope[row].pow(2), DIGITS);
      cubes = cubes.add(slope[row].pow(3), DIGITS);
      bends = bends.add(second, DIGITS);
    }
    BigDecimal spread = squares.sqrt(DIGITS);
    BigDecimal rows = BigDecimal.valueOf(n);
    BigDecimal error = spread.divide(rows, DIGITS);
    BigDecimal a = cubes.divide(squares.multiply(spread).multiply(BigDecimal.valueOf(6)), DIGITS);
    BigDecimal up = exact.of(along(data, means, slope, spread, STEP), n);
    BigDecimal down = exact.of(along(data, means, slope, spread, STEP.negate()), n);
    BigDecimal curve = up.add(down).subtract(value).subtract(value).divide(STEP.pow(2), DIGITS);
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal quadratic = curve.divide(error.multiply(two), DIGITS);
    BigDecimal bias = bends.divide(rows.pow(2).multiply(two), DIGITS);
    BigDecimal z0 = a.subtract(bias.divide(error, DIGITS)).add(quadratic);

    Abc abc = new Abc(prepared, n, 1, 0);
    int unit = exact.degree * data.exponent();
    for (double p : new double[] {0.025, 0.95}) {
      BigDecimal z = z0.add(new BigDecimal(StandardNormal.quantile(p)));
      BigDecimal stretch = BigDecimal.ONE.subtract(a.multiply(z));
      BigDecimal by = z.divide(stretch.pow(2), DIGITS);
      BigDecimal end = exact.of(along(data, means, slope, spread, by), n);
      double found = Math.scalb(abc.at(p).value(), -unit);
      note(exact, "abc", beyondLastPlaces(found, end, error), where);
    }
  }

  private static BigDecimal[] along(
      ExactData data, BigDecimal[] means, BigDecimal[] slope, BigDecimal spread, BigDecimal by) {
    int n = slope.length;
    BigDecimal scale = by.divide(spread.multiply(BigDecimal.valueOf(n)), DIGITS);
    BigDecimal[] moved = means.clone();
    BigDecimal total = BigDecimal.ONE;
    for (int row = 0; row < n; row++) {
      BigDecimal[] terms = ExactStatistic.terms(data.x()[row], data.y()[row]);
      BigDecimal weight = slope[row].multiply(scale, DIGITS);
      total = total.add(weight);
      for (int k = 0; k < moved.length; k++) {
        moved[k] = moved[k].add(weight.multiply(terms[k]), DIGITS);
      }
    }
    for (int k = 0; k < moved.length; k++) {
      moved[k] = moved[k].divide(total, DIGITS);
    }
    return moved;
  }

  /** In standard errors, as far as it is more than two units in the last place. */
  private static double beyondLastPlaces(double found, BigDecimal right, BigDecimal error) {
    double room = 2 * Math.ulp(right.doubleValue());
    return Math.max(0, error(found, right, error) - room / error.doubleValue());
  }

  private static double error(double found, BigDecimal right, BigDecimal unit) {
    return Double.isFinite(found)
        ? new BigDecimal(found).subtract(right).divide(unit, DIGITS).abs().doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  private void note(ExactStatistic exact, String what, double error, String where) {
    worst.merge(what + " " + exact.label, error, Math::max);
    if (loud && error > 1e-9) {
      System.out.println(what + " " + where + ": " + String.format(Locale.ROOT, "%.2g", error));
    }
    assertTrue(loud || error < 1e-9, what + " of " + where + ": " + error);
  }

  /** Part of the grid, by hand: numbers of rows, offsets, scales and statistics. */
  public static void main(String[] args) {
    GridTest grid = new GridTest();
    for (String n : args[0].split(",")) {
      for (String offset : args[1].split(",")) {
        for (String scale : args[2].split(",")) {
          grid.chosen = List.of(args[3].split(","));
          grid.all(Integer.parseInt(n), Double.parseDouble(offset), Integer.parseInt(scale));
        }
      }
      System.out.println(n);
      grid.worst.forEach(
          (what, error) -> System.out.printf(Locale.ROOT, "  %-30s %.2g%n", what, error));
    }
  }
}
