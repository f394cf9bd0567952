package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector lanes against their plain twin, bit by bit. */
class LanesTest {

  private static final int[] LENGTHS = {0, 1, 3, 7, 8, 9, 15, 16, 17, 100, 511, 512, 513, 1500};

  private final Lanes plain = new ScalarLanes();
  private Lanes vector;

  @BeforeEach
  void vectorLanes() {
    assumeTrue(VectorModule.isThere(), "no Vector API in this JVM");
    vector = vectorOrSkip();
  }

  private static Lanes vectorOrSkip() {
    try {
      return LanesChoice.vector();
    } catch (IllegalStateException e) {
      assumeTrue(false, "no vectors wide enough: " + e);
      throw new IllegalStateException(e);
    }
  }

  @Test
  void words() {
    long[] keys = Keys.of(3, Purpose.ITEM);
    long[] first = new long[4 * Lanes.WIDTH];
    long[] second = new long[4 * Lanes.WIDTH];
    Keys.seed(keys, 5, first);
    Keys.seed(keys, 5, second);
    for (int steps = 0; steps <= 64; steps++) {
      long[] expected = new long[512];
      long[] actual = new long[512];
      plain.words(first, expected, steps);
      vector.words(second, actual, steps);
      assertArrayEquals(expected, actual);
      assertArrayEquals(first, second);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, -1, 20240101, Long.MIN_VALUE})
  void streams(long seed) {
    for (Purpose purpose : Purpose.values()) {
      for (long item : new long[] {0, 1, 12345, -1, Long.MAX_VALUE}) {
        RandomStream expected = RandomStream.of(plain, seed, purpose, item);
        RandomStream actual = RandomStream.of(vector, seed, purpose, item);
        for (int length : LENGTHS) {
          compare(expected, actual, length);
        }
      }
    }
  }

  private static void compare(RandomStream expected, RandomStream actual, int length) {
    assertEquals(bits(expected.gaussianSum(length)), bits(actual.gaussianSum(length)));
    compareNormals(expected, actual, length);
    compareCounts(expected, actual, length + 1);
    for (int bound : new int[] {1, 2, 3, 300, 1 << 20, 3 << 29, Integer.MAX_VALUE}) {
      int[] left = new int[length + 3];
      int[] right = new int[length + 3];
      expected.bounded(bound, left, 1, length + 1);
      actual.bounded(bound, right, 1, length + 1);
      assertArrayEquals(left, right);
    }
    assertEquals(expected.nextLong(), actual.nextLong());
  }

  private static void compareNormals(RandomStream expected, RandomStream actual, int length) {
    double[] left = new double[length + 3];
    double[] right = new double[length + 3];
    expected.gaussians(left, 2, length + 2);
    actual.gaussians(right, 2, length + 2);
    for (int k = 0; k < left.length; k++) {
      assertEquals(bits(left[k]), bits(right[k]));
    }
  }

  private static void compareCounts(RandomStream expected, RandomStream actual, int n) {
    int[] left = new int[n];
    int[] right = new int[n];
    new Multinomial(n).draw(expected, left);
    new Multinomial(n).draw(actual, right);
    assertArrayEquals(left, right);
    assertEquals(expected.poisson(left, 0, n - 1), actual.poisson(right, 0, n - 1));
    assertArrayEquals(left, right);
  }

  /** From any word on, to any part of an array; the first draw of all that can be is rejected. */
  @Test
  void poissonCounts() {
    long[] words = new SplittableRandom(3).longs(512).toArray();
    words[40] |= 0xffffL << 16;
    PoissonCells cells = new PoissonCells(0.95);
    for (int from : new int[] {0, 1, 7, 40, 41}) {
      for (int count : new int[] {0, 1, 3, 4, 15, 31, 32, 33, 64, 100, 1800}) {
        int[] left = new int[count + 5];
        int[] right = new int[count + 5];
        int[] rejected = new int[4 * words.length + 1];
        int[] twin = new int[4 * words.length + 1];
        int sum = plain.poisson(words, from, cells, left, 2, count + 2, rejected);
        assertEquals(sum, vector.poisson(words, from, cells, right, 2, count + 2, twin));
        assertEquals(Arrays.stream(left).sum(), sum);
        assertArrayEquals(left, right);
        int end = 0;
        for (; rejected[end] >= 0; end++) {
          assertEquals(rejected[end], twin[end]);
          assertEquals(PoissonCells.UNDECIDED, left[2 + rejected[end]]);
        }
        assertEquals(-1, twin[end]);
        assertEquals(end, Arrays.stream(left).filter(c -> c == PoissonCells.UNDECIDED).count());
      }
    }
  }

  private static long bits(double x) {
    return Double.doubleToRawLongBits(x);
  }

  /** Long enough for the compilers to have replaced the code several times on the way. */
  @Test
  void longSums() {
    RandomStream expected = RandomStream.of(plain, 8, Purpose.ITEM, 0);
    RandomStream actual = RandomStream.of(vector, 8, Purpose.ITEM, 0);
    for (int item = 0; item < 100; item++) {
      double sum = expected.moveTo(item).gaussianSum(100_000 + item);
      assertEquals(bits(sum), bits(actual.moveTo(item).gaussianSum(100_000 + item)));
    }
  }

  /** Whenever the change comes, no number shows it. */
  @Test
  void changingOnTheWay() {
    RandomStream expected = RandomStream.of(plain, 9, Purpose.ITEM, 0);
    Lanes warming = new WarmingLanes(plain, () -> vector, 10_000);
    RandomStream actual = RandomStream.of(warming, 9, Purpose.ITEM, 0);
    for (int item = 0; item < 300; item++) {
      expected.moveTo(item);
      actual.moveTo(item);
      compare(expected, actual, 10_000 + item);
    }
  }
}
