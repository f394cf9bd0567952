package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ExactDistribution;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.interval.Moments;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Ratio;
import dev.parallax.statistic.Skewness;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.TrimmedMean;
import dev.parallax.statistic.sums.Translation;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole numbers near 2^50, where a quarter is the last place, are as good as small ones. */
class FarFromZeroTest {
  private static final double FAR = 0x1p50;

  private static double[] small(int n) {
    return new SplittableRandom(n).ints(n, -40, 40).asDoubleStream().toArray();
  }

  private static double[] moved(double[] values) {
    return Arrays.stream(values).map(v -> v + FAR).toArray();
  }

  private static double value(Statistic statistic, double[]... columns) {
    double[] values = new double[statistic.responses().size()];
    Resample all = Resample.everyRow(columns[0].length);
    statistic.prepare(columns).evaluator().evaluate(all, values);
    return values[values.length - 1];
  }

  @Test
  void theStandardErrorOfAResample() {
    double[] near = small(101);
    for (Statistic statistic : List.of(new Mean(), new TrimmedMean(0.1))) {
      Statistic with = StandardErrors.with(statistic);
      double error = value(with, near);
      assertEquals(error, value(with, moved(near)), 1e-12 * error);
    }
  }

  @Test
  void theStandardErrorOfNumbersWhoseSquaresAreNoDoubles() {
    Statistic with = StandardErrors.with(Statistics.find(List.of("variance-n")));
    double[] values = small(60);
    double error = value(with, values);
    for (int exponent : new int[] {-500, 490}) {
      double[] scaled = Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray();
      assertEquals(Math.scalb(error, 2 * exponent), value(with, scaled));
    }
  }

  @Test
  void theDifferenceOfTwoMeans() {
    double[] near = small(33);
    double[] samples = new double[33];
    Arrays.fill(samples, 12, 33, 1);
    Statistic difference = Statistics.find(List.of("difference:mean"));
    double expected = value(difference, near, samples);
    assertEquals(expected, value(difference, moved(near), samples), 4 * Math.ulp(expected));
  }

  @Test
  void aColumnThatIsNearStaysWhereItIs() {
    double[][] near = {small(9)};
    assertSame(near, Translation.near(new Mean(), near));
    double[][] far = {moved(near[0])};
    double[][] brought = Translation.near(new Median(), far);
    assertNotSame(far, brought);
    assertEquals(near[0][3] - near[0][0], brought[0][3]);
    double[][] pair = {far[0], near[0]};
    assertSame(pair[1], Translation.near(new Pearson(), pair)[1]);
    assertSame(pair, Translation.near(new Ratio(), pair), "a ratio is another elsewhere");
    double[][] equal = {{FAR, FAR}};
    assertSame(equal, Translation.near(new Mean(), equal));
  }

  private static JackknifeResult jackknife(String statistic, double[] values) {
    Table table = Table.of("far").with("x", values);
    Bootstrap bootstrap =
        Bootstrap.of(Statistics.find(List.of(statistic)), table, "x").withResamples(2);
    double estimate = bootstrap.estimate();
    return BootstrapAnalysis.of(bootstrap, name -> new double[] {estimate, estimate})
        .withJackknife(Jackknife.of(bootstrap).values())
        .results(Intervals.at())
        .get(0)
        .jackknife()
        .orElseThrow();
  }

  @Test
  void theJackknife() {
    double[] near = small(101);
    for (String statistic : List.of("mean", "sd", "skewness")) {
      JackknifeResult here = jackknife(statistic, near);
      JackknifeResult there = jackknife(statistic, moved(near));
      assertEquals(here.standardError(), there.standardError(), 1e-13 * here.standardError());
      assertEquals(here.bias(), there.bias(), 1e-13 * here.standardError());
      assertEquals(here.acceleration(), there.acceleration(), 1e-14);
    }
    assertTrue(jackknife("trimmed-mean:0.1", near).defined());
    assertTrue(jackknife("trimmed-mean:0.1", moved(near)).rounded());
  }

  /** Without its one outlier a column is its small numbers, which no sum with it tells. */
  @Test
  void oneRowThatIsAllOfTheSpread() {
    double[] values = small(40);
    values[7] = 0x1p60;
    JackknifeResult result = jackknife("skewness", values);
    double[] leftOut = result.leftOut();
    JackknifeResult plain = JackknifeResult.of(value(new Skewness(), values), leftOut);
    assertEquals(plain.standardError(), result.standardError(), 1e-9 * plain.standardError());
  }

  /** Differences of rounded values, of which n - 1 times half a last place is too much. */
  @Test
  void aJackknifeOfWhatIsRoundedIsWithheld() {
    double[] leftOut = {FAR, FAR + 1, FAR, FAR - 1, FAR + 0.25};
    assertTrue(JackknifeResult.of(FAR, leftOut).rounded());
    double[] clear = {FAR, FAR + 100, FAR, FAR - 100, FAR};
    JackknifeResult known = JackknifeResult.of(FAR, clear);
    assertTrue(known.defined());
    double[] large = Arrays.stream(clear).map(v -> (v - FAR) * 1e200).toArray();
    JackknifeResult scaled = JackknifeResult.of(0, large);
    assertEquals(known.standardError() * 1e200, scaled.standardError(), 1e187);
    assertEquals(known.acceleration(), scaled.acceleration(), 1e-15);
  }

  @Test
  void momentsOfReplicatesOfAnySize() {
    double[] values = small(77);
    Moments plain = ReplicateDistribution.of(values).moments();
    for (double unit : new double[] {0x1p-1000, 0x1p1000}) {
      double[] scaled = Arrays.stream(values).map(v -> v * unit).toArray();
      BootstrapDistribution d = ReplicateDistribution.of(scaled);
      assertEquals(plain.deviation() * unit, d.moments().deviation());
      assertEquals(plain.kurtosis(), d.moments().kurtosis(), 1e-14);
      double[] even = new double[77];
      Arrays.fill(even, 2);
      Moments exact = ExactDistribution.of(scaled, even).moments();
      assertEquals(plain.deviation() * unit, exact.deviation(), 1e-14 * exact.deviation());
      assertEquals(plain.skewness(), exact.skewness(), 1e-14);
    }
    assertEquals(0, ReplicateDistribution.of(new double[] {2, 2}).moments().kurtosis());
  }
}
