package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Streams of neighbouring items, seeds, purposes and lanes have nothing to do with each other. */
class IndependenceTest {

  private static final double FAR = 4.5;

  private interface Words {
    long at(long index);
  }

  /**
   * First words over items, over seeds, over high item bits; the spare's; one lane's over steps.
   */
  private static Words[] families() {
    long[] keys = Keys.of(1, Purpose.ITEM);
    Xoshiro256 spare = new Xoshiro256();
    RandomStream stream = RandomStream.of(2, 0);
    return new Words[] {
      i -> Keys.firstWord(keys, i),
      i -> Keys.firstWord(Keys.of(i, Purpose.ITEM), 0),
      i -> Keys.firstWord(keys, i << 40),
      i -> spare.seed(keys, i, Keys.SPARE).next(),
      i -> spare.seed(keys, i >> 3, (int) i & 7).next(),
      i -> stream.moveTo(i).nextLong() ^ stream.nextLong(),
      i -> stream.nextLong()
    };
  }

  @Test
  void everyBitIsFairAndFlipsHalfTheTime() {
    int n = 50_000;
    for (Words words : families()) {
      int[] ones = new int[Long.SIZE];
      int[] flips = new int[Long.SIZE];
      long last = words.at(0);
      for (int i = 1; i <= n; i++) {
        long word = words.at(i);
        for (int b = 0; b < Long.SIZE; b++) {
          ones[b] += (int) (word >>> b) & 1;
          flips[b] += (int) ((word ^ last) >>> b) & 1;
        }
        last = word;
      }
      for (int b = 0; b < Long.SIZE; b++) {
        assertEquals(0, (2.0 * ones[b] - n) / Math.sqrt(n), FAR);
        assertEquals(0, (2.0 * flips[b] - n) / Math.sqrt(n), FAR);
      }
    }
  }

  /** Flipping any bit of the item or the seed flips each bit of the first word half the time. */
  @Test
  void avalanche() {
    int n = 1000;
    for (int flipped = 0; flipped < Long.SIZE; flipped++) {
      long items = 0;
      long seeds = 0;
      for (long i = 0; i < n; i++) {
        long other = i ^ (1L << flipped);
        long[] keys = Keys.of(i, Purpose.ITEM);
        items += Long.bitCount(Keys.firstWord(keys, i) ^ Keys.firstWord(keys, other));
        long[] otherKeys = Keys.of(other, Purpose.ITEM);
        seeds += Long.bitCount(Keys.firstWord(keys, 9) ^ Keys.firstWord(otherKeys, 9));
      }
      double half = 0.5 * Long.SIZE * n;
      assertEquals(0, (items - half) / Math.sqrt(half / 2), FAR);
      assertEquals(0, (seeds - half) / Math.sqrt(half / 2), FAR);
    }
  }

  /** Pairs of neighbours in 16 by 16 cells, by the high bits and by the low. */
  @Test
  void neighboursFillTheSquareEvenly() {
    for (Words words : families()) {
      long[] high = new long[256];
      long[] low = new long[256];
      for (int i = 0; i < 100_000; i++) {
        long x = words.at(2L * i);
        long y = words.at(2L * i + 1);
        high[(int) (x >>> 60 << 4 | y >>> 60)]++;
        low[(int) ((x & 15) << 4 | (y & 15))]++;
      }
      even(high);
      even(low);
    }
  }

  private static void even(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, 1);
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-4 && p < 1 - 1e-4, () -> "p = " + p);
  }

  /** 2^17 words of 32 bits: 2^34 / 2 / 2^32 = 2 pairs expected to collide. */
  @Test
  void collisionsAreAsRareAsTheyShouldBe() {
    int n = 1 << 17;
    for (Words words : families()) {
      long[] drawn = new long[n];
      Arrays.setAll(drawn, words::at);
      assertEquals(n, Arrays.stream(drawn).distinct().count());
      assertTrue(n - Arrays.stream(drawn).map(w -> w >>> 32).distinct().count() <= 9);
      assertTrue(n - Arrays.stream(drawn).map(w -> w & 0xffffffffL).distinct().count() <= 9);
    }
  }

  @Test
  void itemsSeedsAndPurposesAreUncorrelated() {
    int n = 20_000;
    RandomStream base = RandomStream.of(1, 1000);
    double[] x = normals(base, n);
    for (int other = 0; other < 40; other++) {
      correlate(x, normals(base.moveTo(other), n));
      correlate(x, normals(base.moveTo(1000L + (1L << (other + 20))), n));
      correlate(x, normals(RandomStream.of(other + 2, 1000), n));
    }
    correlate(x, normals(RandomStream.of(1, Purpose.ARRAY, 1000), n));
    correlate(x, normals(RandomStream.of(1, Purpose.RESAMPLE, 1000), n));
  }

  private static double[] normals(RandomStream stream, int n) {
    double[] out = new double[n];
    stream.gaussians(out, 0, n);
    return out;
  }

  private static void correlate(double[] x, double[] y) {
    double product = IntStream.range(0, x.length).mapToDouble(k -> x[k] * y[k]).sum();
    assertEquals(0, product / Math.sqrt(x.length), FAR);
  }

  /** Threads share the lanes: sums made side by side are those made in turn. */
  @Test
  void threadsDoNotDisturbEachOther() {
    double[] inTurn = IntStream.range(0, 400).mapToDouble(IndependenceTest::sum).toArray();
    double[] together =
        IntStream.range(0, 400).parallel().mapToDouble(IndependenceTest::sum).toArray();
    assertTrue(Arrays.equals(inTurn, together));
  }

  private static double sum(int item) {
    return RandomStream.of(1, item).gaussianSum(5000);
  }
}
