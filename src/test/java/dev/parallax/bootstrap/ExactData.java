package dev.parallax.bootstrap;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two correlated columns of whole numbers, and the doubles that they are in units of a power of
 * two: no bit of a number is lost, at any offset up to 10^15 times the spread.
 */
record ExactData(long[] x, long[] y, int exponent) {

  /** So many rows, with a spread of about 2^scale, at offsets of so many spreads from zero. */
  static ExactData of(int n, double offset, int scale) {
    SplittableRandom random = new SplittableRandom(n + (long) offset);
    int bits = offset > 1 ? Math.min(30, 51 - Math.getExponent(offset)) : 30;
    double unit = 1L << bits;
    long[] x = new long[n];
    long[] y = new long[n];
    for (int row = 0; row < n; row++) {
      double a = random.nextGaussian();
      double b = 0.6 * a + 0.8 * random.nextGaussian() + 0.2 * a * a;
      x[row] = Math.round(unit * offset) + Math.round(unit * a);
      y[row] = Math.round(unit * offset / 2) + Math.round(unit * b);
    }
    return new ExactData(x, y, scale - bits);
  }

  double[][] columns(int count) {
    double[][] all = {in(x), in(y)};
    return Arrays.copyOf(all, count);
  }

  private double[] in(long[] whole) {
    return Arrays.stream(whole).mapToDouble(v -> Math.scalb((double) v, exponent)).toArray();
  }
}
