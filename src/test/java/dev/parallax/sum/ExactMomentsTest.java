package dev.parallax.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against BigDecimal, in which sums and products of doubles are exact. */
class ExactMomentsTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** The mean of two doubles may lie half way between two others, which all its digits tell. */
  private static final MathContext ALL_DIGITS = new MathContext(1200);

  private static BigDecimal sum(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double sd(double[] values) {
    BigDecimal n = BigDecimal.valueOf(values.length);
    BigDecimal squares =
        Arrays.stream(values)
            .mapToObj(BigDecimal::new)
            .map(v -> v.multiply(v))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal spread = n.multiply(squares).subtract(sum(values).pow(2));
    BigDecimal divisor = n.multiply(n.subtract(BigDecimal.ONE));
    return spread.divide(divisor, DIGITS).sqrt(DIGITS).doubleValue();
  }

  private static void check(double[] values, String what) {
    ExactMoments moments = ExactMoments.of(values);
    BigDecimal sum = sum(values);
    assertEquals(values.length, moments.count(), what);
    assertEquals(sum.doubleValue(), moments.sum(), what);
    BigDecimal n = BigDecimal.valueOf(values.length);
    assertEquals(sum.divide(n, ALL_DIGITS).doubleValue(), moments.mean(), what);
    assertEquals(sd(values), moments.sd(), what);
    ExactSum alone = new ExactSum();
    Arrays.stream(values).forEach(alone::add);
    assertEquals(sum.doubleValue(), alone.value(), what);
    assertEquals(moments.mean(), alone.over(values.length), what);
  }

  @Test
  void everyOffsetAndScaleIsRoundedOnce() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n : new int[] {2, 10, 1000}) {
      for (double scale : new double[] {1e-310, 1e-150, 1e-20, 1, 1e20, 1e150, 1e290}) {
        for (double offset : new double[] {0, 1, 1e3, 1e9, 1e15}) {
          double[] values = random.doubles(n, -1, 1).map(v -> (v + offset) * scale).toArray();
          check(values, n + " numbers of scale " + scale + " at " + offset);
        }
      }
    }
  }

  @Test
  void numbersOfEverySizeTogether() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 50; round++) {
      double[] values =
          random
              .longs(100)
              .mapToDouble(Double::longBitsToDouble)
              .filter(Double::isFinite)
              .toArray();
      check(values, "round " + round);
    }
  }

  /** A cell takes 512 mantissas of one exponent. */
  @Test
  void manyNumbersOfOneExponent() {
    double[] values = new double[10_000];
    Arrays.fill(values, Math.nextDown(2.0));
    values[77] = 1;
    check(values, "nearly equal");
    Arrays.fill(values, -Double.MIN_VALUE);
    values[5] = Double.MIN_VALUE;
    check(values, "the least there are");
  }

  @Test
  void nothingOverflowsOnTheWay() {
    ExactMoments moments = ExactMoments.of(new double[] {1e308, 1e308, -1e308});
    assertEquals(1e308, moments.sum());
    assertEquals(1e308 / 3, moments.mean());
    assertEquals(1e308 / Math.sqrt(3) * 2, moments.sd(), 1e293);
    moments = ExactMoments.of(new double[] {1.7e308, 1.7e308});
    assertEquals(Double.POSITIVE_INFINITY, moments.sum());
    assertEquals(1.7e308, moments.mean());
    assertEquals(0, moments.sd());
  }

  @Test
  void theOrderDoesNotMatter() {
    double[] values = new SplittableRandom(9).doubles(5000, 1e6, 1e6 + 1).toArray();
    ExactMoments up = ExactMoments.of(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    ExactMoments down = ExactMoments.of(sorted);
    assertEquals(up.sum(), down.sum());
    assertEquals(up.sd(), down.sd());
    assertEquals(up.sd(), up.sd(), "reading changes nothing");
  }

  /** The sd of N numbers in steps of 1 is √((N² - 1) / 12 N / (N - 1)). */
  @Test
  void anOrderedColumnAtAnOffset() {
    int n = 1_000_000;
    double[] values = new double[n];
    Arrays.setAll(values, i -> (1L << 31) + i);
    double expected = Math.sqrt(((double) n * n - 1) / 12 * n / (n - 1));
    assertEquals(expected, ExactMoments.of(values).sd(), 2 * Math.ulp(expected));
  }

  @Test
  void infinitiesAreWhatPlainSumsMakeOfThem() {
    double inf = Double.POSITIVE_INFINITY;
    ExactMoments up = ExactMoments.of(new double[] {1, inf, 2});
    assertEquals(inf, up.sum());
    assertEquals(inf, up.mean());
    assertEquals(Double.NaN, up.sd());
    assertEquals(-inf, ExactMoments.of(new double[] {-inf, 1e308}).sum());
    assertEquals(Double.NaN, ExactMoments.of(new double[] {-inf, inf}).mean());
    assertEquals(Double.NaN, ExactMoments.of(new double[] {Double.NaN, 1}).sum());
  }

  @Test
  void ofNothingAndOfOne() {
    ExactMoments none = new ExactMoments();
    assertEquals(0, none.sum());
    assertEquals(Double.NaN, none.mean());
    assertEquals(Double.NaN, none.rootMeanSquare());
    none.add(3.5);
    assertEquals(3.5, none.mean());
    assertEquals(Double.NaN, none.sd());
    assertEquals(0, none.rootMeanSquare());
  }

  @Test
  void wholeNumbersOfAnySize() {
    long[] values = {Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, -5, Long.MIN_VALUE, 1L << 53};
    ExactMoments moments = new ExactMoments();
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long value : values) {
      moments.add(value);
      BigInteger big = BigInteger.valueOf(value);
      sum = sum.add(big);
      squares = squares.add(big.multiply(big));
    }
    assertEquals(sum, moments.wholeSum());
    BigInteger n = BigInteger.valueOf(values.length);
    BigDecimal spread = new BigDecimal(n.multiply(squares).subtract(sum.multiply(sum)));
    double sd = spread.divide(BigDecimal.valueOf(30), DIGITS).sqrt(DIGITS).doubleValue();
    assertEquals(sd, moments.sd());
    assertTrue(moments.rootMeanSquare() < sd);
  }

  /** Differences of 1 among numbers of 2^60 are told by all of the bits of their squares. */
  @Test
  void largeWholeNumbersThatDifferByLittle() {
    SplittableRandom random = new SplittableRandom(10);
    for (int bits : new int[] {54, 55, 60, 62}) {
      ExactMoments far = new ExactMoments();
      ExactMoments near = new ExactMoments();
      for (int k = 0; k < 40; k++) {
        long step = random.nextLong(-9, 10);
        far.add((1L << bits) + step);
        near.add(step);
      }
      assertEquals(near.sd(), far.sd(), bits + " bits");
      assertEquals(near.rootMeanSquare(), far.rootMeanSquare(), bits + " bits");
    }
  }

  @Test
  void theRootOfSquares() {
    ExactMoments moments = ExactMoments.of(new double[] {3, 4, -12});
    assertEquals(13, moments.rootOfSquares(1));
    assertEquals(6.5, moments.rootOfSquares(4));
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(inf, ExactMoments.of(new double[] {1, inf}).rootOfSquares(2));
    assertEquals(inf, ExactMoments.of(new double[] {-inf, 1}).rootOfSquares(2));
    assertEquals(2e300, ExactMoments.of(new double[] {2e300}).rootOfSquares(1));
  }

  @Test
  void infinitiesAreCounted() {
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(3, ExactMoments.of(new double[] {inf, 1, Double.NaN}).count());
    ExactSum sum = new ExactSum();
    sum.add(1);
    sum.add(inf);
    assertEquals(inf, sum.value());
    sum.add(inf);
    assertEquals(inf, sum.over(4));
    sum.add(-inf);
    assertEquals(Double.NaN, sum.value());
    ExactSum down = new ExactSum();
    down.add(-inf);
    assertEquals(-inf, down.over(2));
  }
}
