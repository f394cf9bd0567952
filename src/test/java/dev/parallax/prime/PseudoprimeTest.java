package dev.parallax.prime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the two tests errs exactly where it is known to err, and never where the other does. */
class PseudoprimeTest {
  private static final int LIMIT = 10_000_000;

  /** The least composites that are strong pseudoprimes to the first 1, 2, ... 11 primes. */
  private static final long[] LEAST = {
    2047,
    1_373_653,
    25_326_001,
    3_215_031_751L,
    2_152_302_898_747L,
    3_474_749_660_383L,
    341_550_071_728_321L,
    3_825_123_056_546_413_051L
  };

  private static final long[] CARMICHAEL = {
    561, 1105, 1729, 2465, 2821, 6601, 8911, 10585, 15841, 29341, 41041, 46657, 52633, 62745, 63973,
    75361, 101101, 115921, 126217, 162401, 172081, 188461, 252601, 278545, 294409, 314821, 334153,
    340561, 399001, 410041, 449065, 488881, 512461, 530881, 552721, 656601, 658801, 670033, 748657,
    825265, 838201, 852841, 997633
  };

  @Test
  void baseTwoErrsOnTheKnownPseudoprimes() {
    long[] found = errors(StrongBaseTwo::passes);
    assertArrayEquals(
        new long[] {
          2047, 3277, 4033, 4681, 8321, 15841, 29341, 42799, 49141, 52633, 65281, 74665, 80581,
          85489, 88357, 90751
        },
        LongStream.of(found).filter(n -> n < 100_000).toArray());
    assertEquals(46, LongStream.of(found).filter(n -> n < 1_000_000).count());
    assertEquals(162, found.length);
    assertTrue(LongStream.of(found).noneMatch(IsPrime::isPrime));
    assertTrue(LongStream.of(found).noneMatch(StrongLucas::passes));
  }

  @Test
  void lucasErrsOnTheKnownPseudoprimes() {
    long[] found = errors(StrongLucas::passes);
    assertArrayEquals(
        new long[] {
          5459, 5777, 10877, 16109, 18971, 22499, 24569, 25199, 40309, 58519, 75077, 97439
        },
        LongStream.of(found).filter(n -> n < 100_000).toArray());
    assertEquals(58, LongStream.of(found).filter(n -> n < 1_000_000).count());
    assertEquals(178, found.length);
    assertTrue(LongStream.of(found).noneMatch(IsPrime::isPrime));
  }

  /** The composites above 1024 that pass, below the limit; every prime there has to pass too. */
  private static long[] errors(LongPredicate test) {
    BitSet composite = PrimeOracle.composites(LIMIT);
    long[] passing = LongStream.range(512, LIMIT / 2).map(i -> 2 * i + 1).filter(test).toArray();
    long[] errors = LongStream.of(passing).filter(n -> composite.get((int) n)).toArray();
    long primes = LongStream.range(1024, LIMIT).filter(n -> !composite.get((int) n)).count();
    assertEquals(primes, passing.length - errors.length);
    return errors;
  }

  @Test
  void baseTwoAgreesWithPlainArithmeticOnSmallAndLargeIntegers() {
    SplittableRandom random = new SplittableRandom(24);
    for (long n = 3; n < 3000; n += 2) {
      assertEquals(PrimeOracle.isStrong(n, 2), StrongBaseTwo.passes(n), "" + n);
    }
    for (int i = 0; i < 50_000; i++) {
      long n = PrimeOracle.anySize(random) | 3;
      assertEquals(PrimeOracle.isStrong(n, 2), StrongBaseTwo.passes(n), () -> "" + n);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 12})
  void lanesAnswerLikeSingles(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] pool = LongStream.concat(LongStream.of(LEAST), LongStream.of(CARMICHAEL)).toArray();
    StrongBaseTwo strong = new StrongBaseTwo();
    StrongLucas lucas = new StrongLucas();
    for (int round = 0; round < 5000; round++) {
      long[] lanes = new long[StrongBaseTwo.LANES];
      Arrays.setAll(
          lanes,
          i ->
              random.nextInt(4) == 0
                  ? pool[random.nextInt(pool.length)]
                  : PrimeOracle.anySize(random) | 1025);
      int strongs = strong.passing(lanes, 0);
      int count = random.nextInt(StrongLucas.LANES + 1);
      int lucases = lucas.passing(lanes, 0, count);
      for (int i = 0; i < lanes.length; i++) {
        assertEquals(StrongBaseTwo.passes(lanes[i]), (strongs >> i & 1) != 0);
        assertEquals(i < count && StrongLucas.passes(lanes[i]), (lucases >> i & 1) != 0);
      }
    }
  }

  @Test
  void theLeastPseudoprimesToTheFirstBasesAreComposite() {
    int[] bases = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31};
    int[] passed = {1, 2, 3, 4, 5, 6, 8, 11};
    for (int i = 0; i < LEAST.length; i++) {
      for (int j = 0; j < passed[i]; j++) {
        assertTrue(PrimeOracle.isStrong(LEAST[i], bases[j]));
      }
      assertTrue(StrongBaseTwo.passes(LEAST[i]));
      assertFalse(StrongLucas.passes(LEAST[i]));
      assertFalse(IsPrime.isPrime(LEAST[i]));
      assertFalse(PrimeOracle.isPrime(LEAST[i]));
    }
  }

  @Test
  void carmichaelNumbersAreComposite() {
    assertTrue(LongStream.of(CARMICHAEL).noneMatch(IsPrime::isPrime));
    assertTrue(
        LongStream.of(CARMICHAEL).noneMatch(n -> StrongBaseTwo.passes(n) && StrongLucas.passes(n)));
  }

  /** Products p (2 p - 1) of two primes are often strong pseudoprimes. */
  @Test
  void largePseudoprimesToBaseTwoAreComposite() {
    int found = 0;
    SplittableRandom random = new SplittableRandom(25);
    while (found < 100) {
      long p = random.nextLong(1L << 20, 1L << 31) | 1;
      long n = p * (2 * p - 1);
      if (PrimeOracle.isPrime(p) && PrimeOracle.isPrime(2 * p - 1)) {
        found += StrongBaseTwo.passes(n) ? 1 : 0;
        assertFalse(IsPrime.isPrime(n), () -> "" + n);
      }
    }
  }

  @Test
  void squaresAreSeen() {
    for (long root = 3; root < 3_037_000_499L; root += 2 + root / 1000 * 2) {
      assertTrue(Selfridge.isSquare(root * root));
      assertFalse(Selfridge.isSquare(root * root - 1));
      assertFalse(Selfridge.isSquare(root * root + 1));
      assertFalse(StrongLucas.passes(root * root));
    }
  }
}
