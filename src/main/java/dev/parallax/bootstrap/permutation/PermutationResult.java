package dev.parallax.bootstrap.permutation;

import dev.parallax.text.Choices;
import java.util.Arrays;

/**
 * The p-value of a permutation test. From random permutations it is (k + 1) / (B + 1): the observed
 * order is one of the permutations (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585). From all
 * different ones, of which the observed order is one, it is k / B.
 *
 * @param p the p-value
 * @param error its Monte Carlo error; 0 if all permutations are there
 * @param extreme k, how many permutations are at least as extreme as what was observed
 * @param permutations B, on how many the statistic is defined
 * @param exact whether these are all different permutations
 */
public record PermutationResult(
    double p, double error, long extreme, long permutations, boolean exact) {

  /** What counts as extreme. */
  public enum Alternative {
    /** Values further from the null value, on either side. */
    TWO,
    /** Greater values. */
    GREATER,
    /** Lesser values. */
    LESS;

    @Override
    public String toString() {
      return Choices.text(this);
    }
  }

  /**
   * The result of a test of a null value.
   *
   * @param expected the null value
   * @param observed the observed statistic
   * @param rounding how much less extreme than it a value may be that rounding alone made less so
   * @param permuted the statistic on each permutation; what is not finite is left out
   * @param exact whether these are all different permutations
   */
  static PermutationResult of(
      double expected,
      double observed,
      double rounding,
      double[] permuted,
      boolean exact,
      Alternative alternative) {
    double[] finite =
        Arrays.stream(permuted).filter(Double::isFinite).map(v -> v - expected).toArray();
    double limit = extremeness(observed - expected, alternative) - rounding;
    long k = Arrays.stream(finite).filter(v -> extremeness(v, alternative) >= limit).count();
    long n = finite.length;
    double p = exact ? (double) k / n : (k + 1.0) / (n + 1.0);
    return new PermutationResult(p, exact ? 0 : Math.sqrt(p * (1 - p) / n), k, n, exact);
  }

  private static double extremeness(double value, Alternative alternative) {
    return switch (alternative) {
      case TWO -> Math.abs(value);
      case GREATER -> value;
      case LESS -> -value;
    };
  }
}
