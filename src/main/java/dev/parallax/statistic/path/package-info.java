/**
 * How values change as weights leave 1 / n, for the jackknife and ABC. May import model,
 * statistic.sums and sum.
 */
package dev.parallax.statistic.path;
