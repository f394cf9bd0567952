package dev.parallax.bootstrap.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
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

  /**
   * The parabola by least squares through values at 0, 1/2, 1, 3/2, 2, followed to -1: {@code
   * numpy.polyval(numpy.polyfit([0, .5, 1, 1.5, 2], t, 2), -1)} is this sum.
   */
  private static double extrapolated(double... t) {
    return 3 * t[0] - 0.4 * t[1] - 1.8 * t[2] - 1.2 * t[3] + 1.4 * t[4];
  }

  /** The errors' variance is added to a variance, and to a slope's divisor. */
  @Test
  void whatErrorsDoInClosedForm() {
    double[][] columns = pairs(N, 1);
    double[][] one = {columns[0], columns[2]};
    double variance = on(find("variance"), new double[][] {columns[0]});
    double without = on(Simex.of(find("variance"), 9), one);
    double scatter = Math.sqrt(2.0 / N) * ERROR * ERROR;
    assertEquals(variance - ERROR * ERROR, without, 4 * scatter);

    double slope = on(find("slope"), new double[][] {columns[0], columns[1]});
    double[] attenuated = new double[5];
    for (int k = 0; k < 5; k++) {
      attenuated[k] = slope * variance / (variance + k / 2.0 * ERROR * ERROR);
    }
    double error = 4 * 0.02; // of a slope of 4000 rows
    assertEquals(extrapolated(attenuated), on(Simex.of(find("slope"), 9), columns), error / 4);
  }

  /** 0.64 as measured, 0.8 in truth; a parabola comes to 0.7765 of 0.8 / (1 + 0.25 (1 + λ)). */
  @Test
  void mostOfAnAttenuationIsTakenOff() {
    double[][] columns = pairs(N, 2);
    double[][] values = {columns[0], columns[1]};
    double standardError = (1 - 0.64 * 0.64) / Math.sqrt(N);
    assertEquals(0.64, on(find("pearson"), values), 4 * standardError);
    assertEquals(0.7765, on(Simex.of(find("pearson"), 1), columns), 8 * standardError);
    double[][] exact = columns.clone();
    exact[2] = new double[N];
    exact[3] = new double[N];
    assertEquals(on(find("pearson"), values), on(Simex.of(find("pearson"), 1), exact), 1e-12);
  }

  /**
   * Yields of corn and nitrogen in the soil at 11 sites (Fuller, Measurement Error Models, 1987,
   * section 1.2): a variance of 57 of the measured nitrogen's 304.85 is error, the slope as
   * measured 0.344, and corrected by the moments 0.4232. The parabola through the means of 400,000
   * sets of errors ({@code numpy.random.default_rng(1)}, {@code numpy.polyfit}) comes to 0.3989.
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
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      sum += on(Simex.of(find("slope"), seed), columns);
    }
    double scatter = 0.008 / Math.sqrt(200); // of 50 sets, over the seeds
    assertEquals(0.3989, sum / 200, 4 * scatter);
    assertEquals(0.4232, sum / 200, 0.03); // its standard error is 0.17
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
    // (1 + λ) / (2 + λ) at 0, 1/2, 1, 3/2 and 2
    double expected = extrapolated(1 / 2.0, 3 / 5.0, 2 / 3.0, 5 / 7.0, 3 / 4.0);
    assertEquals(expected, on(Simex.of(find("pearson"), 4), columns), 0.08);
  }

  @Test
  void oneSeedOneValue() {
    double[][] columns = pairs(50, 6);
    assertEquals(
        on(Simex.of(find("pearson"), 1), columns), on(Simex.of(find("pearson"), 1), columns));
    double other = on(Simex.of(find("pearson"), 2), columns);
    assertTrue(on(Simex.of(find("pearson"), 1), columns) != other);
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

  private static Bootstrap bootstrap(Statistic statistic, int n) {
    double[][] c = pairs(n, 8);
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
}
