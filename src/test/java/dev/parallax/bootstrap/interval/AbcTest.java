package dev.parallax.bootstrap.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.ByWeights;
import dev.parallax.model.Expansion;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbcTest {
  private static final double Z = 1.959963984540054;

  private static double[] normals(int n, double mean, double sd) {
    SplittableRandom random = new SplittableRandom(n);
    return random.doubles(n).map(u -> mean + sd * StandardNormal.quantile(u)).toArray();
  }

  private static Abc abc(String name, double[]... columns) {
    Statistic.Prepared prepared = Statistics.find(List.of(name)).prepare(columns);
    return new Abc(prepared, columns[0].length, 1, 0);
  }

  /** Of a mean: mean + σ λ / (1 - a λ)², λ = z + a, with a of the third moment; σ by divisor n. */
  @ParameterizedTest
  @ValueSource(ints = {12, 500, 20_000})
  void ofAMeanInClosedForm(int n) {
    double[] offsets = {0, 37, 1e7};
    for (double offset : offsets) {
      double[] values = normals(n, offset, 5);
      double rough = Arrays.stream(values).sum() / n;
      double mean = rough + Arrays.stream(values).map(v -> v - rough).sum() / n;
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double cubes = Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).sum();
      double sigma = Math.sqrt(squares) / n;
      double a = cubes / (6 * squares * Math.sqrt(squares));
      Abc abc = abc("mean", values);
      for (double z : new double[] {-Z, Z}) {
        double lambda = z + a;
        double end = mean + sigma * lambda / ((1 - a * lambda) * (1 - a * lambda));
        double room = 1e-9 * sigma + 2 * Math.ulp(end);
        assertEquals(end, abc.at(z < 0 ? 0.025 : 0.975).value(), room, n + " at " + offset);
      }
    }
  }

  /** The ends of an sd, and of a slope, move with the unit and not with the offset. */
  @Test
  void manyRowsFarFromZero() {
    double[] x = Arrays.stream(normals(3000, 0, 1)).map(v -> Math.rint(v * 4096) / 4096).toArray();
    double[] y = normals(3000, 1, 2);
    for (int row = 0; row < y.length; row++) {
      y[row] = Math.rint((y[row] + x[row]) * 4096) / 4096;
    }
    double[] far = Arrays.stream(x).map(v -> v + 0x1p38).toArray();
    for (double p : new double[] {0.025, 0.9}) {
      double sd = abc("sd", x).at(p).value();
      assertEquals(sd, abc("sd", far).at(p).value(), 1e-13);
      assertEquals(1, sd, 0.1);
      double slope = abc("slope", x, y).at(p).value();
      assertEquals(slope, abc("slope", far, y).at(p).value(), 1e-13);
    }
  }

  /** What formulas say is what differences say, where these are good: for few rows, near zero. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean",
        "variance-n",
        "variance",
        "sd",
        "cv",
        "skewness",
        "pearson",
        "spearman",
        "kendall",
        "slope",
        "intercept",
        "slope-through-origin",
        "ratio",
        "mean-difference",
        "difference:mean",
        "ratio:mean",
        "difference:sd",
        "difference:skewness",
        "log-ratio",
        "auc"
      })
  void formulasAreWhatDifferencesComeTo(String name) {
    int n = 30;
    Statistic statistic = Statistics.find(List.of(name));
    double[] x = Arrays.stream(normals(n, 3, 1)).map(v -> Math.rint(v * 2) / 2).toArray();
    double[] y = new double[n];
    double[] noise = normals(2 * n, 0, 1);
    Arrays.setAll(y, row -> statistic.twoSamples() ? row % 3 / 2 : x[row] + noise[row]);
    double[][] columns = statistic.columns() == 1 ? new double[][] {x} : new double[][] {x, y};
    var smooth = (Statistic.Smooth) statistic.prepare(columns).evaluator();
    for (int row = 0; row < n; row++) {
      double[] direction = new double[n];
      Arrays.fill(direction, -1.0 / n);
      direction[row] += 1;
      Expansion towards = smooth.towards(0, row);
      compare(smooth, direction, towards, name + " towards row " + row);
      Expansion along = smooth.along(0, direction);
      assertEquals(towards.first(), along.first(), 1e-9 * (1 + Math.abs(along.first())));
      assertEquals(towards.second(), along.second(), 1e-9 * (1 + Math.abs(along.second())));
    }
    double[] direction = new SplittableRandom(5).doubles(n, -0.3, 0.4).toArray();
    compare(smooth, direction, smooth.along(0, direction), name + " along");
  }

  private static void compare(
      Statistic.Smooth smooth, double[] direction, Expansion told, String what) {
    double step = 1e-4;
    double up = at(smooth, direction, step);
    double down = at(smooth, direction, -step);
    double here = at(smooth, direction, 0);
    double first = (up - down) / (2 * step);
    double second = ((up - here) - (here - down)) / (step * step);
    assertEquals(here, told.value(), 1e-12, what);
    double size = 1 + Math.abs(told.first()) + Math.abs(told.second());
    assertEquals(first, told.first(), 1e-4 * size, what);
    assertEquals(second, told.second(), 1e-3 * size, what);
  }

  private static double at(Statistic.Smooth smooth, double[] direction, double step) {
    double[] weights = new double[direction.length];
    Arrays.setAll(weights, row -> 1.0 / weights.length + step * direction[row]);
    double[] values = new double[1];
    smooth.weigh(weights, values);
    return values[0];
  }

  /** A textbook mean with weights has no digits left at 10^15 of its deviations. */
  @Test
  void whatRoundingMovesIsWithheld() {
    double[] values = normals(50, 0, 1);
    Abc near = new Abc(ByWeights.MEAN.prepare(new double[][] {values}), 50, 1, 0);
    assertEquals("", near.withheld(List.of(0.025, 0.975)));
    double[] far = Arrays.stream(values).map(v -> v + 1e13).toArray();
    Abc lost = new Abc(ByWeights.MEAN.prepare(new double[][] {far}), 50, 1, 0);
    assertTrue(lost.withheld(List.of(0.025)).startsWith("withheld: rounding errors"));
    assertTrue(Double.isNaN(lost.at(0.025).value()));

    Table table = Table.of("far").with("x", far);
    Bootstrap bootstrap = Bootstrap.of(ByWeights.MEAN, table, "x").withResamples(100);
    double[] replicates = normals(100, 1e13, 1);
    Interval interval =
        BootstrapAnalysis.of(bootstrap, name -> replicates)
            .results(Intervals.at(0.95).by(IntervalMethod.ABC))
            .get(0)
            .intervals()
            .get(0);
    assertTrue(Double.isNaN(interval.low()) && Double.isNaN(interval.high()));
    assertTrue(interval.fallback().startsWith("withheld: rounding errors"), interval.fallback());
  }

  /** Asked for by name, an interval is made or withheld with its reason, never left out. */
  @Test
  void aConstantHasNoDerivatives() {
    double[] equal = new double[20];
    Arrays.fill(equal, 4.5);
    Abc abc = abc("mean", equal);
    assertFalse(abc.usable());
    assertTrue(abc.withheld(List.of(0.5)).contains("no derivatives"));
  }

  /** What differences come to is what formulas say, for more rows than a thread takes at once. */
  @Test
  void differencesOfTextbookFormulas() {
    for (int n : new int[] {25, 511, 513, 1300}) {
      double[] x = normals(n, 6, 1);
      double[] y = normals(2 * n, 0, 1);
      y = Arrays.stream(y, n, 2 * n).map(v -> 4 + v).toArray();
      double[][] columns = {x, y};
      Map<ByWeights, String> same =
          Map.of(
              ByWeights.MEAN,
              "mean",
              ByWeights.TOTAL,
              "mean",
              ByWeights.RATIO,
              "ratio",
              ByWeights.CORRELATION,
              "pearson");
      for (Map.Entry<ByWeights, String> pair : same.entrySet()) {
        double[][] own = Arrays.copyOf(columns, pair.getKey().columns());
        Abc told = abc(pair.getValue(), own);
        Abc made = new Abc(pair.getKey().prepare(own), n, 1, 0);
        assertEquals("", made.withheld(List.of(0.025, 0.975)), pair + " of " + n);
        for (double p : new double[] {0.025, 0.5, 0.975}) {
          double error = (told.at(0.84).value() - told.at(0.16).value()) / 2;
          assertEquals(told.at(p).value(), made.at(p).value(), 0.01 * error, pair + " of " + n);
        }
      }
    }
  }

  /** By two steps, errors of the square of the step are gone. */
  @Test
  void derivativesAreBetterThanTheirSteps() {
    double[] x = normals(20, 3, 1);
    double[] y = normals(40, 5, 1);
    double[][] columns = {x, Arrays.copyOf(y, 20)};
    Derivatives told = derivatives(Statistics.find(List.of("pearson")), columns).get(0);
    List<Derivatives> made = derivatives(ByWeights.CORRELATION, columns);
    assertEquals(3, made.size());
    double[] errors = new double[3];
    double[] bends = new double[3];
    double[] direction = new SplittableRandom(2).doubles(20, -1, 1).toArray();
    for (int k = 0; k < 3; k++) {
      for (int row = 0; row < 20; row++) {
        errors[k] = Math.max(errors[k], Math.abs(made.get(k).first()[row] - told.first()[row]));
      }
      bends[k] = Math.abs(made.get(k).bend(direction) - told.bend(direction));
      assertArrayEquals(told.second(), made.get(k).second(), k == 0 ? 1e-4 : 1e-2);
    }
    assertTrue(errors[0] < errors[2] / 100, Arrays.toString(errors));
    assertEquals(4, errors[1] / errors[2], 0.1);
    assertTrue(bends[0] < 1e-7, Arrays.toString(bends));
  }

  /** Steps are a tenth of a row's weight at most. */
  @Test
  void derivativesOfManyRows() {
    double[][] columns = {normals(2000, 3, 1), normals(2001, 5, 1)};
    columns[1] = Arrays.copyOf(columns[1], 2000);
    double[] told = derivatives(Statistics.find(List.of("ratio")), columns).get(0).first();
    assertArrayEquals(told, derivatives(ByWeights.RATIO, columns).get(0).first(), 1e-6);
  }

  /** Numbers of any size: a share of a standard error is what an end may be wrong by. */
  @Test
  void whatRoundingMayMoveIsMeasuredInStandardErrors() {
    double[] values = normals(50, 2e9, 1e9);
    Abc abc = new Abc(ByWeights.MEAN.prepare(new double[][] {values}), 50, 1, 0);
    assertEquals("", abc.withheld(List.of(0.025, 0.975)));
  }

  private static List<Derivatives> derivatives(Statistic statistic, double[][] columns) {
    return Derivatives.of(
        new Derivatives.Weighing(statistic.prepare(columns), 1, 0), columns[0].length);
  }

  /** Each value of several has an interval of its own. */
  @Test
  void theSecondOfTwoValues() {
    double[][] columns = {normals(30, 2, 1)};
    Statistic both = Statistics.find(List.of("mean", "sd"));
    for (double p : new double[] {0.05, 0.95}) {
      double sd = new Abc(both.prepare(columns), 30, 2, 1).at(p).value();
      assertEquals(abc("sd", columns).at(p).value(), sd);
      double mean = new Abc(both.prepare(columns), 30, 2, 0).at(p).value();
      assertEquals(abc("mean", columns).at(p).value(), mean);
    }
  }

  /** Where 1 - a z is not positive there is no end: one row of 400 makes a of 1/6. */
  @Test
  void anEndBeyondAllDirections() {
    double[] values = new double[400];
    values[0] = 1;
    Abc abc = abc("mean", values);
    assertEquals(1 / 6.0, Abc.Direction.of(derivatives(values), 400).acceleration(), 1e-3);
    assertTrue(Double.isFinite(abc.at(0.975).value()));
    assertTrue(Double.isNaN(abc.at(1 - 1e-12).value()));
    assertTrue(abc.withheld(List.of(0.025, 0.975)).isEmpty());
  }

  private static Derivatives derivatives(double[] values) {
    return derivatives(Statistics.find(List.of("mean")), new double[][] {values}).get(0);
  }

  /** Direction needs an error above 0 that is a number, whatever its size. */
  @Test
  void anErrorOfAnySize() {
    double[] values = normals(15, 0, 1);
    for (int exponent : new int[] {-1000, -500, 0, 500, 1000}) {
      double[] scaled = Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray();
      Abc.Direction direction = Abc.Direction.of(derivatives(scaled), 15);
      assertTrue(direction.usable());
      Abc.Direction plain = Abc.Direction.of(derivatives(values), 15);
      assertEquals(Math.scalb(plain.error(), exponent), direction.error(), "2^" + exponent);
      assertEquals(plain.acceleration(), direction.acceleration(), 1e-14);
      assertArrayEquals(plain.shares(), direction.shares(), 1e-15);
    }
    assertFalse(Abc.Direction.of(derivatives(new double[15]), 15).usable());
  }
}
