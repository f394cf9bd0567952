package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Table TABLE =
      Table.of("t").with("x", 1, 2, Double.NaN, 4, 5).with("y", 2, 1, 3, Double.NaN, 7);

  @Test
  void rowsAreResampledWholeAndIncompleteOnesAreCounted() {
    Bootstrap bootstrap = Bootstrap.of(new Pearson(), TABLE, "x", "y");
    assertEquals(3, bootstrap.sample().rows());
    assertEquals(2, bootstrap.sample().skipped());
    assertEquals(1, Bootstrap.of(new Mean(), TABLE, "x").sample().skipped());
  }

  /** A statistic of one's own: the number of different rows, whose mean is n (1 - (1 - 1/n)^n). */
  static final class DistinctRows implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () ->
          resample -> {
            int distinct = 0;
            for (int count : resample.counts()) {
              distinct += count > 0 ? 1 : 0;
            }
            return distinct;
          };
    }
  }

  @Test
  void countsAndRowsAreThoseOfAMultinomial() {
    double[] values = new double[50];
    java.util.Arrays.setAll(values, i -> i);
    Bootstrap bootstrap =
        Bootstrap.of(new DistinctRows(), Table.of("t").with("v", values), "v")
            .withResamples(20_000);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    double expected = 50 * (1 - Math.pow(0.98, 50));
    // The variance of the number of occupied cells is below n times that of one cell.
    double error = Math.sqrt(50 * 0.364 * 0.636 / 20_000);
    assertEquals(expected, run.responses().get("replicate").mean(), 4 * error);
  }

  @Test
  void aStatisticThatThrowsFailsItsItemOnly() {
    Statistic picky =
        new Statistic() {
          private static final long serialVersionUID = 1L;

          @Override
          public int columns() {
            return 1;
          }

          @Override
          public Prepared prepare(double[][] columns) {
            return () ->
                resample -> {
                  if (resample.counts()[0] == 0) {
                    throw new IllegalStateException("row 0 is missed");
                  }
                  return resample.counts()[0];
                };
          }
        };
    Bootstrap bootstrap =
        Bootstrap.of(picky, Table.of("t").with("v", 1, 2, 3, 4), "v").withResamples(1000);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    // Row 0 is missed with probability (3/4)^4 = 0.316, standard error 15 in 1000.
    assertEquals(316, run.failed(), 60);
    assertEquals(1000 - run.failed(), run.responses().get("replicate").count());
  }

  @Test
  void whatIsWrongIsSaid() {
    assertWrong("only one row", Table.of("t").with("v", 1, Double.NaN));
    assertWrong("no row", Table.of("t").with("v", Double.NaN, Double.NaN));
    assertWrong("constant", Table.of("t").with("v", 3, 3, 3));
    assertWrong("no column 'w'; there is v", Table.of("t").with("v", 1, 2), "w");
    assertWrong("1 column, not of 2", Table.of("t").with("v", 1, 2).with("w", 1, 2), "v", "w");
    assertThrows(
        IllegalArgumentException.class,
        () -> Bootstrap.of(new Mean(), TABLE, "x").withResamples(0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BootstrapAnalysis.result(
                Bootstrap.of(new Mean(), TABLE, "x"), new double[] {1, 2}, 1.5));
    Bootstrap steep = Bootstrap.of(new Pearson(), TABLE, "x", "y");
    assertTrue(Double.isFinite(steep.estimate()));
  }

  /** How often the first row was drawn; fails where it was not. */
  private static final class FirstRow implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () ->
          resample -> {
            if (resample.counts()[0] == 0) {
              throw new ArithmeticException("not drawn");
            }
            return resample.counts()[0];
          };
    }
  }

  /** A replicate on which the statistic fails is none, and not 0, without an engine too. */
  @Test
  void replicatesThatFailAreUndefinedWithAndWithoutAnEngine() {
    Bootstrap bootstrap = Bootstrap.of(new FirstRow(), TABLE, "x").withResamples(500);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    assertTrue(run.failed() > 0);
    Intervals intervals = Intervals.at(0.9).by(IntervalMethod.PERCENTILE);
    BootstrapResult here = BootstrapAnalysis.here(bootstrap, intervals);
    assertEquals(run.failed(), here.undefined());
    BootstrapResult there =
        BootstrapAnalysis.result(bootstrap, run.doubles("replicate"), intervals);
    assertEquals(there.toString(), here.toString());
  }

  /** Throws on every sample. */
  private static final class Broken implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      throw new IllegalStateException("out of order");
    }
  }

  /** One value, and the units of two. */
  private static final class TwoUnits implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public List<Unit> units() {
      return List.of(Unit.OF_COLUMNS, Unit.NONE);
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () -> resample -> columns[0][resample.rows()[0]];
    }
  }

  @Test
  void unitsAreThoseOfTheValues() {
    for (Statistic wrong : List.of(new TwoUnits(), StandardErrors.with(new TwoUnits()))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Bootstrap.of(wrong, TABLE, "x"));
      assertEquals("the statistic tells units of 2 values, and has 1", e.getMessage());
    }
  }

  @Test
  void aStatisticThatFailsOnTheDataItselfIsSaidToDoSo() {
    Bootstrap bootstrap = Bootstrap.of(new Broken(), TABLE, "x");
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, bootstrap::estimate);
    assertTrue(e.getMessage().endsWith("IllegalStateException: out of order"), e.getMessage());
  }

  private static void assertWrong(String why, Table table, String... columns) {
    String[] names = columns.length == 0 ? new String[] {"v"} : columns;
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.of(new Mean(), table, names));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
