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
    Batch batch = new Batch(elements, results);
    for (int from = 0; from < elements.length; from += Batch.SIZE) {
      batch.decide(from, Math.min(elements.length, from + Batch.SIZE));
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

  /**
   * Decides many integers, a test at a time: each passes a shorter list on to the next, and the
   * costly ones take several integers at once.
   */
  private static final class Batch {
    /** How many integers are decided together at most. */
    static final int SIZE = 2048;

    private final long[] elements;
    private final boolean[] results;

    /** The integers that may still be prime, and where in the results their answers go. */
    private final long[] candidates;

    private final int[] places;
    private int count;

    private final StrongBaseTwo strong = new StrongBaseTwo();
    private final StrongLucas lucas = new StrongLucas();

    Batch(long[] elements, boolean[] results) {
      this.elements = elements;
      this.results = results;
      int size = Math.min(SIZE, elements.length) + StrongBaseTwo.LANES;
      candidates = new long[size];
      places = new int[size];
    }

    /** Decides the elements in a range of at most {@link #SIZE} of them. */
    void decide(int from, int to) {
      count = 0;
      lookUp(from, to);
      divide();
      keepStrong();
      keepLucas();
      for (int i = 0; i < count; i++) {
        results[places[i]] = true;
      }
    }

    /** Answers for the small ones; notes the others that have no divisor up to 23. */
    private void lookUp(int from, int to) {
      int kept = 0;
      for (int i = from; i < to; i++) {
        long n = elements[i];
        if (n < Sieve.LIMIT) {
          results[i] = n >= 0 && Sieve.isPrime((int) n);
        } else {
          results[i] = false;
          candidates[kept] = n;
          places[kept] = i;
          kept += SmallDivisors.noneUpTo23(n) ? 1 : 0;
        }
      }
      count = kept;
    }

    private void divide() {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        kept = keep(i, kept, SmallDivisors.noneFrom29(candidates[i]));
      }
      count = kept;
    }

    private void keepStrong() {
      // A last group that is not full is filled up with what is there, odd and large enough.
      for (int i = 0; i < StrongBaseTwo.LANES; i++) {
        candidates[count + i] = Sieve.LIMIT + 1;
      }
      int kept = 0;
      for (int from = 0; from < count; from += StrongBaseTwo.LANES) {
        int passing = strong.passing(candidates, from);
        int lanes = Math.min(StrongBaseTwo.LANES, count - from);
        for (int i = 0; i < lanes; i++) {
          kept = keep(from + i, kept, ((passing >> i) & 1) != 0);
        }
      }
      count = kept;
    }

    private void keepLucas() {
      int kept = 0;
      for (int from = 0; from < count; from += StrongLucas.LANES) {
        int lanes = Math.min(StrongLucas.LANES, count - from);
        int passing = lucas.passing(candidates, from, lanes);
        for (int i = 0; i < lanes; i++) {
          kept = keep(from + i, kept, ((passing >> i) & 1) != 0);
        }
      }
      count = kept;
    }

    /** Moves a candidate to the end of those kept, where the next overwrites it if it is not. */
    private int keep(int candidate, int kept, boolean passes) {
      candidates[kept] = candidates[candidate];
      places[kept] = places[candidate];
      return passes ? kept + 1 : kept;
    }
  }
}
