package dev.parallax.bootstrap.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.Transform;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.sample.Roles.ErrorColumns;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that have errors, and get them again, or extrapolated to none. */
class SimexTest {
  private static final int N = 4000;
  private static final double ERROR = 0.5;

  /** Pairs of a true correlation of 0.8, and what errors of half the spread leave of it. */
  private static double[][] pairs(int n, long seed) {
    RandomStream random = RandomStream.of(seed, Purpose.SYNTHETIC, 77);
    double[][] columns = new double[5][n];
    for (int row = 0; row < n; row++) {
      double a = random.nextGaussian();
      double b = 0.8 * a + 0.6 * random.nextGaussian();
      columns[0][row] = a + ERROR * random.nextGaussian();
      columns[1][row] = b + ERROR * random.nextGaussian();
    }
    Arrays.fill(columns[2], ERROR);
    Arrays.fill(columns[3], ERROR);
    return columns;
  }

  private static Statistic find(String name) {
    return Statistics.find(List.of(name));
  }

  private static double on(Statistic statistic, double[][] columns) {
    Resample all = Resample.everyRow(columns[0].length);
    return statistic.prepare(columns).evaluator().evaluate(all);
  }

  /** The errors' variance is added to a variance, and to a slope's divisor. */
  @Test
  void whatErrorsDoInClosedForm() {
    double[][] columns = pairs(N, 1);
    double[][] one = {columns[0], columns[2]};
    double variance = on(find("variance"), new double[][] {columns[0]});
    double without = variance - ERROR * ERROR;
    assertEquals(without, on(Simex.of(find("variance"), 9), one), 1e-12);
    assertEquals(Math.sqrt(without), on(Simex.of(find("sd"), 9), one), 3e-3);
    double slope = on(find("slope"), new double[][] {columns[0], columns[1]});
    assertEquals(slope * variance / without, on(Simex.of(find("slope"), 9), columns), 1e-12);
    double mean = on(find("mean"), new double[][] {columns[0]});
    assertEquals(mean, on(Simex.of(find("mean"), 9), one), 1e-14);
  }

  /** 0.64 as measured, 0.8 in truth. */
  @Test
  void anAttenuationIsTakenOff() {
    double[][] columns = pairs(N, 2);
    double[][] values = {columns[0], columns[1]};
    double standardError = (1 - 0.64 * 0.64) / Math.sqrt(N);
    assertEquals(0.64, on(find("pearson"), values), 4 * standardError);
    double slope = on(find("slope"), values);
    double back = on(find("slope"), new double[][] {columns[1], columns[0]});
    double x = on(find("variance"), new double[][] {columns[0]});
    double y = on(find("variance"), new double[][] {columns[1]});
    double corrected = slope * x / (x - ERROR * ERROR) * back * y / (y - ERROR * ERROR);
    assertEquals(Math.sqrt(corrected), on(Simex.of(find("pearson"), 1), columns), 2e-4);
    assertEquals(0.8, on(Simex.of(find("pearson"), 1), columns), 6 * standardError);
    double[][] exact = columns.clone();
    exact[2] = new double[N];
    exact[3] = new double[N];
    assertEquals(on(find("pearson"), values), on(Simex.of(find("pearson"), 1), exact), 1e-12);
  }

  /** Twice the slope's error, where it does not lie in x alone: of each row its own. */
  @Test
  void errorsOfEachRow() {
    double[][] columns = pairs(N, 4);
    RandomStream random = RandomStream.of(11, Purpose.SYNTHETIC, 1);
    double sum = 0;
    for (int row = 0; row < N; row++) {
      columns[2][row] = 0.2 + random.nextDouble();
      columns[0][row] += columns[2][row] * random.nextGaussian();
      sum += columns[2][row] * columns[2][row];
    }
    double slope = on(find("slope"), new double[][] {columns[0], columns[1]});
    double variance = on(find("variance"), new double[][] {columns[0]});
    double expected = slope * variance / (variance - sum / N);
    assertEquals(expected, on(Simex.of(find("slope"), 9), columns), 1e-12);
  }

  /**
   * Yields of corn and nitrogen in the soil at 11 sites (Fuller, Measurement Error Models, 1987,
   * section 1.2): a variance of 57 of the measured nitrogen's 304.85 is error, the slope as
   * measured 0.344, and corrected 0.4232.
   */
  @Test
  void aPublishedRegression() {
    double[][] columns = new double[5][];
    columns[0] = new double[] {70, 97, 53, 64, 95, 64, 50, 70, 94, 69, 51};
    columns[1] = new double[] {86, 115, 90, 86, 110, 91, 99, 96, 99, 104, 96};
    columns[2] = new double[11];
    Arrays.fill(columns[2], Math.sqrt(57));
    columns[3] = new double[11];
    columns[4] = new double[11];
    double[][] values = {columns[0], columns[1]};
    assertEquals(0.3440, on(find("slope"), values), 5e-5);
    for (int seed = 0; seed < 5; seed++) {
      assertEquals(0.4232, on(Simex.of(find("slope"), seed), columns), 5e-5);
    }
  }

  /** Errors that go together make a correlation of what has none. */
  @Test
  void correlatedErrors() {
    RandomStream random = RandomStream.of(3, Purpose.SYNTHETIC, 5);
    double[][] columns = new double[5][N];
    for (int row = 0; row < N; row++) {
      double shared = random.nextGaussian();
      columns[0][row] = random.nextGaussian() + shared;
      columns[1][row] = random.nextGaussian() + shared;
    }
    for (int c = 2; c < 5; c++) {
      Arrays.fill(columns[c], 1);
    }
    assertEquals(0.5, on(find("pearson"), new double[][] {columns[0], columns[1]}), 0.05);
    assertEquals(0, on(Simex.of(find("pearson"), 4), columns), 0.08);
  }

  /** The rows as they are give one value whatever the errors are; resamples do not. */
  @Test
  void oneSeedOneValue() {
    double[][] columns = pairs(50, 6);
    Statistic one = Simex.of(find("pearson"), 1);
    Statistic other = Simex.of(find("pearson"), 2);
    assertEquals(on(one, columns), on(one, columns));
    assertEquals(on(one, columns), on(other, columns), 1e-12);
    assertEquals(unevenly(one, columns), unevenly(one, columns));
    assertTrue(unevenly(one, columns) != unevenly(other, columns));
  }

  private static double unevenly(Statistic statistic, double[][] columns) {
    double[] weights = new double[columns[0].length];
    Arrays.setAll(weights, row -> row % 3);
    double[] values = new double[1];
    ((Statistic.Weighted) statistic.prepare(columns).evaluator()).weigh(weights, values);
    return values[0];
  }

  @Test
  void whatCannotBeExtrapolated() {
    double[][] columns = pairs(20, 1);
    for (String name : List.of("auc", "difference:mean", "york", "partial-correlation")) {
      assertThrows(IllegalArgumentException.class, () -> Simex.of(find(name), 1), name);
    }
    Statistic stepped = Simex.of(find("theil-sen"), 1);
    assertThrows(IllegalArgumentException.class, () -> stepped.prepare(columns));
  }

  /** As docs/bootstrap.md says of a thousand samples: 0.94 of the intervals, a mean of 0.80. */
  @Test
  void intervalsCoverWhatIsTrue() {
    int samples = 150;
    int covered = 0;
    double sum = 0;
    for (int sample = 0; sample < samples; sample++) {
      Bootstrap bootstrap = bootstrap(Simex.of(find("pearson"), 1), pairs(50, 100 + sample));
      BootstrapResult result =
          BootstrapAnalysis.here(bootstrap.withResamples(400), Intervals.at(0.95));
      Interval percentile = result.intervals().get(2);
      assertEquals("percentile", percentile.method().toString());
      covered += percentile.low() <= 0.8 && 0.8 <= percentile.high() ? 1 : 0;
      sum += result.estimate();
    }
    assertEquals(0.94, covered / (double) samples, 3 * Math.sqrt(0.94 * 0.06 / samples));
    assertEquals(0.80, sum / samples, 3 * 0.097 / Math.sqrt(samples));
  }

  /** Of fewer rows than the errors have conditions to meet, they are as they come. */
  @Test
  void fewRows() {
    for (int n = 3; n < 12; n++) {
      double value = on(Simex.of(find("slope"), 1), pairs(n, n));
      assertTrue(Double.isFinite(value), n + " rows: " + value);
    }
  }

  private static Bootstrap bootstrap(Statistic statistic, int n) {
    return bootstrap(statistic, pairs(n, 8));
  }

  private static Bootstrap bootstrap(Statistic statistic, double[][] c) {
    Table table = Table.of("t").with("x", c[0]).with("y", c[1]).with("e", c[2]);
    Roles roles =
        Roles.of("x", "y")
            .withErrors(new ErrorColumns(0, "e", "e"))
            .withErrors(new ErrorColumns(1, "e", "e"));
    return Bootstrap.of(statistic, table, roles).withResamples(2000);
  }

  private static List<String> cautions(Bootstrap bootstrap) {
    return BootstrapAnalysis.here(bootstrap, Intervals.at(0.95)).cautions();
  }

  /** More resamples do not help replicates that are moved. */
  @Test
  void addedErrorsAreSaidToAttenuate() {
    Bootstrap all = bootstrap(find("pearson"), 200);
    for (ErrorMode mode : List.of(ErrorMode.PERTURB, ErrorMode.BOTH)) {
      List<String> cautions = cautions(all.withErrorMode(mode));
      String text = String.join("\n", cautions);
      assertTrue(text.contains("standard errors (attenuation): no interval"), text);
      assertTrue(text.contains("--error-mode resample has those of the values as measured"), text);
      assertTrue(!text.contains("more resamples"), text);
      assertTrue(!text.contains("the bias is"), text);
    }
    assertEquals(List.of(), cautions(all.withErrorMode(ErrorMode.RESAMPLE)));
    assertEquals(List.of(), cautions(bootstrap(Simex.of(find("pearson"), 1), 200)));
    String mean = String.join("\n", cautions(bootstrap(find("mean-difference"), 200)));
    assertTrue(!mean.contains("attenuation"), mean);
  }

  @Test
  void addedErrorsWidenASpread() {
    double[][] c = pairs(200, 8);
    Table table = Table.of("t").with("x", c[0]).with("e", c[2]);
    Roles roles = Roles.of("x").withErrors(new ErrorColumns(0, "e", "e"));
    Bootstrap bootstrap = Bootstrap.of(find("sd"), table, roles).withResamples(2000);
    String text = String.join("\n", cautions(bootstrap));
    assertTrue(text.contains("(inflation)"), text);
  }

  /** Correlations above 1 and spreads below 0 are said to be none. */
  @Test
  void endsWhereNoValueIs() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 11};
    Table table =
        Table.of("t").with("x", x).with("y", y).with("z", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
    Bootstrap pair = Bootstrap.of(find("pearson"), table, "x", "y").withResamples(1000);
    BootstrapResult result = BootstrapAnalysis.here(pair, Intervals.at(0.95));
    Interval basic = result.intervals().get(1);
    assertTrue(basic.high() > 1, basic.toString());
    assertEquals("high", basic.beyond(result.range()));
    assertTrue(
        String.join("\n", result.cautions())
            .contains(
                "basic at 95 %: the upper end lies beyond the values from -1 to 1 that there are;"
                    + " --transform fisher keeps it within"),
        result.cautions().toString());
    Bootstrap spread = Bootstrap.of(find("sd"), table, "z").withResamples(1000);
    BootstrapResult wide = BootstrapAnalysis.here(spread, Intervals.at(0.999));
    assertTrue(
        wide.cautions().stream()
            .anyMatch(
                c ->
                    c.contains(
                        "lower end lies beyond the values from 0 up that there are; --transform log")),
        wide.cautions().toString());
    Intervals scaled = Intervals.at(0.95).with(Transform.FISHER);
    BootstrapResult within = BootstrapAnalysis.here(pair, scaled);
    assertTrue(within.intervals().stream().allMatch(i -> i.beyond(within.range()).isEmpty()));
  }

  /** A scale keeps normal and basic ends within, and not the quantiles of replicates. */
  @Test
  void aScaleIsAdvisedWhereItHelps() {
    Bootstrap pair = bootstrap(Simex.of(find("pearson"), 1), pairs(20, 2)).withResamples(500);
    BootstrapResult result =
        BootstrapAnalysis.here(pair, Intervals.at(0.99).by(IntervalMethod.PERCENTILE));
    assertTrue(result.estimate() < 1, result.toString());
    String cautions = String.join("\n", result.cautions());
    assertTrue(cautions.contains("percentile at 99 %: the upper end lies beyond"), cautions);
    assertFalse(cautions.contains("--transform"), cautions);
  }
}
