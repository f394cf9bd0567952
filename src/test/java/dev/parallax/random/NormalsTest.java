package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Normals, their sums and exponentials against their distributions. All seeds are fixed. */
class NormalsTest {

  private static final int ITEMS = 100;
  private static final int EACH = 100_000;
  private static final double N = (double) ITEMS * EACH;

  /** What a z of this size is exceeded by: 6e-5 of the time, and with fixed seeds never again. */
  private static final double FAR = 4;

  private static double above(double x) {
    return 0.5 * Erf.erfc(x / Math.sqrt(2));
  }

  private interface Each {
    void accept(double x);
  }

  private static void draw(long seed, Each each) {
    RandomStream stream = RandomStream.of(seed, Purpose.SYNTHETIC, 0);
    double[] out = new double[EACH];
    for (int item = 0; item < ITEMS; item++) {
      stream.moveTo(item).gaussians(out, 0, EACH);
      for (double x : out) {
        each.accept(x);
      }
    }
  }

  @Test
  void moments() {
    double[] m = new double[9];
    draw(
        1,
        x -> {
          double power = 1;
          for (int k = 1; k <= 8; k++) {
            power *= x;
            m[k] += power;
          }
        });
    double[] mean = {1, 0, 1, 0, 3, 0, 15, 0, 105};
    double[] square = {1, 1, 3, 15, 105, 945, 10395, 135135, 2027025};
    for (int k = 1; k <= 8; k++) {
      double error = Math.sqrt((square[k] - mean[k] * mean[k]) / N);
      assertEquals(mean[k], m[k] / N, FAR * error, "moment " + k);
    }
  }

  /** Bins of 0.02, down to tails of about 20 expected draws beyond 4.7. */
  @Test
  void fineBinsAndTails() {
    int half = 235;
    long[] counts = new long[2 * half + 2];
    draw(
        2, x -> counts[(int) Math.max(0, Math.min(2 * half + 1, Math.floor(50 * x) + half + 1))]++);
    double[] expected = new double[counts.length];
    for (int j = 0; j < half; j++) {
      expected[half + 1 + j] = N * (above(j / 50.0) - above((j + 1) / 50.0));
      expected[half - j] = expected[half + 1 + j];
    }
    expected[0] = N * above(half / 50.0);
    expected[counts.length - 1] = expected[0];
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-3 && p < 1 - 1e-3, () -> "p = " + p);
  }

  @Test
  void tailsBeyondTheLowestLayer() {
    double start = new Layers().edge(0);
    long[] counts = new long[8];
    double[] sum = new double[1];
    draw(
        3,
        x -> {
          double size = Math.abs(x);
          if (size > start) {
            sum[0] += size;
            counts[(int) Math.min(7, (size - start) / 0.1)]++;
          }
        });
    double n = Arrays.stream(counts).sum();
    double mean = 2 * N * above(start);
    assertEquals(mean, n, FAR * Math.sqrt(mean));
    double[] expected = new double[8];
    for (int j = 0; j < 8; j++) {
      double right = j == 7 ? 0 : above(start + (j + 1) * 0.1);
      expected[j] = 2 * N * (above(start + j * 0.1) - right);
    }
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-3, () -> "p = " + p);
    double mills = StrictMath.exp(-start * start / 2) / Math.sqrt(2 * Math.PI) / above(start);
    assertEquals(mills, sum[0] / n, FAR * 0.24 / Math.sqrt(n));
  }

  /** The draws that reject their word: overhangs and tail, two hundred times over-represented. */
  @Test
  void rejectedDrawsFollowTheLeftoverAreas() {
    Layers layers = new Layers();
    double[] areas = layers.leftover();
    double[] edges = new double[layers.count + 1];
    for (int i = 0; i <= layers.count; i++) {
      edges[i] = -layers.edge(i);
    }
    Xoshiro256 spare = new Xoshiro256().state(1, 2, 3, 4);
    Xoshiro256 source = new Xoshiro256().state(5, 6, 7, 8);
    int n = 3_000_000;
    long[] counts = new long[layers.count + 1];
    long negative = 0;
    for (int k = 0; k < n; k++) {
      double x = Ziggurat.resolve(source.next(), spare);
      negative += x < 0 ? 1 : 0;
      int place = Arrays.binarySearch(edges, -Math.abs(x));
      int region = place >= 0 ? place : -place - 2;
      counts[region < 0 ? layers.count : region]++;
    }
    double p = new ChiSquareTest().chiSquareTest(areas, counts);
    assertTrue(p > 1e-3, () -> "p = " + p);
    assertEquals(0.5, (double) negative / n, FAR * 0.5 / Math.sqrt(n));
  }

  /** Within one overhang, here the cap, points follow the curve less its floor. */
  @Test
  void rejectedDrawsFollowTheCurveInTheCap() {
    Layers layers = new Layers();
    double width = layers.edge(layers.count - 1);
    double floor = Layers.density(width);
    Xoshiro256 spare = new Xoshiro256().state(1, 2, 3, 4);
    Xoshiro256 source = new Xoshiro256().state(5, 6, 7, 8);
    long[] counts = new long[10];
    for (int k = 0; k < 1_000_000; k++) {
      double size = Math.abs(Ziggurat.resolve(source.next(), spare));
      if (size < width) {
        counts[(int) (10 * size / width)]++;
      }
    }
    double[] expected = new double[10];
    for (int j = 0; j < 10; j++) {
      for (int k = 0; k < 100; k++) {
        expected[j] += Layers.density((j + (k + 0.5) / 100) * width / 10) - floor;
      }
    }
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-3, () -> "p = " + p);
  }

  @Test
  void neighboursAreIndependent() {
    for (int lag = 1; lag <= 17; lag++) {
      double[] x = new double[200_017];
      RandomStream.of(4, lag).gaussians(x, 0, x.length);
      double product = 0;
      double squares = 0;
      for (int k = 0; k < 200_000; k++) {
        product += x[k] * x[k + lag];
        squares += (x[k] * x[k] - 1) * (x[k + lag] * x[k + lag] - 1);
      }
      assertEquals(0, product / Math.sqrt(200_000), FAR);
      assertEquals(0, squares / 2 / Math.sqrt(200_000), FAR);
    }
  }

  @Test
  void standardizedSumsAreNormal() {
    double[] z = new double[3000];
    RandomStream stream = RandomStream.of(20240101, 0);
    for (int item = 0; item < z.length; item++) {
      z[item] = stream.moveTo(item).gaussianSum(1000) / Math.sqrt(1000);
    }
    fits(new NormalDistribution(null, 0, 1), z);
    double squares = Arrays.stream(z).map(x -> x * x).sum();
    assertEquals(3000, squares, FAR * Math.sqrt(2 * 3000));
    assertEquals(3000, Arrays.stream(z).distinct().count());
  }

  @Test
  void normalsAndExponentialsAreContinuous() {
    RandomStream stream = RandomStream.of(6, 0);
    fits(new NormalDistribution(null, 0, 1), draws(stream));
    double[] waits = new double[50_000];
    Arrays.setAll(waits, k -> stream.nextExponential());
    fits(new ExponentialDistribution(null, 1), waits);
    double[] scaled = new double[50_000];
    Arrays.setAll(scaled, k -> stream.nextGaussian(10, 3));
    fits(new NormalDistribution(null, 10, 3), scaled);
  }

  private static double[] draws(RandomStream stream) {
    double[] x = new double[50_000];
    stream.gaussians(x, 0, x.length);
    return x;
  }

  private static void fits(RealDistribution distribution, double[] sample) {
    double d = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(distribution, sample);
    assertTrue(
        d * Math.sqrt(sample.length) < 1.95, () -> "sqrt(n) D = " + d * Math.sqrt(sample.length));
  }
}
