package dev.parallax.model;

/**
 * The sum by which the permutations of a table's columns are put in order, for a statistic that
 * rises with such a sum: sums of the numbers as they are written can be compared without rounding.
 */
public enum Contrast {
  /** None: the statistic itself is compared. */
  NONE,
  /** None, but the value depends on the order of the numbers alone, as a rank correlation does. */
  OF_RANKS,
  /** The mean of the one column, which makes a difference of two samples one of means. */
  MEAN,
  /** The mean of the first sample less that of the second. */
  OF_SAMPLES,
  /** The mean of the first column less the second. */
  OF_PAIRS,
  /** Σxy, which is all of a correlation that changes where one column is permuted. */
  CORRELATION,
  /** The same of a slope of y on x. */
  SLOPE
}
