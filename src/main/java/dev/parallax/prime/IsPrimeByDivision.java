package dev.parallax.prime;

import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;

/**
 * Whether an integer is prime, found by dividing it by 2, 3, 4 and so on up to the integer itself.
 * Slow on purpose: work to measure a cluster with. A prime p costs p - 2 divisions; {@link IsPrime}
 * gives the same answers at once.
 */
public final class IsPrimeByDivision implements ElementFunction.ToBoolean {
  private static final long serialVersionUID = 1;

  @Override
  public String response() {
    return "prime";
  }

  @Override
  public boolean test(long element, RandomStream random) {
    if (element < 2) {
      return false;
    }
    return element <= Integer.MAX_VALUE ? hasNoDivisor((int) element) : hasNoDivisor(element);
  }

  private static boolean hasNoDivisor(int n) {
    for (int divisor = 2; divisor < n; divisor++) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoDivisor(long n) {
    for (long divisor = 2; divisor < n; divisor++) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
