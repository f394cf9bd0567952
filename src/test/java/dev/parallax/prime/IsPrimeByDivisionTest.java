package dev.parallax.prime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsPrimeByDivisionTest {
  private final IsPrimeByDivision byDivision = new IsPrimeByDivision();

  @Test
  void agreesWithIsPrime() {
    for (long n = -10; n <= 5000; n++) {
      assertEquals(IsPrime.isPrime(n), byDivision.test(n, null), "" + n);
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        Integer.MIN_VALUE,
        -7,
        0,
        1,
        4,
        1L << 32,
        Long.MAX_VALUE,
        4294967299L * 3
      })
  void stopsAtTheFirstDivisor(long n) {
    assertFalse(byDivision.test(n, null));
  }

  @Test
  void namesItsColumn() {
    assertEquals("prime", byDivision.response());
  }
}
