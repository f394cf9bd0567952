package dev.parallax.bootstrap;

import dev.parallax.spelling.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The p-value of a permutation test, (k + 1) / (B + 1): the observed order is one of the
 * permutations (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
 *
 * @param p the p-value
 * @param error its Monte Carlo error
 * @param extreme k, how many permutations are at least as extreme as what was observed
 * @param permutations B, on how many the statistic is defined
 */
public record PermutationResult(double p, double error, long extreme, long permutations) {
  /** What sums in another order may differ by. */
  private static final double ROUNDING = 1e-12;

  /** What counts as extreme. */
  public enum Alternative {
    /** Values further from the null value, on either side. */
    TWO,
    /** Greater values. */
    GREATER,
    /** Lesser values. */
    LESS;

    /** The name on the command line and in summaries. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The alternative of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Alternative parse(String name) {
      List<String> labels = Arrays.stream(values()).map(Alternative::label).toList();
      return Arrays.stream(values())
          .filter(alternative -> alternative.label().equals(name))
          .findFirst()
          .orElseThrow(() -> Spelling.unknown("alternative", name, labels));
    }
  }

  /**
   * The result of a test of the null value 0.
   *
   * @param estimate the observed statistic
   * @param permuted the statistic on each permutation; what is not finite is left out
   */
  public static PermutationResult of(double estimate, double[] permuted, Alternative alternative) {
    double[] finite = Arrays.stream(permuted).filter(Double::isFinite).toArray();
    double observed = extremeness(estimate, alternative);
    double limit = observed - ROUNDING * Math.abs(observed);
    long k = Arrays.stream(finite).filter(v -> extremeness(v, alternative) >= limit).count();
    double p = (k + 1.0) / (finite.length + 1.0);
    return new PermutationResult(p, Math.sqrt(p * (1 - p) / finite.length), k, finite.length);
  }

  private static double extremeness(double value, Alternative alternative) {
    return switch (alternative) {
      case TWO -> Math.abs(value);
      case GREATER -> value;
      case LESS -> -value;
    };
  }
}
