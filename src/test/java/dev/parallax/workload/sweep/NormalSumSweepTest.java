package dev.parallax.workload.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.builtin.NormalSum;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Standardised, the sums are independent standard normals. Workers that share a random stream, as
 * those of a forked Python pool do, would repeat each value.
 */
class NormalSumSweepTest {

  @ParameterizedTest
  @CsvSource({"3000, 100000, 1", "3000, 100000, 2", "100000, 10, 1", "100000, 1, 3"})
  void everyPointHasAStreamOfItsOwn(int points, int draws, long seed) {
    Parameter mu = Parameter.linspace("mu", -1, 1, points);
    Parameter sigma = Parameter.linspace("sigma", 0.1, 1, points);
    Sweep sweep = Sweep.of(new NormalSum(draws), Design.paired(mu, sigma)).withSeed(seed);
    double[] z = Runner.on(new SequentialEngine()).run(sweep).doubles("sum");
    for (int i = 0; i < points; i++) {
      double deviation = sigma.values().at(i) * Math.sqrt(draws);
      z[i] = (z[i] - draws * mu.values().at(i)) / deviation;
    }
    // Shared streams agree to 3e-11; of 100,000 values, chance brings none so near each other.
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < points; i++) {
      assertTrue(sorted[i] - sorted[i - 1] > 1e-13, "two points share their value");
    }
    double squares = Arrays.stream(z).map(v -> v * v).sum();
    ChiSquaredDistribution chiSquare = new ChiSquaredDistribution(points);
    assertTrue(squares > chiSquare.inverseCumulativeProbability(0.0005), () -> "" + squares);
    assertTrue(squares < chiSquare.inverseCumulativeProbability(0.9995), () -> "" + squares);
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(), z);
    assertTrue(p > 0.001, () -> "Kolmogorov-Smirnov p " + p);
    assertEquals(points, z.length);
  }
}
