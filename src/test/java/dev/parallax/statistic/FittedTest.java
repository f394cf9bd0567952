package dev.parallax.statistic;

import static dev.parallax.statistic.Samples.HUBBLE;
import static dev.parallax.statistic.Samples.on;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Statistic.Smooth;
import dev.parallax.model.Statistic.Weighted;
import dev.parallax.statistic.fit.Orthogonal;
import dev.parallax.statistic.fit.PartialCorrelation;
import dev.parallax.statistic.fit.WeightedMean;
import dev.parallax.statistic.fit.York;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines with errors in both columns, weighted means and partial correlations. */
class FittedTest {
  /** Pearson's data with York's weights (York 1966, table 2; York et al. 2004, table 2). */
  private static final double[] X = {0.0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4};

  private static final double[] Y = {5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5};
  private static final double[] WEIGHT_X = {1000, 1000, 500, 800, 200, 80, 60, 20, 1.8, 1.0};
  private static final double[] WEIGHT_Y = {1, 1.8, 4, 8, 20, 20, 70, 70, 100, 500};
  private static final double[] Z = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

  private final SplittableRandom random = new SplittableRandom(12);

  private static double[] errors(double[] weights) {
    return Arrays.stream(weights).map(w -> 1 / Math.sqrt(w)).toArray();
  }

  private static double[] covariance(double correlation) {
    double[] x = errors(WEIGHT_X);
    double[] y = errors(WEIGHT_Y);
    return IntStream.range(0, x.length).mapToDouble(k -> correlation * x[k] * y[k]).toArray();
  }

  private static double[] pair(Statistic statistic, Resample drawn, double[]... columns) {
    double[] values = new double[2];
    statistic.prepare(columns).evaluator().evaluate(drawn, values);
    return values;
  }

  private static double[] york(Resample drawn, double correlation) {
    return pair(
        new York(), drawn, X, Y, errors(WEIGHT_X), errors(WEIGHT_Y), covariance(correlation));
  }

  /**
   * York et al. 2004 print the slope -0.4805 and the intercept 5.4799. More digits, and those for a
   * correlation of 0.3 of all errors: the root, by {@code scipy.optimize.brentq} of scipy 1.17.1,
   * of the derivative by b of {@code numpy.sum(w * (y - a - b * x)**2)} with {@code w = 1 / (1/wy +
   * b*b / wx - 2*b*r / numpy.sqrt(wx*wy))} and {@code a = numpy.sum(w * (y - b*x)) / numpy.sum(w)}.
   */
  @Test
  void yorksLineOfPearsonsData() {
    double[] line = york(Resample.everyRow(10), 0);
    assertEquals(-0.4805, line[0], 5e-5);
    assertEquals(5.4799, line[1], 5e-5);
    assertArrayEquals(new double[] {-0.4805334074, 5.4799102240}, line, 2e-10);
    double[] correlated = york(Resample.everyRow(10), 0.3);
    assertArrayEquals(new double[] {-0.4886850019, 5.5160239151}, correlated, 2e-9);
  }

  /** A line of equal errors in both is the orthogonal one, of errors in y alone least squares. */
  @Test
  void yorksLineBetweenOthers() {
    double[] none = new double[10];
    double[] same = new double[10];
    Arrays.fill(same, 0.3);
    for (int b = 0; b < 50; b++) {
      Drawn drawn = Drawn.random(10, random);
      assertArrayEquals(
          pair(new Orthogonal(), drawn, X, Y),
          pair(new York(), drawn, X, Y, same, same, none),
          1e-9);
      double[] onY = pair(new York(), drawn, X, Y, none, same, none);
      assertEquals(on(new Slope(), drawn, X, Y), onY[0], 1e-12);
      assertEquals(on(new Intercept(), drawn, X, Y), onY[1], 1e-12);
      double[] onX = pair(new York(), drawn, X, Y, same, none, none);
      assertEquals(1 / on(new Slope(), drawn, Y, X), onX[0], 1e-11);
    }
  }

  /** A resample's line makes the weighted distances of its copies least. */
  @Test
  void yorksLineIsTheBest() {
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(10, random);
      double[] line = york(drawn, 0.2);
      double least = distances(drawn, line[0], line[1]);
      for (double step : new double[] {-1e-4, 1e-4}) {
        assertTrue(least <= distances(drawn, line[0] + step, line[1]), "slope");
        assertTrue(least <= distances(drawn, line[0], line[1] + step), "intercept");
      }
    }
  }

  /** Where plain iteration goes to and fro between -0.22 and -0.61; brentq as above. */
  @Test
  void yorksLineWhereStepsSwing() {
    double[] line = york(Drawn.of(10, 4, 4, 5, 5, 5, 5, 5, 5, 5, 9), 0);
    assertArrayEquals(new double[] {-0.42122628, 5.37852432}, line, 2e-8);
  }

  private static double distances(Drawn drawn, double slope, double intercept) {
    double sum = 0;
    for (int row : drawn.rows()) {
      double cov = covariance(0.2)[row];
      double v = 1 / WEIGHT_Y[row] + slope * slope / WEIGHT_X[row] - 2 * slope * cov;
      sum += Math.pow(Y[row] - intercept - slope * X[row], 2) / v;
    }
    return sum;
  }

  @Test
  void yorkInOtherUnitsAndFarAway() {
    double[] line = york(Resample.everyRow(10), 0);
    double unit = 0x1p300;
    double[] x = Arrays.stream(X).map(v -> v * unit).toArray();
    double[] errorX = Arrays.stream(errors(WEIGHT_X)).map(v -> v * unit).toArray();
    double[] y = Arrays.stream(Y).map(v -> v + 1e6).toArray();
    double[] other =
        pair(new York(), Resample.everyRow(10), x, y, errorX, errors(WEIGHT_Y), new double[10]);
    assertEquals(line[0] / unit, other[0], 1e-10 / unit);
    assertEquals(line[1] + 1e6, other[1], 1e-9);
    assertEquals(Double.NaN, york(Drawn.of(10, 4, 4, 4), 0)[0]);
    double[] none = new double[10];
    assertThrows(
        IllegalArgumentException.class,
        () -> new York().prepare(new double[][] {X, Y, none, none, none}));
  }

  @Test
  void sharesAreCounts() {
    double[][] measured = {X, Y, errors(WEIGHT_X), errors(WEIGHT_Y), covariance(0.1)};
    weighedAsDrawn(new York(), measured);
    weighedAsDrawn(new Orthogonal(), new double[][] {X, Y});
    weighedAsDrawn(new WeightedMean(), new double[][] {X, WEIGHT_Y});
    weighedAsDrawn(new PartialCorrelation(), new double[][] {X, Y, Z});
  }

  private void weighedAsDrawn(Statistic statistic, double[][] columns) {
    var evaluator = (Weighted) statistic.prepare(columns).evaluator();
    int values = statistic.responses().size();
    for (int b = 0; b < 40; b++) {
      Drawn drawn = Drawn.random(10, random);
      double[] plain = new double[values];
      double[] weighed = new double[values];
      evaluator.evaluate(drawn, plain);
      evaluator.weigh(Arrays.stream(drawn.counts()).mapToDouble(c -> c / 10.0).toArray(), weighed);
      assertArrayEquals(plain, weighed, 1e-11, statistic.getClass().getSimpleName());
    }
  }

  /**
   * {@code u, s, vt = numpy.linalg.svd(numpy.c_[x - x.mean(), y - y.mean()]); vt[0, 1] / vt[0, 0]}
   * of numpy 2.4.6: -0.5455611975209648, and 728.3651863498458 for Hubble's nebulae.
   */
  @Test
  void orthogonalLines() {
    double[] line = pair(new Orthogonal(), Resample.everyRow(10), X, Y);
    assertArrayEquals(new double[] {-0.5455611975209648, 5.784043774530086}, line, 1e-14);
    double[] steep = pair(new Orthogonal(), Resample.everyRow(24), HUBBLE);
    assertArrayEquals(new double[] {728.3651863498458, -290.6888217095907}, steep, 1e-9);
    double[] swapped = pair(new Orthogonal(), Resample.everyRow(24), HUBBLE[1], HUBBLE[0]);
    assertEquals(1 / steep[0], swapped[0], 1e-16);
  }

  @Test
  void orthogonalLinesThatAreNone() {
    double[] flat = {1, 1, 1, 1};
    double[] rising = {1, 2, 3, 5};
    Resample all = Resample.everyRow(4);
    assertArrayEquals(new double[] {0, 1}, pair(new Orthogonal(), all, rising, flat), 0);
    assertEquals(Double.NaN, pair(new Orthogonal(), all, flat, rising)[0], "vertical");
    double[] cornerX = {0, 0, 1, 1};
    double[] cornerY = {0, 1, 0, 1};
    assertEquals(Double.NaN, pair(new Orthogonal(), all, cornerX, cornerY)[0], "round");
    assertEquals(Double.NaN, pair(new Orthogonal(), Drawn.of(4, 2, 2), rising, rising)[0]);
    double[] large = Arrays.stream(rising).map(v -> v * 0x1p600).toArray();
    double[] small = Arrays.stream(rising).map(v -> v * 0x1p-300).toArray();
    assertEquals(0x1p900, pair(new Orthogonal(), all, small, large)[0], 0x1p860);
    assertEquals(0x1p-900, pair(new Orthogonal(), all, large, small)[0], 0x1p-940);
  }

  /** {@code numpy.average(x, weights=w)} of numpy 2.4.6: 1.4592934367150812, 2.0080775037745346. */
  @Test
  void weightedMeans() {
    Statistic mean = new WeightedMean();
    assertEquals(1.4592934367150812, on(mean, Drawn.identity(10), X, WEIGHT_X), 1e-15);
    assertEquals(2.0080775037745346, on(mean, Drawn.identity(10), Y, WEIGHT_Y), 1e-15);
    Statistic ofErrors = mean.ofErrors().orElseThrow();
    assertEquals(1, ofErrors.measured());
    assertEquals(2.0080775037745346, on(ofErrors, Drawn.identity(10), Y, errors(WEIGHT_Y)), 1e-15);
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(10, random);
      double sum = 0;
      double weight = 0;
      for (int row : drawn.rows()) {
        sum += WEIGHT_X[row] * X[row];
        weight += WEIGHT_X[row];
      }
      assertEquals(sum / weight, on(mean, drawn, X, WEIGHT_X), 1e-13);
    }
    assertEquals(
        0.1 + 1e9,
        on(mean, Drawn.of(2, 0, 0, 0), new double[] {0.1 + 1e9, 7}, new double[] {1000, 1000}));
  }

  @Test
  void weightsOfNothing() {
    double[] x = {1, 2, 4};
    double[] w = {0, 3, 0};
    assertEquals(2, on(new WeightedMean(), Drawn.identity(3), x, w));
    assertEquals(Double.NaN, on(new WeightedMean(), Drawn.of(3, 0, 2, 2), x, w));
    w[2] = -1;
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new WeightedMean().prepare(new double[][] {x, w}));
    assertEquals("a weight is 0 or more, not -1.0", e.getMessage());
    double[] extreme = {1e-200, 2e-200, 1e200};
    Statistic ofErrors = new WeightedMean().ofErrors().orElseThrow();
    assertEquals(1.2, on(ofErrors, Drawn.identity(3), x, extreme), 1e-15);
  }

  /**
   * {@code p = numpy.linalg.inv(numpy.corrcoef([x, y, z])); -p[0, 1] / numpy.sqrt(p[0, 0] * p[1,
   * 1])} of numpy 2.4.6.
   */
  @Test
  void partialCorrelations() {
    Statistic partial = new PartialCorrelation();
    assertEquals(-0.975109580832184, on(partial, Drawn.identity(10), X, Y, Z), 1e-14);
    assertEquals(0.1985223465171708, on(partial, Drawn.identity(10), Y, Z, X), 1e-14);
    for (int b = 0; b < 200; b++) {
      Drawn drawn = Drawn.random(10, random);
      double xy = on(new Pearson(), drawn, X, Y);
      double xz = on(new Pearson(), drawn, X, Z);
      double yz = on(new Pearson(), drawn, Y, Z);
      double expected = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
      assertEquals(expected, on(partial, drawn, X, Y, Z), 1e-10);
    }
    assertEquals(Range.CORRELATION, partial.range(0));
  }

  /** What follows from z alone has no correlation beside it, however sums round. */
  @Test
  void nothingIsLeftOfMultiples() {
    double[] z = random.doubles(40, 5, 6).toArray();
    double[] y = random.doubles(40).toArray();
    for (double factor : new double[] {0.1, 3, -1e9}) {
      double[] x = Arrays.stream(z).map(v -> 7 + factor * v).toArray();
      assertEquals(Double.NaN, on(new PartialCorrelation(), Drawn.identity(40), x, y, z));
      assertEquals(Double.NaN, on(new PartialCorrelation(), Drawn.random(40, random), y, x, z));
    }
    double[] nearly = Arrays.stream(z).map(v -> 1e3 * v + random.nextDouble() * 1e-3).toArray();
    double[] rest = IntStream.range(0, 40).mapToDouble(k -> nearly[k] - 1e3 * z[k]).toArray();
    double expected = on(new PartialCorrelation(), Drawn.identity(40), rest, y, z);
    assertEquals(expected, on(new PartialCorrelation(), Drawn.identity(40), nearly, y, z), 1e-8);
    assertEquals(
        Double.NaN, on(new PartialCorrelation(), Drawn.of(10, 1, 1, 7), X, Y, Z), "two rows");
    double three = on(new PartialCorrelation(), Drawn.of(10, 1, 5, 8), X, Y, Z);
    assertEquals(1, Math.abs(three), 1e-12, "three rows");
  }

  /** Derivatives by formulas are those of differences. */
  @Test
  void expansions() {
    compare(new Orthogonal(), new double[][] {X, Y});
    compare(new WeightedMean(), new double[][] {X, WEIGHT_Y});
    compare(new PartialCorrelation(), new double[][] {X, Y, Z});
  }

  private void compare(Statistic statistic, double[][] columns) {
    var smooth = (Smooth) statistic.prepare(columns).evaluator();
    double[] all = new double[statistic.responses().size()];
    smooth.evaluate(Resample.everyRow(10), all);
    for (int value = 0; value < all.length; value++) {
      double[] direction = random.doubles(10, -0.3, 0.4).toArray();
      Expansion told = smooth.along(value, direction);
      double step = 1e-4;
      double up = at(smooth, direction, step, value);
      double down = at(smooth, direction, -step, value);
      double size = 1 + Math.abs(told.first()) + Math.abs(told.second());
      assertEquals(all[value], told.value(), 1e-12);
      assertEquals((up - down) / (2 * step), told.first(), 1e-6 * size);
      double bend = (up - 2 * all[value] + down) / (step * step);
      assertEquals(bend, told.second(), 1e-4 * size);
      for (int row = 0; row < 10; row++) {
        int left = row;
        double[] without = new double[all.length];
        smooth.evaluate(
            Drawn.of(10, IntStream.range(0, 10).filter(k -> k != left).toArray()), without);
        assertEquals(without[value] - all[value], smooth.without(value, row).change(), 1e-12);
      }
    }
  }

  private static double at(Smooth smooth, double[] direction, double step, int value) {
    double[] weights = Arrays.stream(direction).map(d -> 0.1 + step * d).toArray();
    double[] values = new double[value + 1 + 1];
    smooth.weigh(weights, values);
    return values[value];
  }

  @Test
  void whatTheySay() {
    List<String> units = List.of("Mpc", "km/s");
    for (Statistic line : List.of(new Orthogonal(), new York())) {
      assertEquals(List.of("slope", "intercept"), line.responses());
      assertEquals("(km/s)/Mpc", line.units().get(0).of(units));
      assertEquals("km/s", line.units().get(1).of(units));
      assertTrue(line.exchange().isEmpty());
    }
    assertEquals("Mpc", new WeightedMean().units().get(0).of(units));
    assertEquals(2, new York().ofErrors().orElseThrow().measured());
    assertTrue(new Orthogonal().ofErrors().isEmpty());
  }
}
