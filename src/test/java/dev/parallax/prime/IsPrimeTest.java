package dev.parallax.prime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsPrimeTest {
  private final IsPrime isPrime = new IsPrime();

  @Test
  void countsAllPrimesBelowPowersOfTen() {
    BitSet composite = PrimeOracle.composites(12_000_000);
    long[] all = LongStream.range(0, 12_000_000).toArray();
    boolean[] results = new boolean[all.length];
    isPrime.testAll(all, results);
    int[] counts = {0, 4, 25, 168, 1229, 9592, 78_498, 664_579};
    int count = 0;
    int power = 0;
    int limit = 1;
    for (int n = 0; n < results.length; n++) {
      if (n == limit && power < counts.length) {
        assertEquals(counts[power], count, "primes below " + n);
        power++;
        limit *= 10;
      }
      if (results[n] != (n >= 2 && !composite.get(n)) || results[n] != IsPrime.isPrime(n)) {
        throw new AssertionError("wrong about " + n);
      }
      count += results[n] ? 1 : 0;
    }
    assertEquals(788_060, count);
  }

  @Test
  void findsThePrimesBelowAHundredThousand() {
    long[] primes = LongStream.range(0, 100_000).filter(IsPrime::isPrime).toArray();
    assertEquals(9592, primes.length);
    assertEquals(454_396_537, LongStream.of(primes).sum());
    assertEquals(99_991, primes[primes.length - 1]);
    long twins =
        LongStream.of(primes).filter(p -> p + 2 < 100_000 && IsPrime.isPrime(p + 2)).count();
    assertEquals(1224, twins);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        3,
        Integer.MAX_VALUE,
        (1L << 32) - 5,
        9_007_199_254_740_881L,
        4_611_686_018_427_387_847L,
        9_223_372_036_854_775_783L
      })
  void knowsTheLargestPrimes(long prime) {
    assertTrue(IsPrime.isPrime(prime));
    for (long n = prime + 1; n > 0 && Long.bitCount(n) > 1; n++) {
      assertFalse(IsPrime.isPrime(n), () -> "no prime follows " + prime);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1_000_003, -7, -2, -1, 0, 1, 4})
  void callsNothingBelowTwoPrime(long n) {
    assertFalse(IsPrime.isPrime(n));
    boolean[] result = {true};
    isPrime.testAll(new long[] {n}, result);
    assertFalse(result[0]);
  }

  @Test
  void agreesWithTheProofOnRandomIntegersOfAllSizes() {
    SplittableRandom random = new SplittableRandom(20);
    long[] elements = new long[400_000];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (i & 1) == 0 ? PrimeOracle.anySize(random) : random.nextLong() >>> 1 | 1;
    }
    boolean[] results = new boolean[elements.length];
    isPrime.testAll(elements, results);
    for (int i = 0; i < elements.length; i++) {
      if (results[i] != PrimeOracle.isPrime(elements[i])) {
        throw new AssertionError("wrong about " + elements[i]);
      }
      if (results[i] != IsPrime.isPrime(elements[i])) {
        throw new AssertionError("not the same alone: " + elements[i]);
      }
    }
  }

  @Test
  void agreesWithBigInteger() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 20_000; i++) {
      long n = PrimeOracle.anySize(random) | 1;
      assertEquals(BigInteger.valueOf(n).isProbablePrime(40), IsPrime.isPrime(n), () -> "" + n);
    }
  }

  @Test
  void agreesWithTheProofNearPowersOfTwo() {
    for (int power = 1; power <= 63; power++) {
      for (int offset = -64; offset <= 64; offset++) {
        long n = (1L << power) + offset;
        assertEquals(PrimeOracle.isPrime(n), IsPrime.isPrime(n), () -> "" + n);
      }
    }
  }

  @Test
  void agreesWithTheProofNearSquaresOfPrimesAndBelowTheGreatestLong() {
    for (int power = 10; power < 32; power++) {
      long p = Math.min(1L << power, 3_037_000_499L);
      for (int found = 0; found < 8; p--) {
        if (PrimeOracle.isPrime(p)) {
          found++;
          assertFalse(IsPrime.isPrime(p * p), "square of " + p);
          assertEquals(PrimeOracle.isPrime(p * p - 2), IsPrime.isPrime(p * p - 2));
          assertEquals(PrimeOracle.isPrime(p * p + 2), IsPrime.isPrime(p * p + 2));
        }
      }
    }
    assertFalse(IsPrime.isPrime(9_223_371_994_482_243_049L), "3037000493 squared");
    for (long n = Long.MAX_VALUE; n > Long.MAX_VALUE - 20_000; n--) {
      assertEquals(PrimeOracle.isPrime(n), IsPrime.isPrime(n));
    }
  }

  @Test
  void decidesProductsOfTwoPrimes() {
    SplittableRandom random = new SplittableRandom(22);
    for (int i = 0; i < 20_000; i++) {
      long p = prime(random);
      long q = prime(random);
      assertFalse(IsPrime.isPrime(p * q), () -> p + " times " + q);
    }
  }

  private static long prime(SplittableRandom random) {
    long p = random.nextLong(1L << 15, 1L << 31) | 1;
    while (!PrimeOracle.isPrime(p)) {
      p += 2;
    }
    return p;
  }

  @Test
  void answersTheSameInBatchesOfAnyLength() {
    SplittableRandom random = new SplittableRandom(23);
    for (int length = 0; length < 5000; length += length < 40 ? 1 : 331) {
      long[] elements = new long[length];
      boolean[] alone = new boolean[length];
      boolean[] together = new boolean[length];
      for (int i = 0; i < length; i++) {
        long n = PrimeOracle.anySize(random) | 1;
        while (random.nextInt(4) > 0 && !PrimeOracle.isPrime(n)) {
          n = PrimeOracle.anySize(random) | 1;
        }
        elements[i] = random.nextInt(9) == 0 ? -n : n;
        alone[i] = isPrime.test(elements[i], null);
        together[i] = random.nextBoolean();
      }
      isPrime.testAll(elements, together);
      assertArrayEquals(alone, together);
    }
  }

  @Test
  void refusesRoomOfAnotherLength() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> isPrime.testAll(new long[3], new boolean[2]));
    assertEquals("3 elements, but room for 2 results", e.getMessage());
  }

  @Test
  void namesItsColumn() {
    assertEquals("prime", isPrime.response());
  }
}
