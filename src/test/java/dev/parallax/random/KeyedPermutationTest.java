package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPermutationTest {
  private static KeyedPermutation of(long number, long size) {
    return new KeyedPermutation(5, Purpose.RESAMPLE, number, size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 10, 99, 100, 101, 1000, 65_537})
  void everyPlaceIsReachedOnce(int size) {
    boolean[] reached = new boolean[size];
    KeyedPermutation permutation = of(3, size);
    for (int place = 0; place < size; place++) {
      int to = (int) permutation.at(place);
      assertTrue(!reached[to]);
      reached[to] = true;
    }
  }

  /** All 24 permutations of four places are equally likely over the numbers. */
  @Test
  void smallPermutationsAreUniform() {
    int draws = 24_000;
    Map<String, Integer> seen = new HashMap<>();
    for (int number = 0; number < draws; number++) {
      KeyedPermutation permutation = of(number, 4);
      StringBuilder order = new StringBuilder();
      for (int place = 0; place < 4; place++) {
        order.append(permutation.at(place));
      }
      seen.merge(order.toString(), 1, Integer::sum);
    }
    double square = 0;
    for (int count : seen.values()) {
      square += Math.pow(count - 1000, 2) / 1000;
    }
    assertEquals(24, seen.size());
    double most = new ChiSquaredDistribution(23).inverseCumulativeProbability(.9999);
    assertTrue(square < most, "chi-squared " + square);
  }

  /** Where neighbouring places go: pairs of sixteenths, against evenness. */
  @Test
  void neighboursGoApart() {
    int size = 100_003;
    KeyedPermutation permutation = of(8, size);
    double[] pairs = new double[256];
    for (int place = 0; place + 1 < size; place++) {
      long a = permutation.at(place) * 16 / size;
      long b = permutation.at(place + 1) * 16 / size;
      pairs[(int) (16 * a + b)]++;
    }
    double expected = (size - 1) / 256.0;
    double square = 0;
    for (double count : pairs) {
      square += Math.pow(count - expected, 2) / expected;
    }
    double most = new ChiSquaredDistribution(255).inverseCumulativeProbability(.9999);
    assertTrue(square < most, "chi-squared " + square);
  }

  /** As place by place, wherever it begins. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 10, 99, 100, 101, 1000, 65_537})
  void manyAtATimeAreWhereEachIs(int size) {
    KeyedPermutation permutation = of(4, size);
    int[] to = new int[37];
    for (int first = 0; first < size; first += 1 + size / 50) {
      for (int count : new int[] {1, 3, 4, 37}) {
        int there = Math.min(count, size - first);
        permutation.fill(first, there, 7, to);
        for (int k = 0; k < there; k++) {
          assertEquals(permutation.at(first + k) % 7, to[k], first + " + " + k);
        }
      }
    }
  }

  @Test
  void largeSizes() {
    KeyedPermutation permutation = of(1, 1L << 62);
    assertTrue(permutation.at((1L << 62) - 1) >= 0);
    assertTrue(permutation.at(0) < 1L << 62);
    assertThrows(IllegalArgumentException.class, () -> of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> of(1, Long.MAX_VALUE));
  }
}
