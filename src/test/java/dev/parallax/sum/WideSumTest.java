package dev.parallax.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums of terms of either sign at every place, against BigInteger. */
class WideSumTest {
  private static final int LOWEST = -40;
  private static final int HIGHEST = 200;

  private static void check(long[] values, int[] exponents) {
    WideSum sum = new WideSum(LOWEST, HIGHEST);
    BigInteger expected = BigInteger.ZERO;
    for (int k = 0; k < values.length; k++) {
      sum.add(values[k], exponents[k]);
      expected = expected.add(BigInteger.valueOf(values[k]).shiftLeft(exponents[k] - LOWEST));
    }
    Dyadic total = sum.total();
    assertEquals(expected, total.whole().shiftLeft(total.exponent() - LOWEST));
    assertEquals(total, sum.total(), "telling it changes nothing");
  }

  @Test
  void termsOfEitherSignAtEveryPlace() {
    SplittableRandom random = new SplittableRandom(4);
    for (int count : new int[] {0, 1, 2, 3, 50, 1000}) {
      long[] values = random.longs(count).toArray();
      int[] exponents = random.ints(count, LOWEST, HIGHEST - 63).toArray();
      check(values, exponents);
      check(random.longs(count, -3, 4).toArray(), exponents);
    }
  }
}
