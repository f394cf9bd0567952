package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Column;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {

  private static ColumnSummary of(Column column) {
    ColumnSummary.Accumulator summary = new ColumnSummary.Accumulator();
    for (int i = 0; i < column.size(); i++) {
      summary.add(column, i);
    }
    return summary.summary();
  }

  @Test
  void agreesWithCommonsMath() {
    double[] values = new SplittableRandom(1).doubles(10_000, -3, 5).toArray();
    ColumnSummary summary = of(new Column.Doubles(values));
    assertEquals(10_000, summary.count());
    assertEquals(new Mean().evaluate(values), summary.mean(), 1e-14);
    assertEquals(new StandardDeviation().evaluate(values), summary.sd(), 1e-13);
    assertEquals(Arrays.stream(values).min().orElseThrow(), summary.min());
    assertEquals(Arrays.stream(values).max().orElseThrow(), summary.max());
  }

  /** NIST's NumAcc1: mean 10000002, standard deviation 1, both exact. */
  @Test
  void numAcc1() {
    ColumnSummary summary = of(new Column.Doubles(new double[] {10000001, 10000003, 10000002}));
    assertEquals(10000002.0, summary.mean());
    assertEquals(1.0, summary.sd());
  }

  @Test
  void theSumIsExact() {
    assertEquals(2.0, of(new Column.Doubles(new double[] {1, 1e100, 1, -1e100})).sum());
    double[] tenths = new double[1000];
    Arrays.fill(tenths, 0.1);
    assertEquals(100.0, of(new Column.Doubles(tenths)).sum());
    assertEquals(
        Double.POSITIVE_INFINITY,
        of(new Column.Doubles(new double[] {Double.POSITIVE_INFINITY, 1})).sum());
  }

  /** The mean of a running update stops moving here, as the steps are less than half a unit. */
  @Test
  void orderedValuesFarFromZero() {
    int n = 2_000_000;
    ColumnSummary.Accumulator shifted = new ColumnSummary.Accumulator();
    ColumnSummary.Accumulator numbers = new ColumnSummary.Accumulator();
    for (int i = 0; i < n; i++) {
      shifted.add(0x1p52 + i);
      numbers.add(i);
    }
    ColumnSummary summary = shifted.summary();
    ColumnSummary plain = numbers.summary();
    assertEquals(plain.sd(), summary.sd());
    assertEquals(0x1p52 + (n - 1) / 2.0, summary.mean(), 0.5);
    assertEquals(
        (double) plain.sum(), (double) summary.sum() - 0x1p52 * n, Math.ulp(0x1p52 * n) / 2);
  }

  @Test
  void nothingOverflowsOnTheWay() {
    ColumnSummary summary = of(new Column.Doubles(new double[] {1e308, 1e308, -1e308}));
    assertEquals(1e308, summary.sum());
    assertEquals(1e308 / 3, summary.mean());
  }

  @Test
  void integersAreSummedExactlyBeyond64Bits() {
    ColumnSummary summary =
        of(new Column.Longs(new long[] {Long.MAX_VALUE, Long.MAX_VALUE, 3, -1}));
    BigInteger twice = BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1);
    assertEquals(twice.add(BigInteger.TWO), summary.sum());
    assertEquals(-1L, summary.min());
    assertEquals(Long.MAX_VALUE, summary.max());
  }

  @Test
  void trueCountsAsOne() {
    ColumnSummary summary = of(new Column.Booleans(new boolean[] {true, false, true, true}));
    assertEquals(BigInteger.valueOf(3), summary.sum());
    assertEquals(0.75, summary.mean());
  }

  @Test
  void whatIsNotANumberIsCountedApart() {
    ColumnSummary summary = of(new Column.Doubles(new double[] {Double.NaN, 2, Double.NaN, 4}));
    assertEquals(2, summary.count());
    assertEquals(2, summary.undefined());
    assertEquals(3.0, summary.mean());
    ColumnSummary none = of(new Column.Doubles(new double[0]));
    assertTrue(Double.isNaN(none.mean()) && Double.isNaN(none.sd()));
    assertEquals(Double.NaN, none.min());
  }

  /** Equal values: the first; NaN is nowhere; beyond 2^53 an integer is itself. */
  @Test
  void whereTheLeastAndTheGreatestAre() {
    ColumnSummary.Accumulator doubles = new ColumnSummary.Accumulator();
    double[] values = {Double.NaN, 3, 1, 7, 1, 7, Double.NaN, 2};
    for (int i = 0; i < values.length; i++) {
      doubles.add(new Column.Doubles(values), i, 100 + i);
    }
    assertEquals(102, doubles.summary().minItem());
    assertEquals(103, doubles.summary().maxItem());
    long[] large = {Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE};
    ColumnSummary.Accumulator longs = new ColumnSummary.Accumulator();
    for (int i = 0; i < large.length; i++) {
      longs.add(new Column.Longs(large), i, i);
    }
    assertEquals(3, longs.summary().minItem());
    assertEquals(1, longs.summary().maxItem());
    ColumnSummary.Accumulator none = new ColumnSummary.Accumulator();
    none.add(new Column.Doubles(new double[] {Double.NaN}), 0, 5);
    assertEquals(-1, none.summary().minItem());
    assertEquals(-1, none.summary().maxItem());
  }

  /** Long texts are counted as entries, and held by nobody. */
  @Test
  void textsOfAThousandCharactersAreKept() {
    ColumnSummary.Accumulator texts = new ColumnSummary.Accumulator();
    String[] values = {"a", "b".repeat(1000), "c".repeat(1001), "a"};
    for (int i = 0; i < values.length; i++) {
      texts.add(new Column.Texts(values), i);
    }
    ColumnSummary summary = texts.summary();
    assertEquals(4, summary.count());
    ColumnSummary.TextCounts counts = summary.texts().orElseThrow();
    assertEquals(2, counts.distinct());
    assertEquals(false, counts.complete());
    assertEquals(2L, counts.frequent().get("a"));
    assertEquals(1L, counts.frequent().get("b".repeat(1000)));
  }
}
