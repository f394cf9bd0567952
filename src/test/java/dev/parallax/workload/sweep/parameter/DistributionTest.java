package dev.parallax.workload.sweep.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.PointBlock;
import dev.parallax.workload.sweep.design.Sampled;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
  private static final int N = 20_000;

  private static double[] drawn(String text) {
    Design design = Sampled.uniform(List.of(Variable.parse("x=" + text)), N, 1);
    Block block = new Block(0, 0, N);
    Design.Pass pass = design.decoder().open(PointBlock.of(block), new double[0]);
    double[] values = new double[N];
    double[] point = new double[1];
    for (int i = 0; i < N; i++) {
      pass.decode(i, point);
      values[i] = point[0];
    }
    return values;
  }

  /** Mean and standard deviation against the exact ones, within 4 standard errors. */
  @ParameterizedTest
  @CsvSource({
    // text, mean, sd, kurtosis
    "uniform:-1:3, 1, 1.1547005383792515, 1.8",
    "normal:5:2, 5, 2, 3",
    // mean (b - a) / ln(b / a) = 99 / ln 100, variance (b^2 - a^2) / (2 ln(b / a)) - mean^2
    "loguniform:1:100, 21.49756854, 24.96961795, 4.05",
    "integers:1:6, 3.5, 1.707825127659933, 1.731",
    "'choice:1,2,6', 3, 2.160246899469287, 1.5"
  })
  void momentsAreThoseOfTheDistribution(String text, double mean, double sd, double kurtosis) {
    double[] values = drawn(text);
    double found = Arrays.stream(values).average().orElseThrow();
    assertEquals(mean, found, 4 * sd / Math.sqrt(N), "mean of " + text);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double error = sd * sd * Math.sqrt((kurtosis - 1) / N);
    assertEquals(sd * sd, square, 4 * error, "variance of " + text);
  }

  @Test
  void shapesAreThoseOfTheDistribution() {
    assertLike(new NormalDistribution(5, 2), drawn("normal:5:2"));
    double[] logarithms = Arrays.stream(drawn("loguniform:1:100")).map(Math::log).toArray();
    for (int i = 0; i < N; i++) {
      logarithms[i] = logarithms[i] / Math.log(100);
    }
    assertLike(new org.apache.commons.math3.distribution.UniformRealDistribution(), logarithms);
    double[] powers = Arrays.stream(drawn("normal:0:1")).map(Math::exp).toArray();
    assertLike(new LogNormalDistribution(0, 1), powers);
    long[] counts = new long[6];
    Arrays.stream(drawn("integers:1:6")).forEach(v -> counts[(int) v - 1]++);
    double[] even = {1, 1, 1, 1, 1, 1};
    assertTrue(new ChiSquareTest().chiSquareTest(even, counts) > 0.001, Arrays.toString(counts));
  }

  private static void assertLike(RealDistribution distribution, double[] values) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, values);
    assertTrue(p > 0.001, "p " + p);
  }

  /** R 4.2: {@code qnorm(c(0.025, 0.5, 0.975, 1e-9))}. */
  @Test
  void quantilesAreExact() {
    Distribution normal = DistributionText.parse("normal:0:1");
    assertEquals(-1.959963984540054, normal.at(0.025), 1e-14);
    assertEquals(0, normal.at(0.5));
    assertEquals(1.959963984540054, normal.at(0.975), 1e-14);
    assertEquals(-5.99780701500769, normal.at(1e-9), 1e-7);
    assertTrue(Double.isFinite(normal.at(0)));
    Distribution integers = DistributionText.parse("integers:-1:1");
    assertEquals(-1, integers.at(0));
    assertEquals(0, integers.at(0.5));
    assertEquals(1, integers.at(Math.nextDown(1.0)));
    assertEquals(1, DistributionText.parse("loguniform:1:100").at(0));
    assertEquals(10, DistributionText.parse("loguniform:1:100").at(0.5), 1e-14);
    Distribution colours = DistributionText.parse("choice:red, green");
    assertEquals(List.of("red", "green"), colours.levels());
    assertEquals(0, colours.at(0.49));
    assertEquals(1, colours.at(0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unifrm:0:1|no distribution 'unifrm'; did you mean 'uniform'?",
        "uniform:0|uniform is written uniform:a:b",
        "uniform|uniform is written uniform:a:b",
        "normal:0:1:2|normal is written normal:mean:sd",
        "uniform:1:1|the lower end must be below the upper: 1.0 is not below 1.0",
        "uniform:-1e308:1e308|too far apart",
        "uniform:a:1|'a' is not a finite number",
        "loguniform:0:1|loguniform needs ends above 0, not 0.0",
        "normal:0:0|the standard deviation must be above 0, not 0.0",
        "integers:3:1|the lower end must not be above the upper: 3 is above 1",
        "integers:0:1.5|integers needs whole numbers up to 2^53, not '1.5'",
        "integers:0:1e17|integers needs whole numbers up to 2^53, not '1e17'",
        "choice:|a value is missing",
        "choice:red,red|'red' is given more than once",
        "linspace:0:1:5|linspace is for a grid; a sampled design takes uniform:0:1",
        "geomspace:1:9:5|geomspace is for a grid; a sampled design takes loguniform:1:9",
        "logspace:-1:2:5|logspace is for a grid; a sampled design takes loguniform:1e-1:1e2",
        "range:0:5:1|range is for a grid; a sampled design takes uniform:0:5 or integers:0:5",
        "1,2,3|'1,2,3' lists values of a grid; for any of these at random, write choice:1,2,3",
      })
  void whatIsWrongIsSaid(String text, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Variable.parse("x=" + text));
    assertTrue(e.getMessage().startsWith("parameter 'x': "), e.getMessage());
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
