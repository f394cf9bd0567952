package dev.parallax.bootstrap.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.sample.Roles.ErrorColumns;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Resample;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.run.Runner;
import dev.parallax.statistic.CensoredKendall;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Slope;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementErrorsTest {
  private static final Table TABLE =
      Table.of("t")
          .with("x", 1, 2, 3, 4, 5)
          .with("y", 2, 1, 4, 3, 6)
          .with("e", 0.1, 0.2, 0.3, 0, 0.5)
          .with("f", 0.4, 0.2, 0.1, 0.3, 0.2)
          .with("c", 0.02, -0.04, 0.01, 0, 0.1)
          .with("l", List.of("", "<", "", "", ">"))
          .with("bad", 0.1, -0.2, 0.3, 0.1, 0.5)
          .with("gap", 0.1, 0.2, Double.NaN, 0.1, 0.5);

  private static double[][] drawn(Bootstrap bootstrap, int item) {
    Perturbation errors = bootstrap.sample().design().errors().orElseThrow();
    return errors.perturbed(
        bootstrap.sample().columns(),
        Resample.everyRow(5),
        RandomStream.of(3, Purpose.RESAMPLE, item));
  }

  /** Means, deviations and correlations of the values drawn, row by row. */
  @Test
  void correlatedErrors() {
    Roles roles =
        Roles.of("x", "y")
            .withErrors(new ErrorColumns(0, "e", "e"))
            .withErrors(new ErrorColumns(1, "f", "f"))
            .withErrorCovariance("c");
    Bootstrap bootstrap = Bootstrap.of(new Slope(), TABLE, roles);
    int draws = 20_000;
    double[][] sums = new double[5][5];
    for (int item = 0; item < draws; item++) {
      double[][] values = drawn(bootstrap, item);
      for (int row = 0; row < 5; row++) {
        double dx = values[0][row] - TABLE.doubles("x")[row];
        double dy = values[1][row] - TABLE.doubles("y")[row];
        double[] terms = {dx, dy, dx * dx, dy * dy, dx * dy};
        for (int k = 0; k < 5; k++) {
          sums[row][k] += terms[k] / draws;
        }
      }
    }
    double root = Math.sqrt(draws);
    for (int row = 0; row < 5; row++) {
      double e = TABLE.doubles("e")[row];
      double f = TABLE.doubles("f")[row];
      double c = TABLE.doubles("c")[row];
      assertEquals(0, sums[row][0], 4.5 * e / root);
      assertEquals(0, sums[row][1], 4.5 * f / root);
      assertEquals(e * e, sums[row][2], 4.5 * Math.sqrt(2) * e * e / root);
      assertEquals(f * f, sums[row][3], 4.5 * Math.sqrt(2) * f * f / root);
      assertEquals(c, sums[row][4], 4.5 * Math.sqrt(e * e * f * f + c * c) / root + 1e-15);
    }
  }

  /**
   * The split normal distribution with deviations s and t has mean √(2/π) (t - s) from its mode and
   * second moment (s³ + t³) / (s + t); below the mode it has s / (s + t).
   */
  @Test
  void asymmetricErrors() {
    Bootstrap bootstrap =
        Bootstrap.of(new Mean(), TABLE, Roles.of("x").withErrors(new ErrorColumns(0, "e", "f")));
    int draws = 20_000;
    for (int row = 0; row < 5; row++) {
      double s = TABLE.doubles("e")[row];
      double t = TABLE.doubles("f")[row];
      double sum = 0;
      double squares = 0;
      int below = 0;
      for (int item = 0; item < draws; item++) {
        double d = drawn(bootstrap, item)[0][row] - TABLE.doubles("x")[row];
        sum += d / draws;
        squares += d * d / draws;
        below += d < 0 ? 1 : 0;
      }
      double second = (s * s * s + t * t * t) / (s + t);
      double root = Math.sqrt(draws);
      assertEquals(Math.sqrt(2 / Math.PI) * (t - s), sum, 4.5 * Math.sqrt(second) / root);
      assertEquals(second, squares, 4.5 * Math.sqrt(3) * Math.max(s, t) * Math.max(s, t) / root);
      assertEquals(draws * s / (s + t), below, 4.5 * Math.sqrt(draws) / 2);
    }
  }

  /** The mean's variance: of the rows, of their errors, and of both. */
  @Test
  void threeModes() {
    Bootstrap all =
        Bootstrap.of(new Mean(), TABLE, Roles.of("x").withErrors(new ErrorColumns(0, "e", "e")))
            .withResamples(20_000);
    double rows = 2.0 / 5;
    double errors = Arrays.stream(TABLE.doubles("e")).map(e -> e * e).sum() / 25;
    double[] variance = {rows, errors, rows + errors};
    for (ErrorMode mode : ErrorMode.values()) {
      Bootstrap bootstrap = all.withErrorMode(mode);
      double[] values = Runner.on(new SequentialEngine()).run(bootstrap).doubles("replicate");
      double se = ReplicateDistribution.of(values).standardDeviation();
      double expected = Math.sqrt(variance[mode.ordinal()]);
      assertEquals(expected, se, 4.5 * expected / Math.sqrt(2 * 20_000), mode.toString());
    }
  }

  /** The rows of a replicate are the same whether or not their values are perturbed. */
  @Test
  void theSameRowsAreDrawn() {
    Bootstrap both =
        Bootstrap.of(new Mean(), TABLE, Roles.of("x").withErrors(new ErrorColumns(0, "e", "e")));
    Bootstrap plain = Bootstrap.of(new Mean(), TABLE, "x");
    for (int b = 0; b < 20; b++) {
      assertArrayEquals(plain.resample(b).rows(), both.resample(b).rows());
    }
  }

  @Test
  void rowsWithALimitStayAndKeepIt() {
    Roles roles =
        Roles.of("x", "y")
            .withErrors(new ErrorColumns(0, "e", "e"))
            .withErrors(new ErrorColumns(1, "f", "f"))
            .withLimits(List.of("", "l"));
    Bootstrap bootstrap = Bootstrap.of(new CensoredKendall(), TABLE, roles);
    Perturbation errors = bootstrap.sample().design().errors().orElseThrow();
    Resample twice = Bootstrap.of(new Mean(), TABLE, "x").withSeed(4).resample(2);
    double[][] values =
        errors.perturbed(
            bootstrap.sample().columns(), twice, RandomStream.of(3, Purpose.RESAMPLE, 1));
    double[] flags = {0, 1, 0, 0, -1};
    for (int k = 0; k < 5; k++) {
      int row = twice.rows()[k];
      assertEquals(flags[row], values[3][k]);
      boolean moved = values[1][k] != TABLE.doubles("y")[row];
      assertEquals(flags[row] == 0, moved);
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    wrong(
        "column 'bad', row 2: a negative error, -0.2",
        Roles.of("x").withErrors(new ErrorColumns(0, "bad", "bad")));
    wrong(
        "column 'gap', row 3: the error is missing",
        Roles.of("x").withErrors(new ErrorColumns(0, "e", "gap")));
    Roles once = Roles.of("x", "y").withErrors(new ErrorColumns(0, "e", "e"));
    wrong("needs symmetric errors of both columns", once.withErrorCovariance("c"));
    wrong("given twice", once.withErrors(new ErrorColumns(0, "f", "f")));
    wrong(
        "row 1: a covariance of errors lies within",
        once.withErrors(new ErrorColumns(1, "f", "f")).withErrorCovariance("x"));
    wrong("not 'y1'", Roles.of("x", "y").withLimits(List.of("bogus", "")));
  }

  private static void wrong(String why, Roles roles) {
    Table table = TABLE.with("bogus", List.of("", "y1", "", "", ""));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Bootstrap.of(
                    roles.limits().isEmpty()
                        ? roles.values().size() == 1 ? new Mean() : new Slope()
                        : new CensoredKendall(),
                    table,
                    roles));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
