/**
 * How values change as weights leave 1 / n, for the jackknife and ABC. May import model,
 * statistic.sums and sum.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.statistic.path;
