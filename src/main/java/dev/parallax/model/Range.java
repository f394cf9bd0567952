package dev.parallax.model;

import dev.parallax.text.Digits;

/**
 * Where a value of a statistic can lie, both ends included.
 *
 * @param low the least it can be, or negative infinity
 * @param high the greatest it can be, or infinity
 */
public record Range(double low, double high) {
  /** Any number. */
  public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** 0 and above, as a standard deviation. */
  public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

  /** From -1 to 1, as a correlation. */
  public static final Range CORRELATION = new Range(-1, 1);

  /** From 0 to 1, as a probability. */
  public static final Range PROBABILITY = new Range(0, 1);

  /** Checks the order. */
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "a range from " + Digits.shortest(low) + " to " + Digits.shortest(high) + " is empty");
    }
  }
}
