package dev.parallax.model;

/** What a permutation test exchanges, to see what a statistic is by chance alone. */
public enum Exchange {
  /** The second column's values, or the rows' sample numbers, between all rows. */
  BETWEEN_ROWS,
  /** The two values of a row with each other. */
  WITHIN_ROWS
}
