package dev.parallax.prime;

import dev.parallax.model.ElementFunction.BatchPredicate;
import dev.parallax.random.RandomStream;

/**
 * Whether an integer is prime: right for every {@code long}, without chance. Negative integers, 0
 * and 1 are not prime.
 *
 * <p>A table answers below 2^20. Above it integers with a small divisor are put aside, and the rest
 * face the test of Baillie and Wagstaff: a {@linkplain StrongBaseTwo strong test to base 2} and a
 * {@linkplain StrongLucas strong Lucas test}. No composite below 2^64 passes both: the pseudoprimes
 * to base 2 up to there have all been listed (Feitsma, Galway), and none is a strong Lucas
 * pseudoprime.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1980-0583518-6">Baillie and Wagstaff 1980</a>
 */
public final class IsPrime implements BatchPredicate {
  private static final long serialVersionUID = 1;

  @Override
  public String response() {
    return "prime";
  }

  @Override
  public boolean test(long element, RandomStream random) {
    return isPrime(element);
  }

  @Override
  public void testAll(long[] elements, boolean[] results) {
    if (elements.length != results.length) {
      throw new IllegalArgumentException(
          elements.length + " elements, but room for " + results.length + " results");
    }
    PrimeBatch batch = new PrimeBatch(elements, results);
    for (int from = 0; from < elements.length; from += PrimeBatch.SIZE) {
      batch.decide(from, Math.min(elements.length, from + PrimeBatch.SIZE));
    }
  }

  /** Whether the integer is prime. */
  static boolean isPrime(long n) {
    if (n < Sieve.LIMIT) {
      return n >= 0 && Sieve.isPrime((int) n);
    }
    return SmallDivisors.noneUpTo23(n)
        && SmallDivisors.noneFrom29(n)
        && StrongBaseTwo.passes(n)
        && StrongLucas.passes(n);
  }
}
