/**
 * What is fitted to columns by other ways than least squares: lines of pairwise slopes, lines with
 * errors in both columns. May import model, spelling, statistic.order, statistic.path and
 * statistic.sums.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.statistic.fit;
